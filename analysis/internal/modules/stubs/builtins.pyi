"""The names that are there without an import."""

class object:
    """The base of all classes."""
    __class__: type
    __dict__: dict
    __doc__: str
    __module__: str
    def __init__(self): ...
    def __eq__(self, other) -> bool: ...
    def __ne__(self, other) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def __format__(self, format_spec) -> str: ...
    def __getattribute__(self, name): ...
    def __setattr__(self, name, value) -> None: ...
    def __delattr__(self, name) -> None: ...
    def __dir__(self) -> list[str]: ...
    def __sizeof__(self) -> int: ...
    def __reduce__(self): ...
    def __reduce_ex__(self, protocol): ...
    def __init_subclass__(cls): ...

class type:
    """The class of classes; type(x) is the class of x."""
    __name__: str
    __qualname__: str
    __bases__: tuple
    __mro__: tuple
    def __init__(self, name_or_object, bases=..., dict=..., **kwds): ...
    def mro(self) -> list: ...
    def __subclasses__(self) -> list: ...

class int:
    """A whole number of any size."""
    real: int
    imag: int
    numerator: int
    denominator: int
    def __init__(self, x=0, base=10): ...
    def bit_length(self) -> int:
        """How many bits the number needs, without sign."""
    def bit_count(self) -> int:
        """How many bits of the absolute value are 1."""
    def to_bytes(self, length=1, byteorder='big', *, signed=False) -> bytes:
        """The number as that many bytes."""
    @classmethod
    def from_bytes(cls, bytes, byteorder='big', *, signed=False) -> int:
        """The number that some bytes stand for."""
    def as_integer_ratio(self) -> tuple[int, int]:
        """The number as a pair of numerator and denominator."""
    def is_integer(self) -> bool:
        """True."""
    def conjugate(self) -> int: ...

class bool(int):
    """True or False."""
    def __init__(self, x=False): ...

class float:
    """A floating-point number of 64 bits."""
    real: float
    imag: float
    def __init__(self, x=0.0): ...
    def is_integer(self) -> bool:
        """Whether the number is whole."""
    def as_integer_ratio(self) -> tuple[int, int]:
        """The exact value as a pair of whole numbers."""
    def hex(self) -> str:
        """The exact value in hexadecimal."""
    @classmethod
    def fromhex(cls, string) -> float:
        """The number that hex() wrote."""
    def conjugate(self) -> float: ...

class complex:
    """A complex number."""
    real: float
    imag: float
    def __init__(self, real=0, imag=0): ...
    def conjugate(self) -> complex: ...

