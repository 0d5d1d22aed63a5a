# Generic aliases, unions, type parameters and templates: what CPython writes in C and typing builds on.

Generic = None

def _as_class(cls, module, name=None, final=False):
    cls.__module__ = module
    if name is not None:
        cls.__name__ = name
        cls.__qualname__ = name
    if cls is not Generic:
        _seal(cls, final)
    return cls

def _type_params_of(args):
    seen = []
    for a in args:
        if isinstance(a, type):
            continue
        if hasattr(a, '__typing_subst__'):
            if a not in seen:
                seen.append(a)
        elif isinstance(a, (list, tuple)):
            for x in _type_params_of(a):
                if x not in seen:
                    seen.append(x)
        else:
            for x in getattr(a, '__parameters__', ()):
                if x not in seen:
                    seen.append(x)
    return tuple(seen)

def _alias_repr(t):
    if t is ...:
        return '...'
    if type(t) is list:
        return '[' + ', '.join([_alias_repr(x) for x in t]) + ']'
    if not (hasattr(t, '__origin__') and hasattr(t, '__args__')):
        q = getattr(t, '__qualname__', None)
        if q is not None:
            m = getattr(t, '__module__', None)
            if m is not None:
                return f'{q}' if m == 'builtins' else f'{m}.{q}'
    return repr(t)

_alias_own = frozenset(['__class__', '__origin__', '__args__', '__unpacked__', '__parameters__', '__typing_unpacked_tuple_args__',
                        '__mro_entries__', '__reduce_ex__', '__reduce__', '__bases__', '__copy__', '__deepcopy__'])
_own = object.__getattribute__

class GenericAlias:
    """Represent a PEP 585 generic type

    E.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,)."""
    __slots__ = ('__origin__', '__args__', '_parameters', '_starred', '__weakref__')

    def __new__(cls, origin, args, /):
        self = _bare(cls)
        _slot_set(self, '__origin__', origin)
        _slot_set(self, '__args__', args if isinstance(args, tuple) else (args,))
        _slot_set(self, '_parameters', None)
        _slot_set(self, '_starred', False)
        return self

    @property
    def __parameters__(self):
        p = _own(self, '_parameters')
        if p is None:
            p = _type_params_of(self.__args__)
            _slot_set(self, '_parameters', p)
        return p

    @property
    def __unpacked__(self):
        return _own(self, '_starred')

    @property
    def __typing_unpacked_tuple_args__(self):
        if _own(self, '_starred') and self.__origin__ is tuple:
            return self.__args__
        return None

    def __getattribute__(self, name, /):
        if name in _alias_own:
            return _own(self, name)
        return getattr(_own(self, '__origin__'), name)

    def __repr__(self):
        args = self.__args__
        inner = ', '.join([_alias_repr(a) for a in args]) if args else '()'
        return f'{"*" if _own(self, '_starred') else ""}{_alias_repr(self.__origin__)}[{inner}]'

    def __eq__(self, other):
        if not issubclass(type(other), GenericAlias):
            return NotImplemented
        return _own(self, '_starred') == _own(other, '_starred') and self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash(self.__origin__) ^ hash(self.__args__)

    def __call__(self, /, *args, **kwargs):
        obj = self.__origin__(*args, **kwargs)
        try:
            obj.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return obj

    def __getitem__(self, item):
        params = self.__parameters__
        if not params:
            raise TypeError(f'{self!r} is not a generic class')
        items = item if isinstance(item, tuple) else (item,)
        items = _unpack_args(items)
        for p in params:
            prepare = getattr(type(p), '__typing_prepare_subst__', None)
            if prepare is not None:
                items = prepare(p, self, items)
        if len(items) != len(params):
            raise TypeError(f'Too {"many" if len(items) > len(params) else "few"} arguments for {self!r}; '
                            f'actual {len(items)}, expected {len(params)}')
        return GenericAlias(self.__origin__, _substitute(self.__args__, dict(zip(params, items)), params))

    def __iter__(self):
        return _new_alias_iterator(self)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        raise TypeError('isinstance() argument 2 cannot be a parameterized generic')

    def __subclasscheck__(self, cls):
        raise TypeError('issubclass() argument 2 cannot be a parameterized generic')

    def __or__(self, other):
        return type_or(self, other)

    def __ror__(self, other):
        return type_or(other, self)

    def __reduce__(self):
        if _own(self, '_starred'):
            return next, (iter(GenericAlias(self.__origin__, self.__args__)),)
        return GenericAlias, (self.__origin__, self.__args__)

    def __reduce_ex__(self, protocol, /):
        return self.__reduce__()

    def __dir__(self):
        return sorted(set(dir(self.__origin__)) | _alias_own)

