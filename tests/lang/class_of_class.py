# The class of a class may be set to another metaclass.
class Meta(type):
    def __repr__(self): return 'meta ' + self.__name__
class Other(Meta):
    def hello(self): return 'hello'
class C(metaclass=Meta): pass
C.__class__ = Other
assert type(C) is Other and C.hello() == 'hello' and repr(C) == 'meta C'
---
# A module knows its builtins.
import abc, builtins
assert abc.__builtins__ is builtins.__dict__ and __builtins__ is builtins
---
# A class that is its own class.
class Sentinel(type):
    def __new__(cls, name, bases, ns):
        v = super().__new__(cls, name, bases, ns)
        v.__class__ = v
        return v
class S(Sentinel, metaclass=Sentinel): pass
assert type(S) is S