class str:
    """Text: a sequence of code points."""
    def __init__(self, object='', encoding='utf-8', errors='strict'): ...
    def capitalize(self) -> str:
        """First letter in upper case, the rest in lower case."""
    def casefold(self) -> str:
        """Form for comparing without regard to case."""
    def center(self, width, fillchar=' ') -> str:
        """Filled on both sides to a width."""
    def count(self, sub, start=None, end=None) -> int:
        """How often sub occurs, without overlaps."""
    def encode(self, encoding='utf-8', errors='strict') -> bytes:
        """The bytes of the text in an encoding."""
    def endswith(self, suffix, start=None, end=None) -> bool:
        """Whether it ends with a suffix, or with one of a tuple of them."""
    def expandtabs(self, tabsize=8) -> str:
        """Tabs replaced by spaces."""
    def find(self, sub, start=None, end=None) -> int:
        """Where sub first occurs, or -1."""
    def format(self, *args, **kwargs) -> str:
        """The text with {fields} replaced by arguments."""
    def format_map(self, mapping) -> str:
        """The text with {fields} replaced by the values of a mapping."""
    def index(self, sub, start=None, end=None) -> int:
        """Where sub first occurs; ValueError when it does not."""
    def isalnum(self) -> bool:
        """Whether all characters are letters or digits, and there is one."""
    def isalpha(self) -> bool:
        """Whether all characters are letters, and there is one."""
    def isascii(self) -> bool:
        """Whether all characters are ASCII."""
    def isdecimal(self) -> bool:
        """Whether all characters are decimal digits, and there is one."""
    def isdigit(self) -> bool:
        """Whether all characters are digits, and there is one."""
    def isidentifier(self) -> bool:
        """Whether it could be a name."""
    def islower(self) -> bool:
        """Whether all cased characters are lower case, and there is one."""
    def isnumeric(self) -> bool:
        """Whether all characters are numeric, and there is one."""
    def isprintable(self) -> bool:
        """Whether all characters can be printed."""
    def isspace(self) -> bool:
        """Whether all characters are whitespace, and there is one."""
    def istitle(self) -> bool:
        """Whether words begin in upper case and go on in lower case."""
    def isupper(self) -> bool:
        """Whether all cased characters are upper case, and there is one."""
    def join(self, iterable) -> str:
        """The strings of iterable with this one between them."""
    def ljust(self, width, fillchar=' ') -> str:
        """Filled on the right to a width."""
    def lower(self) -> str:
        """In lower case."""
    def lstrip(self, chars=None) -> str:
        """Without leading whitespace, or leading characters of chars."""
    @staticmethod
    def maketrans(x, y=..., z=...) -> dict:
        """A table for translate()."""
    def partition(self, sep) -> tuple[str, str, str]:
        """What stands before the first sep, sep, and what stands behind it."""
    def removeprefix(self, prefix) -> str:
        """Without a prefix, if it has it."""
    def removesuffix(self, suffix) -> str:
        """Without a suffix, if it has it."""
    def replace(self, old, new, count=-1) -> str:
        """With old replaced by new, at most count times."""
    def rfind(self, sub, start=None, end=None) -> int:
        """Where sub last occurs, or -1."""
    def rindex(self, sub, start=None, end=None) -> int:
        """Where sub last occurs; ValueError when it does not."""
    def rjust(self, width, fillchar=' ') -> str:
        """Filled on the left to a width."""
    def rpartition(self, sep) -> tuple[str, str, str]:
        """What stands before the last sep, sep, and what stands behind it."""
    def rsplit(self, sep=None, maxsplit=-1) -> list[str]:
        """The parts between separators, splitting from the right."""
    def rstrip(self, chars=None) -> str:
        """Without trailing whitespace, or trailing characters of chars."""
    def split(self, sep=None, maxsplit=-1) -> list[str]:
        """The parts between separators; without sep, the words."""
    def splitlines(self, keepends=False) -> list[str]:
        """The lines."""
    def startswith(self, prefix, start=None, end=None) -> bool:
        """Whether it begins with a prefix, or with one of a tuple of them."""
    def strip(self, chars=None) -> str:
        """Without whitespace at both ends, or characters of chars."""
    def swapcase(self) -> str:
        """Upper case becomes lower case and the reverse."""
    def title(self) -> str:
        """Every word begins in upper case."""
    def translate(self, table) -> str:
        """With characters replaced as a table says."""
    def upper(self) -> str:
        """In upper case."""
    def zfill(self, width) -> str:
        """Filled with zeros on the left to a width."""
    def __getitem__(self, key) -> str: ...
    def __iter__(self) -> Iterator[str]: ...
    def __len__(self) -> int: ...
    def __add__(self, other) -> str: ...
    def __mod__(self, value) -> str: ...
    def __mul__(self, n) -> str: ...