class _AliasIterator:
    __slots__ = ('_alias',)

    def __iter__(self):
        return self

    def __next__(self):
        alias = self._alias
        if alias is None:
            raise StopIteration
        self._alias = None
        a = GenericAlias(alias.__origin__, alias.__args__)
        _slot_set(a, '_starred', True)
        return a

    def __reduce__(self):
        if self._alias is None:
            return iter, ((),)
        return iter, (self._alias,)

def _new_alias_iterator(alias):
    it = _bare(_AliasIterator)
    it._alias = alias
    return it

_as_class(_AliasIterator, 'builtins', 'generic_alias_iterator')
_readonly(GenericAlias, '__origin__', '__args__')
_as_class(GenericAlias, 'types')

def _unpack_args(items):
    r = []
    for x in items:
        sub = getattr(x, '__typing_unpacked_tuple_args__', None) if not isinstance(x, type) else None
        if sub is not None and not (sub and sub[-1] is ...):
            r.extend(sub)
        else:
            r.append(x)
    return tuple(r)

def _substitute(args, mapping, params):
    new = []
    for a in args:
        if isinstance(a, type) and type(a) is not GenericAlias:
            new.append(a)
            continue
        if isinstance(a, (list, tuple)):
            new.append(type(a)(_substitute(a, mapping, params)))
            continue
        subst = getattr(type(a), '__typing_subst__', None)
        if subst is not None:
            new.append(subst(a, mapping[a]))
            continue
        sub = getattr(a, '__parameters__', ())
        if isinstance(sub, tuple) and sub:
            x = []
            for p in sub:
                v = mapping[p]
                if type(p).__name__ == 'TypeVarTuple' and isinstance(v, tuple):
                    x.extend(v)
                else:
                    x.append(v)
            a = a[tuple(x)]
        if getattr(a, '__unpacked__', False) and isinstance(getattr(a, '__args__', None), tuple) and getattr(a, '__origin__', None) is tuple:
            new.extend(a.__args__)
        else:
            new.append(a)
    flat = []
    for a in new:
        if isinstance(a, tuple) and not isinstance(a, GenericAlias):
            flat.extend(a)
        else:
            flat.append(a)
    return tuple(flat)

# ---- unions

class _UnionMeta(type):
    def __instancecheck__(cls, obj):
        return type.__instancecheck__(cls, obj)

    def __getitem__(cls, params):
        if params == ():
            raise TypeError('Cannot take a Union of no types.')
        if not isinstance(params, tuple):
            params = (params,)
        return _make_union(params)

