# What the package importlib finds in _imp, _frozen_importlib and _frozen_importlib_external.

def imp_lock():
    "The import lock: modules are imported one at a time anyway."

def imp_lock_held():
    return False

def imp_is_builtin(name, /):
    return 1 if _is_native(name) else 0

def imp_is_frozen(name, /):
    return False

def imp_create_builtin(spec, /):
    return _make_native(spec.name)

def imp_exec_builtin(mod, /):
    return 0

def imp_extension_suffixes():
    return []

def imp_fix_co_filename(code, path, /):
    pass

def imp_find_frozen(name, /, *, withdata=False):
    return None

def imp_frozen(name, /, *args):
    raise ImportError(f'No such frozen object named {name}', name=name)

def imp_override(override, /):
    return 0


imp_check_hash = 'default'

def imp_source_hash(key, source):
    h = key ^ 0xcbf29ce484222325
    for b in bytes(source):
        h = ((h ^ b) * 0x100000001b3) & 0xffffffffffffffff
    return h.to_bytes(8, 'little')

def importlib_gcd_import(name, package=None, level=0):
    if not isinstance(name, str):
        raise TypeError(f'module name must be str, not {type(name)}')
    if level > 0:
        if not isinstance(package, str):
            raise TypeError('__package__ not set to a string')
        if not package:
            raise ImportError('attempted relative import with no known parent package')
        name = _resolve(name, package, level)
    elif not name:
        raise ValueError('Empty module name')
    return import_module(name)

def importlib_resolve_name(name, package, level):
    return _resolve(name, package, level)

def importlib_find_spec(name, path, target=None):
    return _find_spec(name, path)

def importlib_exec(spec, module):
    import sys
    if sys.modules.get(spec.name) is not module:
        raise ImportError(f'module {spec.name!r} not in sys.modules', name=spec.name)
    try:
        if spec.loader is None:
            if spec.submodule_search_locations is None:
                raise ImportError('missing loader', name=spec.name)
            _init_attrs(spec, module)
        else:
            _init_attrs(spec, module)
            spec.loader.exec_module(module)
    finally:
        module = sys.modules.pop(spec.name)
        sys.modules[spec.name] = module
    return module

def importlib_module_from_spec(spec):
    if not hasattr(spec.loader, 'create_module') and hasattr(spec.loader, 'exec_module'):
        raise ImportError('loaders that define exec_module() must also define create_module()')
    return _module_from_spec(spec)

def importlib_init_attrs(spec, module, *, override=False):
    _init_attrs(spec, module)
    return module

def importlib_spec_from_module(module, loader=None, origin=None):
    spec = getattr(module, '__spec__', None)
    if spec is not None:
        return spec
    return importlib_spec_from_loader(module.__name__, loader or getattr(module, '__loader__', None), origin=origin)

def importlib_spec_from_loader(name, loader, *, origin=None, is_package=None):
    "Return a module spec based on various loader methods."
    if origin is None:
        origin = getattr(loader, '_ORIGIN', None)
    if hasattr(loader, 'get_filename'):
        if is_package is None:
            return importlib_spec_from_file_location(name, loader=loader)
        return importlib_spec_from_file_location(name, loader=loader, submodule_search_locations=[] if is_package else None)
    if is_package is None:
        is_package = False
        if hasattr(loader, 'is_package'):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)

_unset = object()

def importlib_spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_unset):
    "Return a module spec based on a file location."
    if location is None:
        location = '<unknown>'
        if hasattr(loader, 'get_filename'):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        location = fspath(location)
        if isinstance(location, str) and not location.startswith('/') and not location.startswith('<'):
            location = _cwd() + '/' + location
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if loader is None:
        if not (isinstance(location, str) and location.endswith('.py')):
            return None
        loader = SourceFileLoader(name, location)
        spec.loader = loader
    if submodule_search_locations is _unset:
        if hasattr(loader, 'is_package'):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                pass
            else:
                if is_package:
                    spec.submodule_search_locations = []
    else:
        spec.submodule_search_locations = submodule_search_locations
    if spec.submodule_search_locations == [] and location:
        spec.submodule_search_locations.append(location.rpartition('/')[0])
    return spec

