# The module _decimal: its exceptions and contexts, and the rare functions, which are those of _pydecimal.

def _decimal_error(name, bases, doc):
    return type(name, bases, {'__module__': 'decimal', '__doc__': doc})

decimal_DecimalException = _decimal_error('DecimalException', (ArithmeticError,), None)
decimal_Clamped = _decimal_error('Clamped', (decimal_DecimalException,), None)
decimal_InvalidOperation = _decimal_error('InvalidOperation', (decimal_DecimalException,), None)
decimal_DivisionByZero = _decimal_error('DivisionByZero', (decimal_DecimalException, ZeroDivisionError), None)
decimal_Inexact = _decimal_error('Inexact', (decimal_DecimalException,), None)
decimal_Rounded = _decimal_error('Rounded', (decimal_DecimalException,), None)
decimal_Subnormal = _decimal_error('Subnormal', (decimal_DecimalException,), None)
decimal_Overflow = _decimal_error('Overflow', (decimal_Inexact, decimal_Rounded), None)
decimal_Underflow = _decimal_error('Underflow', (decimal_Inexact, decimal_Rounded, decimal_Subnormal), None)
decimal_FloatOperation = _decimal_error('FloatOperation', (decimal_DecimalException, TypeError), None)
decimal_ConversionSyntax = _decimal_error('ConversionSyntax', (decimal_InvalidOperation,), None)
decimal_DivisionImpossible = _decimal_error('DivisionImpossible', (decimal_InvalidOperation,), None)
decimal_DivisionUndefined = _decimal_error('DivisionUndefined', (decimal_InvalidOperation, ZeroDivisionError), None)
decimal_InvalidContext = _decimal_error('InvalidContext', (decimal_InvalidOperation,), None)

# (signal, its bits, the bit that is set for it), in the order of CPython
_decimal_bits = (
    (decimal_InvalidOperation, 0x3ba, 0x100), (decimal_FloatOperation, 0x8000, 0x8000), (decimal_DivisionByZero, 4, 4),
    (decimal_Overflow, 0x800, 0x800), (decimal_Underflow, 0x4000, 0x4000), (decimal_Subnormal, 0x2000, 0x2000),
    (decimal_Inexact, 0x40, 0x40), (decimal_Rounded, 0x1000, 0x1000), (decimal_Clamped, 1, 1))

_decimal_made = {}

def decimal_first_context():
    c = _decimal_made['DefaultContext'].copy()
    c.clear_flags()
    _decimal_made['var'].set(c)
    return c

def decimal_getcontext():
    "Get the current default context."
    c = _decimal_made['var'].get(None)
    return decimal_first_context() if c is None else c

def decimal_setcontext(context, /):
    "Set a new default context."
    if not isinstance(context, _decimal_made['Context']):
        raise TypeError('optional argument must be a context')
    templates = _decimal_made['DefaultContext'], _decimal_made['BasicContext'], _decimal_made['ExtendedContext']
    if any(context is t for t in templates):
        context = context.copy()
        context.clear_flags()
    _decimal_made['var'].set(context)

class decimal_ContextManager:
    __module__ = 'decimal'
    __slots__ = ('_new', '_saved')

    def __init__(self, new):
        self._new = new
        self._saved = None

    def __enter__(self):
        self._saved = decimal_getcontext()
        decimal_setcontext(self._new)
        return self._new

    def __exit__(self, t, v, tb):
        decimal_setcontext(self._saved)
        return False

decimal_ContextManager.__name__ = decimal_ContextManager.__qualname__ = 'ContextManager'