class Union(metaclass=_UnionMeta):
    __slots__ = ('__args__', '_parameters', '__weakref__')

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'typing.Union' instances")

    @property
    def __origin__(self):
        return Union

    @property
    def __parameters__(self):
        if self._parameters is None:
            self._parameters = _type_params_of(self.__args__)
        return self._parameters

    @property
    def __name__(self):
        return 'Optional' if type(None) in self.__args__ and len(self.__args__) == 2 else 'Union'

    def __repr__(self):
        return ' | '.join(['None' if a is type(None) else _alias_repr(a) for a in self.__args__])

    def __eq__(self, other):
        if type(other) is not Union:
            return NotImplemented
        a, b = self.__args__, other.__args__
        if len(a) != len(b):
            return False
        for x in a:
            if x not in b:
                return False
        return True

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __or__(self, other):
        return type_or(self, other)

    def __ror__(self, other):
        return type_or(other, self)

    def __instancecheck__(self, obj):
        for a in self.__args__:
            if isinstance(a, GenericAlias):
                raise TypeError('isinstance() argument 2 cannot be a parameterized generic')
            if isinstance(obj, a):
                return True
        return False

    def __subclasscheck__(self, cls):
        for a in self.__args__:
            if isinstance(a, GenericAlias):
                raise TypeError('issubclass() argument 2 cannot be a parameterized generic')
            if issubclass(cls, a):
                return True
        return False

    def __getitem__(self, item):
        params = self.__parameters__
        if not params:
            raise TypeError(f'{self!r} is not a generic class')
        items = item if isinstance(item, tuple) else (item,)
        if len(items) != len(params):
            raise TypeError(f'Too {"many" if len(items) > len(params) else "few"} arguments for {self!r}; actual {len(items)}, expected {len(params)}')
        args = _substitute(self.__args__, dict(zip(params, items)), params)
        return _make_union(args)

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __reduce__(self):
        import functools, operator
        return functools.reduce, (operator.or_, self.__args__)

_as_class(Union, 'typing')
_type_dict(Union)['__qualname__'] = property(lambda self: self.__name__)

def _make_union(args):
    flat = []
    for a in args:
        if a is None:
            a = type(None)
        if isinstance(a, str):
            import annotationlib
            a = annotationlib.ForwardRef(a)
        for x in (a.__args__ if type(a) is Union else (a,)):
            if not _unionable(x):
                raise TypeError(f'Union[arg, ...]: each arg must be a type. Got {x!r:.100}.')
            for y in flat:
                if x is y or type(x) is type(y) and x == y:
                    break
            else:
                flat.append(x)
    if len(flat) == 1:
        return flat[0]
    u = _bare(Union)
    u.__args__ = tuple(flat)
    u._parameters = None
    return u

def _unionable(x):
    return (x is None or isinstance(x, (type, GenericAlias, Union, TypeVar, ParamSpec, TypeAliasType))
            or callable(x) or hasattr(x, '__origin__') or type(x).__module__ in ('typing', 'annotationlib', 'typing_extensions'))

def _or_operand(x):
    return x is None or isinstance(x, (type, GenericAlias, Union, TypeVar, ParamSpec, TypeAliasType)) or (
        type(x).__module__ == 'typing' and not isinstance(x, (str, int)))

def type_or(a, b):
    if not _or_operand(a) or not _or_operand(b):
        return NotImplemented
    return _make_union((a, b))

# ---- type parameters

class _NoDefaultType:
    __slots__ = ()
    def __new__(cls):
        return NoDefault
    def __repr__(self):
        return 'typing.NoDefault'
    def __reduce__(self):
        return 'NoDefault'

_as_class(_NoDefaultType, 'typing', 'NoDefaultType')
NoDefault = _bare(_NoDefaultType)

def _caller():
    import sys
    return sys._getframemodulename(0) or 'typing'

_unset = object()

class _Lazy:
    # bound, constraints and default may be given as functions that are called on first use.
    def _lazy(self, slot):
        v = getattr(self, '_' + slot)
        if v is _unset:
            v = getattr(self, '_evaluate_' + slot)(1)
            setattr(self, '_' + slot, v)
        return v

def _const_evaluator(v):
    def evaluate(format, /):
        if format == 4:
            import annotationlib
            return annotationlib.type_repr(v)
        return v
    return evaluate

def _param_repr(self):
    if self.__infer_variance__:
        return self._name
    return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self._name

def _param_or(self, other):
    return _make_union((self, other))

