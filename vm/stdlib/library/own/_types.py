"""Define names for built-in types."""

import sys as _sys


def _function(): pass
def _generator(): yield
async def _coroutine(): pass
async def _async_generator(): yield


def _cell():
    content = 1
    def inner(): return content
    return inner.__closure__[0]


class _Class:
    __slots__ = ('slot',)
    def method(self): pass


FunctionType = type(_function)
LambdaType = type(lambda: None)
CodeType = type(_function.__code__)
MappingProxyType = type(type.__dict__)
SimpleNamespace = type(_sys.implementation)
CellType = type(_cell())
GeneratorType = type(_generator())
_c = _coroutine()
CoroutineType = type(_c)
_c.close()
AsyncGeneratorType = type(_async_generator())
MethodType = type(_Class().method)
BuiltinFunctionType = type(len)
BuiltinMethodType = type([].append)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__['fromkeys'])
ModuleType = type(_sys)
try:
    raise TypeError
except TypeError as _e:
    TracebackType = type(_e.__traceback__)
    FrameType = type(_e.__traceback__.tb_frame)
GetSetDescriptorType = type(FunctionType.__code__)
MemberDescriptorType = type(_Class.slot)
GenericAlias = type(list[int])
UnionType = type(int | str)
EllipsisType = type(Ellipsis)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
CapsuleType = type('PyCapsule', (), {'__doc__': 'Capsule objects let you wrap a C "void *" pointer in a Python object. Nothing here makes one.',
                                     '__module__': 'builtins'})