class bytes:
    """An immutable sequence of bytes."""
    def __init__(self, source=b'', encoding=..., errors=...): ...
    def capitalize(self) -> bytes: ...
    def center(self, width, fillchar=b' ') -> bytes: ...
    def count(self, sub, start=None, end=None) -> int: ...
    def decode(self, encoding='utf-8', errors='strict') -> str:
        """The text that the bytes stand for in an encoding."""
    def endswith(self, suffix, start=None, end=None) -> bool: ...
    def expandtabs(self, tabsize=8) -> bytes: ...
    def find(self, sub, start=None, end=None) -> int: ...
    @classmethod
    def fromhex(cls, string) -> bytes:
        """The bytes that hexadecimal digits stand for."""
    def hex(self, sep=..., bytes_per_sep=1) -> str:
        """The bytes as hexadecimal digits."""
    def index(self, sub, start=None, end=None) -> int: ...
    def isalnum(self) -> bool: ...
    def isalpha(self) -> bool: ...
    def isascii(self) -> bool: ...
    def isdigit(self) -> bool: ...
    def islower(self) -> bool: ...
    def isspace(self) -> bool: ...
    def istitle(self) -> bool: ...
    def isupper(self) -> bool: ...
    def join(self, iterable) -> bytes: ...
    def ljust(self, width, fillchar=b' ') -> bytes: ...
    def lower(self) -> bytes: ...
    def lstrip(self, chars=None) -> bytes: ...
    @staticmethod
    def maketrans(frm, to) -> bytes: ...
    def partition(self, sep) -> tuple[bytes, bytes, bytes]: ...
    def removeprefix(self, prefix) -> bytes: ...
    def removesuffix(self, suffix) -> bytes: ...
    def replace(self, old, new, count=-1) -> bytes: ...
    def rfind(self, sub, start=None, end=None) -> int: ...
    def rindex(self, sub, start=None, end=None) -> int: ...
    def rjust(self, width, fillchar=b' ') -> bytes: ...
    def rpartition(self, sep) -> tuple[bytes, bytes, bytes]: ...
    def rsplit(self, sep=None, maxsplit=-1) -> list[bytes]: ...
    def rstrip(self, chars=None) -> bytes: ...
    def split(self, sep=None, maxsplit=-1) -> list[bytes]: ...
    def splitlines(self, keepends=False) -> list[bytes]: ...
    def startswith(self, prefix, start=None, end=None) -> bool: ...
    def strip(self, chars=None) -> bytes: ...
    def swapcase(self) -> bytes: ...
    def title(self) -> bytes: ...
    def translate(self, table, delete=b'') -> bytes: ...
    def upper(self) -> bytes: ...
    def zfill(self, width) -> bytes: ...
    def __iter__(self) -> Iterator[int]: ...
    def __len__(self) -> int: ...

class bytearray(bytes):
    """A changeable sequence of bytes."""
    def append(self, item) -> None: ...
    def clear(self) -> None: ...
    def copy(self) -> bytearray: ...
    def extend(self, iterable) -> None: ...
    def insert(self, index, item) -> None: ...
    def pop(self, index=-1) -> int: ...
    def remove(self, value) -> None: ...
    def reverse(self) -> None: ...
    def resize(self, size) -> None: ...

class memoryview:
    """A view of the bytes of another object, without copying them."""
    format: str
    itemsize: int
    nbytes: int
    ndim: int
    obj: object
    readonly: bool
    shape: tuple
    strides: tuple
    def __init__(self, object): ...
    def cast(self, format, shape=...) -> memoryview: ...
    def hex(self, sep=..., bytes_per_sep=1) -> str: ...
    def release(self) -> None: ...
    def tobytes(self, order='C') -> bytes: ...
    def tolist(self) -> list: ...
    def toreadonly(self) -> memoryview: ...
    def __len__(self) -> int: ...

class list[T]:
    """A changeable sequence."""
    def __init__(self, iterable=()): ...
    def append(self, object) -> None:
        """Add an item at the end."""
    def clear(self) -> None:
        """Remove all items."""
    def copy(self) -> list[T]:
        """A new list with the same items."""
    def count(self, value) -> int:
        """How often a value occurs."""
    def extend(self, iterable) -> None:
        """Add all items of iterable at the end."""
    def index(self, value, start=0, stop=...) -> int:
        """Where a value first occurs; ValueError when it does not."""
    def insert(self, index, object) -> None:
        """Put an item before an index."""
    def pop(self, index=-1) -> T:
        """Remove and return an item, the last by default; IndexError when there is none."""
    def remove(self, value) -> None:
        """Remove the first item equal to a value; ValueError when there is none."""
    def reverse(self) -> None:
        """Turn the order around, in place."""
    def sort(self, *, key=None, reverse=False) -> None:
        """Sort in place; equal items keep their order."""
    def __getitem__(self, index) -> T: ...
    def __iter__(self) -> Iterator[T]: ...
    def __len__(self) -> int: ...
    def __add__(self, other) -> list[T]: ...