def _param_ror(self, other):
    return _make_union((other, self))

def _param_mro_entries(self, bases, /):
    raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

def _param_reduce(self):
    return self._name

class TypeVar(_Lazy):
    def __init__(self, name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False):
        if not isinstance(name, str):
            raise TypeError(f"typevar() argument 'name' must be str, not {_said(name)}")
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if infer_variance and (covariant or contravariant):
            raise ValueError('Variance cannot be specified with infer_variance.')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints or bound is not None:
            import typing
            bound = typing._type_check(bound, 'Bound must be a type.') if bound is not None else None
            constraints = tuple([typing._type_check(t, 'TypeVar(name, constraint, ...): constraints must be types.') for t in constraints])
        self._init(name, bound, constraints, default, bool(covariant), bool(contravariant), bool(infer_variance))
        m = _caller()
        if m != 'typing':
            self.__module__ = m

    def _init(self, name, bound, constraints, default, co, contra, infer):
        self._name = name
        self._bound = bound
        self._constraints = constraints
        self._default = default
        self._evaluate_bound = None
        self._evaluate_constraints = None
        self._evaluate_default = None
        self.__covariant__ = co
        self.__contravariant__ = contra
        self.__infer_variance__ = infer

    @property
    def __name__(self):
        return self._name

    @property
    def __bound__(self):
        return self._lazy('bound')

    @property
    def __constraints__(self):
        return self._lazy('constraints')

    @property
    def __default__(self):
        return self._lazy('default')

    @property
    def evaluate_bound(self):
        return self._evaluate_bound or (None if self._bound is None else _const_evaluator(self._bound))

    @property
    def evaluate_constraints(self):
        return self._evaluate_constraints or (None if not self._constraints else _const_evaluator(self._constraints))

    @property
    def evaluate_default(self):
        return self._evaluate_default or (None if self._default is NoDefault else _const_evaluator(self._default))

    def has_default(self):
        return self._default is not NoDefault

    def __typing_subst__(self, arg):
        import typing
        return typing._typevar_subst(self, arg)

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        i = params.index(self)
        if i < len(args):
            return args
        if i == len(args) and self.has_default():
            return (*args, self.__default__)
        raise TypeError(f'Too few arguments for {alias!r}')

    __repr__ = _param_repr
    __or__ = _param_or
    __ror__ = _param_ror
    __mro_entries__ = _param_mro_entries
    __reduce__ = _param_reduce

_as_class(TypeVar, 'typing')

class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin
    def __repr__(self):
        return f'{self.__origin__.__name__}.args'
    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, ParamSpecArgs) else NotImplemented
    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

class ParamSpecKwargs:
    def __init__(self, origin):
        self.__origin__ = origin
    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'
    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, ParamSpecKwargs) else NotImplemented
    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

_as_class(ParamSpecArgs, 'typing')
_as_class(ParamSpecKwargs, 'typing')

class ParamSpec(_Lazy):
    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        self._name = name
        self._bound = bound
        self._default = default
        self._evaluate_default = None
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        m = _caller()
        if m != 'typing':
            self.__module__ = m

    @property
    def __name__(self):
        return self._name

    @property
    def __bound__(self):
        return self._bound

    @property
    def __default__(self):
        return self._lazy('default')

    @property
    def evaluate_default(self):
        return self._evaluate_default or (None if self._default is NoDefault else _const_evaluator(self._default))

    def has_default(self):
        return self._default is not NoDefault

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        import typing
        return typing._paramspec_subst(self, arg)

    def __typing_prepare_subst__(self, alias, args):
        import typing
        return typing._paramspec_prepare_subst(self, alias, args)

    __repr__ = _param_repr
    __or__ = _param_or
    __ror__ = _param_ror
    __mro_entries__ = _param_mro_entries
    __reduce__ = _param_reduce

_as_class(ParamSpec, 'typing')