def importlib_decode_source(source):
    "Decode bytes representing source code and return the string."
    return _decode_source(bytes(source))

def importlib_pack_uint32(x):
    return (int(x) & 0xFFFFFFFF).to_bytes(4, 'little')

def importlib_unpack_uint32(data):
    return int.from_bytes(data, 'little')

def importlib_unpack_uint16(data):
    return int.from_bytes(data, 'little')

def importlib_unpack_uint64(data):
    return int.from_bytes(data, 'little')

def importlib_cache_from_source(path, debug_override=None, *, optimization=None):
    "Where CPython would keep compiled code."
    import sys
    head, sep, tail = fspath(path).rpartition('/')
    base = tail.rpartition('.')[0] or tail
    suffix = ''
    if optimization not in (None, ''):
        if not str(optimization).isalnum():
            raise ValueError(f'{optimization!r} is not alphanumeric')
        suffix = f'.opt-{optimization}'
    return f'{head}{sep}__pycache__/{base}.{sys.implementation.cache_tag}{suffix}.pyc'

def importlib_source_from_cache(path):
    path = fspath(path)
    head, _, name = path.rpartition('/')
    folder, sep, cache = head.rpartition('/')
    if cache != '__pycache__':
        raise ValueError(f'__pycache__ not bottom-level directory in {path!r}')
    if name.count('.') not in (2, 3):
        raise ValueError(f'expected only 2 or 3 dots in {name!r}')
    return folder + sep + name.partition('.')[0] + '.py'

def importlib_get_sourcefile(path):
    "The source of a file of compiled code, when there is one; the path itself otherwise."
    if not path:
        return None
    rest, _, extension = path.rpartition('.')
    if not rest or extension.lower()[-3:-1] != 'py':
        return path
    try:
        source = importlib_source_from_cache(path)
    except ValueError:
        source = path[:-1]
    import os
    return source if os.path.isfile(source) else path

class FrozenImporter:
    _ORIGIN = 'frozen'
    __module__ = '_frozen_importlib'

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None

class _LoaderBasics:
    __module__ = '_frozen_importlib_external'
    create_module = SourceFileLoader.create_module
    exec_module = SourceFileLoader.exec_module
    load_module = SourceFileLoader.load_module

    def is_package(self, fullname):
        name = self.get_filename(fullname).rpartition('/')[2]
        return name.rpartition('.')[0] == '__init__' and fullname.rpartition('.')[2] != '__init__'

class SourceLoader(_LoaderBasics):
    __module__ = '_frozen_importlib_external'

    def path_mtime(self, path):
        raise OSError

    def path_stats(self, path):
        return {'mtime': self.path_mtime(path)}

    def get_source(self, fullname):
        path = self.get_filename(fullname)
        try:
            data = self.get_data(path)
        except OSError as e:
            raise ImportError('source not available through get_data()', name=fullname) from e
        return _decode_source(bytes(data))

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return _compile_file(bytes(self.get_data(path)), path)

    def source_to_code(self, data, path, *, _optimize=-1):
        return compile(data, path, 'exec', dont_inherit=True, optimize=_optimize)

class FileLoader:
    __module__ = '_frozen_importlib_external'
    __init__ = SourceFileLoader.__init__
    __eq__ = SourceFileLoader.__eq__
    __hash__ = SourceFileLoader.__hash__
    load_module = SourceFileLoader.load_module
    get_filename = SourceFileLoader.get_filename
    get_data = SourceFileLoader.get_data

class ExtensionFileLoader:
    __module__ = '_frozen_importlib_external'

    def __init__(self, name, path):
        self.name = name
        self.path = path

    def create_module(self, spec):
        raise ImportError(f'{self.path}: machine code cannot be loaded here; use a pure-Python package instead', name=self.name, path=self.path)

    def exec_module(self, module):
        pass

    def is_package(self, fullname):
        return False

    def get_code(self, fullname):
        return None

    def get_source(self, fullname):
        return None

    def get_filename(self, fullname):
        return self.path

class AppleFrameworkLoader(ExtensionFileLoader):
    __module__ = '_frozen_importlib_external'

class WindowsRegistryFinder:
    __module__ = '_frozen_importlib_external'

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None