def decimal_localcontext(ctx=None, *, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
    """Return a context manager that will set the default context to a copy of ctx
on entry to the with-statement and restore the previous default context when
exiting the with-statement. If no context is supplied, a copy of the current
default context is used."""
    if ctx is None:
        ctx = decimal_getcontext()
    elif not isinstance(ctx, _decimal_made['Context']):
        raise TypeError('optional argument must be a context')
    new = ctx.copy()
    for name, v in (('prec', prec), ('rounding', rounding), ('Emin', Emin), ('Emax', Emax), ('capitals', capitals), ('clamp', clamp), ('flags', flags), ('traps', traps)):
        if v is not None:
            if name == 'flags' or name == 'traps':
                decimal_set_signals(new, name == 'traps', v)
            else:
                setattr(new, name, v)
    return decimal_ContextManager(new)

def decimal_IEEEContext(bits, /):
    """Return a context object initialized to the proper values for one of the
IEEE interchange formats.  The argument must be a multiple of 32 and less
than IEEE_CONTEXT_MAX_BITS."""
    if not isinstance(bits, int) or bits <= 0 or bits > 512 or bits % 32:
        raise ValueError('argument must be a multiple of 32, with a maximum of 512')
    c = _decimal_made['Context'](prec=9 * (bits // 32) - 2, rounding='ROUND_HALF_EVEN', Emax=3 * (1 << (bits // 16 + 3)), clamp=1, traps=[])
    c.Emin = 1 - c.Emax
    return c

def _decimal_mask(signals, name):
    if isinstance(signals, _decimal_made['SignalDict']):
        return _decimal_made['mask'](signals._context, signals._traps)
    mask = 0
    if isinstance(signals, dict):
        if len(signals) != len(_decimal_bits) or any(s not in signals for s, _, _ in _decimal_bits):
            raise KeyError('invalid signal dict')
        for s, bits, _ in _decimal_bits:
            if signals[s]:
                mask |= bits
        return mask
    if not isinstance(signals, list):
        raise TypeError('argument must be a signal dict')
    for s in signals:
        for t, bits, _ in _decimal_bits:
            if s is t:
                mask |= bits
                break
        else:
            raise KeyError('valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]')
    return mask

def decimal_set_signals(context, traps, v):
    _decimal_made['set_mask'](context, traps, _decimal_mask(v, 'traps' if traps else 'flags'))

def decimal_signals(context, traps):
    return _decimal_made['SignalDict'](context, traps)

def _decimal_names(mask):
    return [s for s, bits, _ in _decimal_bits if mask & bits]

def decimal_context_repr(c):
    def names(mask): # in the order of the lowest bits
        found = [(0x400 if bits == 0x8000 else mask & bits & -(mask & bits), s.__name__) for s, bits, _ in _decimal_bits if mask & bits]
        return ', '.join([n for _, n in sorted(found)])
    mask = _decimal_made['mask']
    flags, traps = names(mask(c, False)), names(mask(c, True))
    return (f'Context(prec={c.prec}, rounding={c.rounding}, Emin={c.Emin}, Emax={c.Emax}, capitals={c.capitals}, clamp={c.clamp}, '
            f'flags=[{flags}], traps=[{traps}])')

def decimal_context_reduce(c):
    mask = _decimal_made['mask']
    return type(c), (c.prec, c.rounding, c.Emin, c.Emax, c.capitals, c.clamp, _decimal_names(mask(c, False)), _decimal_names(mask(c, True)))

def decimal_tuple(sign, digits, exponent):
    return _decimal_made['DecimalTuple'](sign, digits, exponent)

def decimal_rare(name, args, c, finish):
    import _pydecimal as P
    p = P.Context(prec=c.prec, rounding=c.rounding, Emin=c.Emin, Emax=c.Emax, capitals=c.capitals, clamp=c.clamp, flags=[], traps=[])
    exact = P.Context(prec=P.MAX_PREC, Emin=P.MIN_EMIN, Emax=P.MAX_EMAX, traps=[])
    import sys
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        r = getattr(p, name)(*[P.Decimal(a, exact) for a in args])
    finally:
        sys.set_int_max_str_digits(limit)
    status = 0
    for s, _, bit in _decimal_bits:
        if p.flags[getattr(P, s.__name__)]:
            status |= bit
    if name == 'remainder_near' and status & 0x100:
        a, b = [P.Decimal(a, exact) for a in args]
        if a.is_finite() and b.is_finite() and b:
            status = status & ~0x100 | 8
    if isinstance(r, P.Decimal):
        r = (str(r),)
    return finish(r, status, c)

def decimal_format(text, spec, c, override):
    import _pydecimal as P
    p = P.Context(prec=c.prec, rounding=c.rounding, Emin=c.Emin, Emax=c.Emax, capitals=c.capitals, clamp=c.clamp, flags=[], traps=[])
    if spec[-1:] == 'N':
        import warnings
        warnings.warn("Format specifier 'N' is deprecated and slated for removal in Python 3.18", DeprecationWarning)
        return decimal_format(text, spec[:-1] + 'n', c, override).upper()
    if override is not None:
        local = {'decimal_point': override.get('decimal_point', '.'), 'thousands_sep': override.get('thousands_sep', ''),
                 'grouping': list(override.get('grouping', '').encode('latin-1'))}
    else:
        local = None
    try:
        return P.Decimal(text).__format__(spec, p, _localeconv=local)
    except (ValueError, MemoryError):
        pass
    raise ValueError('invalid format string')

def decimal_compare_rational(d, v, op):
    from numbers import Complex, Rational
    if isinstance(v, Rational):
        exact = _decimal_made['Context'](prec=999999999999999999, Emin=-999999999999999999, Emax=999999999999999999, traps=[decimal_InvalidOperation])
        a, b = exact.multiply(d, v.denominator) if d.is_finite() else d, v.numerator
    elif op in ('eq', 'ne') and isinstance(v, Complex) and v.imag == 0:
        a, b = d, v.real
    else:
        return NotImplemented
    if op == 'eq':
        return a == b
    if op == 'ne':
        return a != b
    if op == 'lt':
        return a < b
    if op == 'le':
        return a <= b
    if op == 'gt':
        return a > b
    return a >= b

def decimal_module(name):
    from collections import namedtuple
    from collections.abc import MutableMapping
    from numbers import Number
    m = _new_module(name)
    m.__doc__ = 'C decimal arithmetic module'
    if 'names' in _decimal_made: # imported again: the classes stay the same
        for n, v in _decimal_made['names'].items():
            setattr(m, n, v)
        return m
    var = ContextVar('decimal_context')
    mask, set_mask = _decimal_setup(m, var)

    class SignalDict(MutableMapping):
        __module__ = 'decimal'

        def __init__(self, context, traps):
            self._context = context
            self._traps = traps

        def _bits(self, key):
            for s, bits, _ in _decimal_bits:
                if s is key:
                    return bits
            raise KeyError('invalid error flag')

        def __getitem__(self, key):
            return mask(self._context, self._traps) & self._bits(key) != 0

        def __setitem__(self, key, value):
            bits = self._bits(key)
            n = mask(self._context, self._traps)
            set_mask(self._context, self._traps, n | bits if value else n & ~bits)

        def __delitem__(self, key):
            raise ValueError('signal keys cannot be deleted')

        def __iter__(self):
            return iter([s for s, _, _ in _decimal_bits])

        def __len__(self):
            return len(_decimal_bits)

        def __repr__(self):
            return '{' + ', '.join([f'{s!r}:{self[s]}' for s in self]) + '}'

        def __eq__(self, other):
            if isinstance(other, SignalDict):
                return mask(self._context, self._traps) == mask(other._context, other._traps)
            if isinstance(other, dict):
                return dict(self) == other
            return NotImplemented

        __hash__ = None

        def copy(self):
            return dict(self)

    SignalDict.__qualname__ = 'SignalDict'
    made = _decimal_made
    made.update(var=var, mask=mask, set_mask=set_mask, SignalDict=SignalDict, Context=m.Context, DefaultContext=m.DefaultContext,
                BasicContext=m.BasicContext, ExtendedContext=m.ExtendedContext,
                DecimalTuple=namedtuple('DecimalTuple', 'sign digits exponent', module='decimal'))
    m.DecimalTuple = made['DecimalTuple']
    Number.register(m.Decimal)
    for cls in (decimal_DecimalException, decimal_Clamped, decimal_InvalidOperation, decimal_DivisionByZero, decimal_Inexact,
                decimal_Rounded, decimal_Subnormal, decimal_Overflow, decimal_Underflow, decimal_FloatOperation,
                decimal_ConversionSyntax, decimal_DivisionImpossible, decimal_DivisionUndefined, decimal_InvalidContext):
        setattr(m, cls.__name__, cls)
    m.getcontext = decimal_getcontext
    m.setcontext = decimal_setcontext
    m.localcontext = decimal_localcontext
    m.IEEEContext = decimal_IEEEContext
    m.__version__ = '1.70'
    m.__libmpdec_version__ = '4.0.0'
    made['names'] = {n: v for n, v in m.__dict__.items() if n not in ('__name__', '__doc__', '__package__', '__loader__', '__spec__')}
    return m