class TypeVarTuple(_Lazy):
    def __init__(self, name, *, default=NoDefault):
        self._name = name
        self._default = default
        self._evaluate_default = None
        m = _caller()
        if m != 'typing':
            self.__module__ = m

    @property
    def __name__(self):
        return self._name

    @property
    def __default__(self):
        return self._lazy('default')

    @property
    def evaluate_default(self):
        return self._evaluate_default or (None if self._default is NoDefault else _const_evaluator(self._default))

    def has_default(self):
        return self._default is not NoDefault

    def __iter__(self):
        import typing
        yield typing.Unpack[self]

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __typing_prepare_subst__(self, alias, args):
        import typing
        return typing._typevartuple_prepare_subst(self, alias, args)

    def __repr__(self):
        return self._name

    __mro_entries__ = _param_mro_entries
    __reduce__ = _param_reduce

_as_class(TypeVarTuple, 'typing')

def _new_param(cls, name):
    p = _bare(cls)
    p._name = name
    p._default = NoDefault
    p._evaluate_default = None
    if cls is not TypeVarTuple:
        p._bound = None
        p.__covariant__ = p.__contravariant__ = False
        p.__infer_variance__ = True
    if cls is TypeVar:
        p._constraints = ()
        p._evaluate_bound = p._evaluate_constraints = None
    m = _caller()
    p.__module__ = m
    return p

def make_typevar(name):
    return _new_param(TypeVar, name)

def make_paramspec(name):
    return _new_param(ParamSpec, name)

def make_typevartuple(name):
    return _new_param(TypeVarTuple, name)

def make_typevar_bound(name, evaluate):
    p = _new_param(TypeVar, name)
    p._bound = _unset
    p._evaluate_bound = evaluate
    return p

def make_typevar_constraints(name, evaluate):
    p = _new_param(TypeVar, name)
    p._constraints = _unset
    p._evaluate_constraints = evaluate
    return p

def typeparam_default(p, evaluate):
    p._default = _unset
    p._evaluate_default = evaluate
    return p

class TypeAliasType:
    def __init__(self, name, value, *, type_params=()):
        if not isinstance(type_params, tuple):
            raise TypeError('type_params must be a tuple')
        self._name = name
        self._value = value
        self._evaluate_value = None
        self._type_params = type_params
        self.__module__ = _caller()

    @property
    def __name__(self):
        return self._name

    @property
    def __value__(self):
        if self._value is _unset:
            self._value = self._evaluate_value(1)
        return self._value

    @property
    def evaluate_value(self):
        return self._evaluate_value or _const_evaluator(self._value)

    @property
    def __type_params__(self):
        return self._type_params

    @property
    def __parameters__(self):
        r = []
        for p in self._type_params:
            if isinstance(p, TypeVarTuple):
                r.extend(p)
            else:
                r.append(p)
        return tuple(r)

    def __getitem__(self, item):
        if not self._type_params:
            raise TypeError('Only generic type aliases are subscriptable')
        return GenericAlias(self, item)

    def __repr__(self):
        return self._name

    def __iter__(self):
        import typing
        yield typing.Unpack[self]

    def __or__(self, other):
        return _make_union((self, other))

    def __ror__(self, other):
        return _make_union((other, self))

    def __reduce__(self):
        return self._name

_as_class(TypeAliasType, 'typing')

def make_typealias(name, params, evaluate):
    a = _bare(TypeAliasType)
    a._name = name
    a._value = _unset
    a._evaluate_value = evaluate
    a._type_params = params or ()
    a.__module__ = _caller()
    return a

class Generic:
    """Abstract base class for generic types."""
    __slots__ = ()

    @classmethod
    def __class_getitem__(cls, *args, **kwargs):
        import typing
        return typing._generic_class_getitem(cls, *args, **kwargs)

    def __init_subclass__(cls, *args, **kwargs):
        import typing
        return typing._generic_init_subclass(cls, *args, **kwargs)