class FileFinder:
    __module__ = '_frozen_importlib_external'

    def __init__(self, path, *loader_details):
        self.path = path or '.'
        self._loaders = loader_details

    def find_spec(self, fullname, target=None):
        return PathFinder.find_spec(fullname, [self.path])

    def invalidate_caches(self):
        PathFinder.invalidate_caches()

    @classmethod
    def path_hook(cls, *loader_details):
        def path_hook_for_FileFinder(path):
            if not _is_dir(path):
                raise ImportError('only directories are supported', path=path)
            return cls(path, *loader_details)
        return path_hook_for_FileFinder

    def __repr__(self):
        return f'FileFinder({self.path!r})'

class LibraryFinder:
    # The finder of the folders of the embedded library, which the module os does not see.
    __module__ = '_frozen_importlib_external'

    def __init__(self, path):
        self.path = path

    find_spec = FileFinder.find_spec
    invalidate_caches = FileFinder.invalidate_caches

    def iter_modules(self, prefix=''):
        for name in sorted(_listing(self.path)):
            if name.endswith('.py'):
                if name != '__init__.py':
                    yield prefix + name[:-3], False
            elif name != '__pycache__' and '__init__.py' in _listing(self.path + '/' + name):
                yield prefix + name, True

    def __repr__(self):
        return f'LibraryFinder({self.path!r})'

def _make_hook(plain):
    def path_hook_for_FileFinder(path):
        if path.startswith(_library_path):
            return LibraryFinder(path)
        return plain(path)
    return path_hook_for_FileFinder

_here = FileFinder('.')

path_hooks_ = [_zip_hook, _make_hook(FileFinder.path_hook((SourceFileLoader, ['.py'])))]

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = ['.pyc']
EXTENSION_SUFFIXES = []

def importlib_call(f, *args, **kwds):
    return f(*args, **kwds)

def importlib_verbose(message, *args, verbosity=1):
    import sys
    if sys.flags.verbose >= verbosity:
        if not message.startswith(('#', 'import ')):
            message = '# ' + message
        print(message.format(*args), file=sys.stderr)

def importlib_loaders():
    return [(SourceFileLoader, SOURCE_SUFFIXES)]

# ---- what zipimport uses

_path_sep = '/'
_path_separators = '/'

def importlib_path_split(path):
    head, sep, tail = path.rpartition('/')
    return (head, tail) if sep else ('', path)

def importlib_path_stat(path):
    import posix
    return posix.stat(path)

def importlib_fix_up_module(ns, name, pathname, cpathname=None):
    loader = ns.get('__loader__')
    spec = ns.get('__spec__')
    if not loader:
        loader = spec.loader if spec else SourceFileLoader(name, pathname)
    if not spec:
        spec = importlib_spec_from_file_location(name, pathname, loader=loader)
    try:
        ns['__spec__'] = spec
        ns['__loader__'] = loader
        ns['__file__'] = pathname
    except Exception:
        pass

def importlib_classify_pyc(data, name, exc_details):
    magic = data[:4]
    if magic != MAGIC_NUMBER:
        raise ImportError(f'bad magic number in {name!r}: {magic!r}', **exc_details)
    if len(data) < 16:
        raise EOFError(f'reached EOF while reading pyc header of {name!r}')
    flags = importlib_unpack_uint32(data[4:8])
    if flags & ~0b11:
        raise ImportError(f'invalid flags {flags!r} in {name!r}', **exc_details)
    return flags

def importlib_validate_timestamp_pyc(data, source_mtime, source_size, name, exc_details):
    if importlib_unpack_uint32(data[8:12]) != (source_mtime & 0xFFFFFFFF):
        raise ImportError(f'bytecode is stale for {name!r}', **exc_details)
    if source_size is not None and importlib_unpack_uint32(data[12:16]) != (source_size & 0xFFFFFFFF):
        raise ImportError(f'bytecode is stale for {name!r}', **exc_details)

def importlib_validate_hash_pyc(data, source_hash, name, exc_details):
    if data[8:16] != source_hash:
        raise ImportError(f"hash in bytecode doesn't match hash of source {name!r}", **exc_details)