class tuple[T]:
    """An immutable sequence."""
    def __init__(self, iterable=()): ...
    def count(self, value) -> int:
        """How often a value occurs."""
    def index(self, value, start=0, stop=...) -> int:
        """Where a value first occurs; ValueError when it does not."""
    def __getitem__(self, index) -> T: ...
    def __iter__(self) -> Iterator[T]: ...
    def __len__(self) -> int: ...

class dict[K, V]:
    """A mapping of keys to values that keeps the order of insertion."""
    def __init__(self, mapping=..., **kwargs): ...
    def clear(self) -> None:
        """Remove all entries."""
    def copy(self) -> dict[K, V]:
        """A new dict with the same entries."""
    @classmethod
    def fromkeys(cls, iterable, value=None) -> dict:
        """A dict with the keys of iterable, all with one value."""
    def get(self, key, default=None) -> V:
        """The value of a key, or a default."""
    def items(self) -> Iterable[tuple[K, V]]:
        """A view of the pairs of key and value."""
    def keys(self) -> Iterable[K]:
        """A view of the keys."""
    def pop(self, key, default=...) -> V:
        """Remove a key and return its value, or a default."""
    def popitem(self) -> tuple[K, V]:
        """Remove and return the last entry."""
    def setdefault(self, key, default=None) -> V:
        """The value of a key, which is set to a default if it is missing."""
    def update(self, mapping=..., **kwargs) -> None:
        """Take over the entries of another mapping."""
    def values(self) -> Iterable[V]:
        """A view of the values."""
    def __getitem__(self, key) -> V: ...
    def __iter__(self) -> Iterator[K]: ...
    def __len__(self) -> int: ...

class set[T]:
    """A changeable collection of different items."""
    def __init__(self, iterable=()): ...
    def add(self, elem) -> None:
        """Put an item in."""
    def clear(self) -> None:
        """Remove all items."""
    def copy(self) -> set[T]:
        """A new set with the same items."""
    def difference(self, *others) -> set[T]:
        """The items that the others do not have."""
    def difference_update(self, *others) -> None:
        """Remove the items that the others have."""
    def discard(self, elem) -> None:
        """Remove an item, if it is there."""
    def intersection(self, *others) -> set[T]:
        """The items that all have."""
    def intersection_update(self, *others) -> None:
        """Keep only the items that all have."""
    def isdisjoint(self, other) -> bool:
        """Whether there is no common item."""
    def issubset(self, other) -> bool:
        """Whether other has all items of this one."""
    def issuperset(self, other) -> bool:
        """Whether this one has all items of other."""
    def pop(self) -> T:
        """Remove and return some item; KeyError when there is none."""
    def remove(self, elem) -> None:
        """Remove an item; KeyError when it is not there."""
    def symmetric_difference(self, other) -> set[T]:
        """The items that exactly one of the two has."""
    def symmetric_difference_update(self, other) -> None:
        """Keep the items that exactly one of the two has."""
    def union(self, *others) -> set[T]:
        """The items that any has."""
    def update(self, *others) -> None:
        """Put in the items of the others."""
    def __iter__(self) -> Iterator[T]: ...
    def __len__(self) -> int: ...

class frozenset[T]:
    """An immutable collection of different items."""
    def __init__(self, iterable=()): ...
    def copy(self) -> frozenset[T]: ...
    def difference(self, *others) -> frozenset[T]: ...
    def intersection(self, *others) -> frozenset[T]: ...
    def isdisjoint(self, other) -> bool: ...
    def issubset(self, other) -> bool: ...
    def issuperset(self, other) -> bool: ...
    def symmetric_difference(self, other) -> frozenset[T]: ...
    def union(self, *others) -> frozenset[T]: ...
    def __iter__(self) -> Iterator[T]: ...
    def __len__(self) -> int: ...