_as_class(Generic, 'typing')

def subscript_generic(params):
    import typing
    r = []
    for p in params:
        if isinstance(p, TypeVarTuple):
            r.append(typing.Unpack[p])
        else:
            r.append(p)
    return Generic[tuple(r)]

def unpack_star(x):
    return next(iter(x))

# ---- templates (PEP 750)

class Interpolation:
    __slots__ = ('value', 'expression', 'conversion', 'format_spec')
    __match_args__ = ('value', 'expression', 'conversion', 'format_spec')

    def __new__(cls, value, expression='', conversion=None, format_spec=''):
        if not isinstance(expression, str):
            raise TypeError(f"Interpolation() argument 'expression' must be str, not {_said(expression)}")
        if conversion is not None:
            if not isinstance(conversion, str):
                raise TypeError(f"Interpolation() argument 'conversion' must be str, not {_said(conversion)}")
            if conversion not in ('s', 'r', 'a'):
                raise ValueError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'")
        if not isinstance(format_spec, str):
            raise TypeError(f"Interpolation() argument 'format_spec' must be str, not {_said(format_spec)}")
        self = _bare(cls)
        _slot_set(self, 'value', value)
        _slot_set(self, 'expression', expression)
        _slot_set(self, 'conversion', conversion)
        _slot_set(self, 'format_spec', format_spec)
        return self

    def __repr__(self):
        return f'Interpolation({self.value!r}, {self.expression!r}, {self.conversion!r}, {self.format_spec!r})'

    def __reduce__(self):
        return Interpolation, (self.value, self.expression, self.conversion, self.format_spec)

    __class_getitem__ = classmethod(GenericAlias)

_readonly(Interpolation, 'value', 'expression', 'conversion', 'format_spec')
_as_class(Interpolation, 'string.templatelib', final=True)

class Template:
    __slots__ = ('strings', 'interpolations')

    def __new__(cls, /, *args, **kwargs):
        if kwargs:
            raise TypeError('Template.__new__ only accepts *args arguments')
        strings = []
        interps = []
        last = False
        for a in args:
            if isinstance(a, str):
                if last:
                    strings[-1] += a
                else:
                    strings.append(a)
                last = True
            elif isinstance(a, Interpolation):
                if not last:
                    strings.append('')
                interps.append(a)
                last = False
            else:
                raise TypeError(f"Template.__new__ *args need to be of type 'str' or 'Interpolation', got {_said(a)}")
        if not last:
            strings.append('')
        self = _bare(cls)
        _slot_set(self, 'strings', tuple(strings))
        _slot_set(self, 'interpolations', tuple(interps))
        return self

    @property
    def values(self):
        return tuple([i.value for i in self.interpolations])

    def __iter__(self):
        it = _bare(_TemplateIter)
        it._parts = iter([x for x in _template_parts(self) if not isinstance(x, str) or x])
        return it

    def __add__(self, other):
        if not isinstance(other, Template):
            raise TypeError(f'can only concatenate string.templatelib.Template (not "{_said(other)}") to string.templatelib.Template')
        return Template(*_template_parts(self), *_template_parts(other))

    def __repr__(self):
        return f'Template(strings={self.strings!r}, interpolations={self.interpolations!r})'

    def __reduce__(self):
        import string.templatelib
        return string.templatelib._template_unpickle, (self.strings, self.interpolations)

    __class_getitem__ = classmethod(GenericAlias)

class _TemplateIter:
    __slots__ = ('_parts',)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._parts)

_readonly(Template, 'strings', 'interpolations')
_as_class(Template, 'string.templatelib', final=True)
_as_class(_TemplateIter, 'string.templatelib', 'TemplateIter', final=True)

def _template_parts(t):
    r = []
    for i, s in enumerate(t.strings):
        r.append(s)
        if i < len(t.interpolations):
            r.append(t.interpolations[i])
    return r

def _idfunc(x, /):
    return x