class range:
    """The whole numbers from start to before stop, in steps."""
    start: int
    stop: int
    step: int
    def __init__(self, start_or_stop, stop=..., step=1): ...
    def count(self, value) -> int: ...
    def index(self, value) -> int: ...
    def __iter__(self) -> Iterator[int]: ...
    def __getitem__(self, index) -> int: ...
    def __len__(self) -> int: ...

class slice:
    """The start:stop:step of a subscript."""
    start: object
    stop: object
    step: object
    def __init__(self, start_or_stop, stop=..., step=None): ...
    def indices(self, length) -> tuple[int, int, int]: ...

class Iterator[T]:
    def __iter__(self) -> Iterator[T]: ...
    def __next__(self) -> T: ...

class Iterable[T]:
    def __iter__(self) -> Iterator[T]: ...
    def __len__(self) -> int: ...

class property:
    """An attribute that calls a function when it is read."""
    fget: object
    fset: object
    fdel: object
    def __init__(self, fget=None, fset=None, fdel=None, doc=None): ...
    def getter(self, fget) -> property: ...
    def setter(self, fset) -> property: ...
    def deleter(self, fdel) -> property: ...

class staticmethod:
    """A method that takes neither self nor the class."""
    def __init__(self, function): ...

class classmethod:
    """A method that takes the class as its first argument."""
    def __init__(self, function): ...

class super:
    """The methods of the base classes, for the current class and instance."""
    def __init__(self, type=..., object_or_type=...): ...

class enumerate:
    """Pairs of a running number and an item."""
    def __init__(self, iterable, start=0): ...
    def __iter__(self) -> Iterator[tuple]: ...

class zip:
    """Tuples of the items of several iterables; strict=True wants equal lengths."""
    def __init__(self, *iterables, strict=False): ...
    def __iter__(self) -> Iterator[tuple]: ...

class map:
    """The results of a function for every item."""
    def __init__(self, func, *iterables, strict=False): ...
    def __iter__(self): ...

class filter:
    """The items for which a function is true; with None, the true items."""
    def __init__(self, function, iterable): ...
    def __iter__(self): ...

class reversed:
    """The items of a sequence from the last to the first."""
    def __init__(self, sequence): ...
    def __iter__(self): ...

class TextFile:
    """A text file, as open() gives it."""
    name: str
    mode: str
    encoding: str
    closed: bool
    buffer: object
    def close(self) -> None:
        """Write out what is buffered and close the file."""
    def fileno(self) -> int: ...
    def flush(self) -> None:
        """Write out what is buffered."""
    def isatty(self) -> bool: ...
    def read(self, size=-1) -> str:
        """Up to size characters, or all that are left."""
    def readable(self) -> bool: ...
    def readline(self, size=-1) -> str:
        """The next line with its end, or '' at the end of the file."""
    def readlines(self, hint=-1) -> list[str]:
        """All lines that are left."""
    def seek(self, offset, whence=0) -> int: ...
    def seekable(self) -> bool: ...
    def tell(self) -> int: ...
    def truncate(self, size=None) -> int: ...
    def writable(self) -> bool: ...
    def write(self, text) -> int:
        """Write text; returns how many characters there were."""
    def writelines(self, lines) -> None: ...
    def __enter__(self) -> TextFile: ...
    def __exit__(self, exc, val, tb): ...
    def __iter__(self) -> Iterator[str]: ...
    def __next__(self) -> str: ...

class BaseException:
    """The base of all exceptions."""
    args: tuple
    __cause__: BaseException
    __context__: BaseException
    __suppress_context__: bool
    __traceback__: object
    __notes__: list[str]
    def __init__(self, *args): ...
    def with_traceback(self, tb): ...
    def add_note(self, note) -> None:
        """Add a line that is shown with the exception."""
class Exception(BaseException):
    """The base of all exceptions that programs usually handle."""
class BaseExceptionGroup(BaseException):
    """Several exceptions in one."""
    message: str
    exceptions: tuple
    def __init__(self, message, exceptions): ...
    def split(self, condition): ...
    def subgroup(self, condition): ...
    def derive(self, exceptions): ...
class ExceptionGroup(BaseExceptionGroup, Exception):
    """Several exceptions in one."""
class SystemExit(BaseException):
    """Ends the program; raised by sys.exit()."""
    code: object
class TaskletExit(SystemExit):
    """Ends a tasklet silently; raised in it by kill(). A builtin: it is not in module stackless."""
class KeyboardInterrupt(BaseException):
    """The user pressed the interrupt key."""
class GeneratorExit(BaseException):
    """Raised in a generator that is closed."""
class StopIteration(Exception):
    """An iterator has no more items. Sent over a channel, it ends a loop over the channel."""
    value: object
class StopAsyncIteration(Exception):
    """An asynchronous iterator has no more items."""
class ArithmeticError(Exception):
    """The base of errors of calculation."""
class FloatingPointError(ArithmeticError): ...
class OverflowError(ArithmeticError):
    """A result is too large."""
class ZeroDivisionError(ArithmeticError):
    """A division by zero."""
class AssertionError(Exception):
    """An assert statement failed."""
class AttributeError(Exception):
    """An object has no such attribute."""
    name: str
    obj: object
class BufferError(Exception): ...
class EOFError(Exception):
    """input() met the end of the file."""
class ImportError(Exception):
    """An import failed."""
    name: str
    path: str
    msg: str
class ModuleNotFoundError(ImportError):
    """There is no module of that name."""
class LookupError(Exception):
    """The base of IndexError and KeyError."""
class IndexError(LookupError):
    """A sequence has no such index."""
class KeyError(LookupError):
    """A mapping has no such key."""
class MemoryError(Exception):
    """There is not enough memory."""
class NameError(Exception):
    """A name has no value."""
    name: str
class UnboundLocalError(NameError):
    """A local variable has no value yet."""
class OSError(Exception):
    """The operating system refused something."""
    errno: int
    strerror: str
    filename: str
    filename2: str
EnvironmentError = OSError
IOError = OSError
class BlockingIOError(OSError): ...
class ChildProcessError(OSError): ...
class ConnectionError(OSError): ...
class BrokenPipeError(ConnectionError): ...
class ConnectionAbortedError(ConnectionError): ...
class ConnectionRefusedError(ConnectionError): ...
class ConnectionResetError(ConnectionError): ...
class FileExistsError(OSError):
    """The file is already there."""
class FileNotFoundError(OSError):
    """There is no such file or folder."""
class InterruptedError(OSError): ...
class IsADirectoryError(OSError):
    """A file was wanted, but it is a folder."""
class NotADirectoryError(OSError):
    """A folder was wanted, but it is none."""
class PermissionError(OSError):
    """It is not allowed."""
class ProcessLookupError(OSError): ...
class TimeoutError(OSError):
    """It took too long."""
class ReferenceError(Exception): ...
class RuntimeError(Exception):
    """Something went wrong; also: a deadlock of tasklets."""
class NotImplementedError(RuntimeError):
    """A method that a subclass must write."""
class PythonFinalizationError(RuntimeError): ...
class RecursionError(RuntimeError):
    """Calls are nested too deep."""
class SyntaxError(Exception):
    """The source is no Python."""
    msg: str
    filename: str
    lineno: int
    offset: int
    text: str
    end_lineno: int
    end_offset: int
class IndentationError(SyntaxError): ...
class _IncompleteInputError(SyntaxError): ...
class TabError(IndentationError): ...
class SystemError(Exception): ...
class TypeError(Exception):
    """An object has the wrong type."""
class ValueError(Exception):
    """An object has the right type but a value that does not fit; also: an operation on a closed channel."""
class UnicodeError(ValueError): ...
class UnicodeDecodeError(UnicodeError):
    encoding: str
    object: bytes
    start: int
    end: int
    reason: str
class UnicodeEncodeError(UnicodeError):
    encoding: str
    object: str
    start: int
    end: int
    reason: str
class UnicodeTranslateError(UnicodeError): ...
class Warning(Exception):
    """The base of warnings."""
class BytesWarning(Warning): ...
class DeprecationWarning(Warning): ...
class EncodingWarning(Warning): ...
class FutureWarning(Warning): ...
class ImportWarning(Warning): ...
class PendingDeprecationWarning(Warning): ...
class ResourceWarning(Warning): ...
class RuntimeWarning(Warning): ...
class SyntaxWarning(Warning): ...
class UnicodeWarning(Warning): ...
class UserWarning(Warning): ...

Ellipsis = ...
NotImplemented = ...
__debug__: bool
__build_class__ = ...
copyright = ...
credits = ...
exit = ...
quit = ...
license = ...

def __import__(name, globals=None, locals=None, fromlist=(), level=0):
    """What the import statement calls."""
def abs(x):
    """The absolute value."""
def aiter(async_iterable):
    """The iterator of an asynchronous iterable."""
def all(iterable) -> bool:
    """Whether all items are true."""
def anext(async_iterator, default=...):
    """The next item of an asynchronous iterator."""
def any(iterable) -> bool:
    """Whether some item is true."""
def ascii(object) -> str:
    """As repr(), with everything beyond ASCII escaped."""
def bin(number) -> str:
    """A whole number in binary: '0b101'."""
def breakpoint(*args, **kwargs):
    """Stop in the debugger."""
def callable(object) -> bool:
    """Whether the object can be called."""
def chr(i) -> str:
    """The character with a code point."""
def compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1):
    """Source text to a code object."""
def delattr(object, name) -> None:
    """Delete an attribute."""
def dir(object=...) -> list[str]:
    """The names of an object's attributes; without an argument, the local names."""
def divmod(x, y) -> tuple:
    """Quotient and remainder."""
def eval(source, globals=None, locals=None):
    """The value of an expression given as text."""
def exec(source, globals=None, locals=None, *, closure=None) -> None:
    """Run statements given as text."""
def format(value, format_spec='') -> str:
    """A value as a format specification says."""
def getattr(object, name, default=...):
    """The attribute of that name, or a default."""
def globals() -> dict:
    """The names of the module."""
def hasattr(object, name) -> bool:
    """Whether the object has an attribute of that name."""
def hash(object) -> int:
    """The number under which dicts look for the object."""
def help(request=...) -> None:
    """Show documentation."""
def hex(number) -> str:
    """A whole number in hexadecimal: '0xff'."""
def id(object) -> int:
    """A number that no other living object has."""
def input(prompt='') -> str:
    """A line from the standard input, without its end."""
def isinstance(object, class_or_tuple) -> bool:
    """Whether the object is of a class or one of its subclasses."""
def issubclass(cls, class_or_tuple) -> bool:
    """Whether a class is, or inherits from, another."""
def iter(object, sentinel=...):
    """An iterator over the object; with a sentinel, over the results of calling it."""
def len(object) -> int:
    """How many items there are."""
def locals() -> dict:
    """The local names and their values."""
def max(arg1, *args, key=None, default=...):
    """The largest of the arguments, or of the items of one."""
def min(arg1, *args, key=None, default=...):
    """The smallest of the arguments, or of the items of one."""
def next(iterator, default=...):
    """The next item of an iterator, or a default when there is none."""
def oct(number) -> str:
    """A whole number in octal: '0o17'."""
def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None) -> TextFile:
    """Open a file. The mode is 'r', 'w', 'a' or 'x', with 'b' for bytes and '+' for reading and writing."""
def ord(character) -> int:
    """The code point of a character."""
def pow(base, exp, mod=None):
    """base to the power of exp, modulo mod if given."""
def print(*args, sep=' ', end='\n', file=None, flush=False) -> None:
    """Write values to a file, the standard output by default."""
def repr(object) -> str:
    """The object as text for programmers."""
def round(number, ndigits=None):
    """The number with that many digits behind the point; halves go to the even neighbour."""
def setattr(object, name, value) -> None:
    """Set an attribute."""
def sorted(iterable, /, *, key=None, reverse=False) -> list:
    """A new list of the items in order."""
def sum(iterable, start=0):
    """The sum of the items."""
def vars(object=...) -> dict:
    """The attributes of an object; without an argument, the local names."""
