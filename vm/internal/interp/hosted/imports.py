# The import system: modules written in Go, the embedded standard library, and files below sys.path.

class ModuleSpec:
    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None
        self._initializing = False

    def __repr__(self):
        args = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            args.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            args.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'{self.__class__.__name__}({", ".join(args)})'

    def __eq__(self, other):
        try:
            return (self.name == other.name and self.loader == other.loader and self.origin == other.origin
                    and self.submodule_search_locations == other.submodule_search_locations
                    and self.cached == other.cached and self.has_location == other.has_location)
        except AttributeError:
            return NotImplemented

    @property
    def cached(self):
        return self._cached

    @cached.setter
    def cached(self, cached):
        self._cached = cached

    @property
    def parent(self):
        if self.submodule_search_locations is None:
            return self.name.rpartition('.')[0]
        return self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)

ModuleSpec.__module__ = '_frozen_importlib'

class BuiltinImporter:
    _ORIGIN = 'built-in'

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        if _is_native(fullname):
            return ModuleSpec(fullname, cls, origin='built-in', is_package=False)
        return None

    @staticmethod
    def create_module(spec):
        return _make_native(spec.name)

    @staticmethod
    def exec_module(module):
        pass

    @classmethod
    def get_code(cls, fullname):
        return None

    @classmethod
    def get_source(cls, fullname):
        return None

    @classmethod
    def is_package(cls, fullname):
        return False

BuiltinImporter.__module__ = '_frozen_importlib'

class SourceFileLoader:
    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        code = self.get_code(module.__name__)
        if module.__name__ == 'site' and type(self) is SourceFileLoader and self.path.startswith(_library_path):
            _exec_site(code, module.__dict__)
            return
        _exec_module(code, module.__dict__)
        if module.__name__ == 'pickle' and 'stackless' in _modules:
            patch_pickle(module)

    def load_module(self, fullname=None):
        return import_module(fullname or self.name)

    def get_filename(self, name=None):
        return self.path

    def get_data(self, path):
        return _read_file(path)

    def get_source(self, fullname=None):
        return _decode_source(_read_file(self.path))

    def get_code(self, fullname=None):
        if type(self) is SourceFileLoader:
            return _load_code(self.path)
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)

    def source_to_code(self, data, path, *, _optimize=-1):
        return compile(data, path, 'exec', dont_inherit=True, optimize=_optimize)

    def is_package(self, fullname=None):
        return self.path.rpartition('/')[2] == '__init__.py' and (fullname or self.name).rpartition('.')[2] != '__init__'

    def path_stats(self, path):
        return {'mtime': max(_stat_mtime(path), 0), 'size': len(_read_file(path))}

    def get_resource_reader(self, module=None):
        from importlib.readers import FileReader
        return FileReader(self)

SourceFileLoader.__module__ = '_frozen_importlib_external'

class NamespaceLoader:
    def __init__(self, name, path):
        self._path = path

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        pass

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ''

    def get_code(self, fullname):
        return compile('', '<string>', 'exec', dont_inherit=True)

    def get_resource_reader(self, module=None):
        from importlib.readers import NamespaceReader
        return NamespaceReader(self._path)

NamespaceLoader.__module__ = '_frozen_importlib_external'

_listings = {}

def _listing(folder):
    mtime = _stat_mtime(folder)
    if mtime < 0:
        return ()
    old = _listings.get(folder)
    if old is not None and old[0] == mtime:
        return old[1]
    names = _list_dir(folder)
    _listings[folder] = (mtime, names)
    return names

def _spec_from_file(name, path, is_package, search=None):
    spec = ModuleSpec(name, SourceFileLoader(name, path), origin=path)
    spec._set_fileattr = True
    if is_package:
        spec.submodule_search_locations = [path.rpartition('/')[0]] if search is None else search
    return spec

class _NamespacePath:
    # __path__ of a package without __init__.py: its folders follow those of the parent, or sys.path.
    def __init__(self, name, path, path_finder):
        self._name = name
        self._path = path
        self._path_finder = path_finder
        self._seen = tuple(self._parent_path())

    def _parent_path(self):
        import sys
        parent = self._name.rpartition('.')[0]
        return sys.modules[parent].__path__ if parent else sys.path

    def _recalculate(self):
        now = tuple(self._parent_path())
        if now != self._seen:
            self._seen = now
            spec = self._path_finder(self._name, now)
            if spec is not None and spec.loader is None and spec.submodule_search_locations:
                self._path = spec.submodule_search_locations
        return self._path

    def __iter__(self):
        return iter(self._recalculate())

    def __getitem__(self, index):
        return self._recalculate()[index]

    def __setitem__(self, index, path):
        self._path[index] = path

    def __len__(self):
        return len(self._recalculate())

    def __repr__(self):
        return f'_NamespacePath({self._path!r})'

    def __contains__(self, item):
        return item in self._recalculate()

    def append(self, item):
        self._path.append(item)

_NamespacePath.__module__ = '_frozen_importlib_external'

class PathFinder:
    @classmethod
    def invalidate_caches(cls):
        import sys
        _listings.clear()
        for finder in list(sys.path_importer_cache.values()):
            if type(finder) is not FileFinder and type(finder) is not LibraryFinder and hasattr(finder, 'invalidate_caches'):
                finder.invalidate_caches()
        m = _modules.get('importlib.metadata')
        if m is not None:
            m.MetadataPathFinder.invalidate_caches()

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        import sys
        spec = cls._spec_on(fullname, sys.path if path is None else path, target)
        if spec is not None and spec.loader is None:
            spec.origin = None
            spec.submodule_search_locations = _NamespacePath(fullname, spec.submodule_search_locations, cls._spec_on)
        return spec

    @classmethod
    def _spec_on(cls, fullname, path, target=None):
        # A spec without a loader is that of a namespace package, with a plain list of its folders.
        import sys
        tail = fullname.rpartition('.')[2]
        portions = []
        for entry in path:
            if not isinstance(entry, str):
                continue
            hooked = _path_hook(sys, entry)
            if type(hooked) is not FileFinder and type(hooked) is not LibraryFinder:
                if hooked is None:
                    continue
                spec = hooked.find_spec(fullname, target)
                if spec is None:
                    continue
                if spec.loader is not None:
                    return spec
                portions.extend(spec.submodule_search_locations or ())
                continue
            folder = entry if entry else _cwd()
            names = _listing(folder)
            base = folder if folder.endswith('/') else folder + '/'
            if tail in names:
                sub = base + tail
                inside = _listing(sub)
                if '__init__.py' in inside:
                    return _spec_from_file(fullname, sub + '/__init__.py', True)
            if tail + '.py' in names and _is_file(base + tail + '.py'):
                return _spec_from_file(fullname, base + tail + '.py', False)
            if tail in names and _is_dir(base + tail):
                portions.append(base + tail)
        if portions:
            spec = ModuleSpec(fullname, None, is_package=True)
            spec.submodule_search_locations = portions
            return spec
        return None

    @staticmethod
    def find_distributions(*args, **kwargs):
        from importlib.metadata import MetadataPathFinder
        return MetadataPathFinder.find_distributions(*args, **kwargs)

PathFinder.__module__ = '_frozen_importlib_external'

def _zip_hook(path):
    # The path hook for zip files.
    from zipimport import zipimporter
    return zipimporter(path)

def _zipped(path):
    # Whether a file stands where a path has a folder: it may be a zip file.
    while path and path != '/':
        kind = _path_kind(path)
        if kind == 1:
            return True
        if kind == 2:
            return False
        path = path.rpartition('/')[0]
    return False

def _path_hook(sys, entry):
    # The finder of an entry of sys.path; a FileFinder stands for what PathFinder does itself.
    cache = sys.path_importer_cache
    if entry in cache:
        return cache[entry]
    if not entry:
        return _here
    finder = cache[entry] = None # a hook that imports does not look here
    for hook in sys.path_hooks:
        if hook is _zip_hook and not _zipped(entry):
            continue
        try:
            finder = hook(entry)
            break
        except ImportError:
            continue
    cache[entry] = finder
    return finder

def _find_spec(name, path):
    import sys
    meta = sys.meta_path
    if meta is None:
        raise ImportError('sys.meta_path is None, Python is likely shutting down')
    for finder in meta:
        try:
            find = finder.find_spec
        except AttributeError:
            continue
        spec = find(name, path, None)
        if spec is not None:
            return spec
    return None

def _module_from_spec(spec):
    module = None
    if hasattr(spec.loader, 'create_module'):
        module = spec.loader.create_module(spec)
    if module is None:
        module = _new_module(spec.name)
    _init_attrs(spec, module)
    return module

def _init_attrs(spec, module):
    loader = spec.loader
    if loader is None and spec.submodule_search_locations is not None:
        loader = spec.loader = NamespaceLoader.__new__(NamespaceLoader)
        loader._path = spec.submodule_search_locations
        module.__file__ = None
    for name, value in (('__name__', spec.name), ('__loader__', loader), ('__package__', spec.parent), ('__spec__', spec)):
        try:
            setattr(module, name, value)
        except AttributeError:
            pass
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
        if spec.cached is not None:
            module.__cached__ = spec.cached

def _load(spec):
    import sys
    module = _module_from_spec(spec)
    spec._initializing = True
    try:
        sys.modules[spec.name] = module
        try:
            if spec.loader is None:
                if spec.submodule_search_locations is None:
                    raise ImportError('missing loader', name=spec.name)
            elif not hasattr(spec.loader, 'exec_module'):
                spec.loader.load_module(spec.name)
            else:
                spec.loader.exec_module(module)
        except:
            try:
                del sys.modules[spec.name]
            except KeyError:
                pass
            raise
        module = sys.modules.pop(spec.name)
        sys.modules[spec.name] = module
    finally:
        spec._initializing = False
    return module

def import_module(name):
    modules = _modules
    m = modules.get(name, _missing)
    if m is not _missing:
        if m is None:
            raise ModuleNotFoundError(f'import of {name} halted; None in sys.modules', name=name)
        return m
    path = None
    parent, _, tail = name.rpartition('.')
    parent_module = None
    if parent:
        if parent not in modules:
            import_module(parent)
        if name in modules:
            return modules[name]
        parent_module = modules[parent]
        try:
            path = parent_module.__path__
        except AttributeError:
            raise ModuleNotFoundError(f'No module named {name!r}; {parent!r} is not a package', name=name) from None
    elif name == 'genericpath' and 'os' not in modules:
        import_module('os')  # which imports it: alone they import each other in the wrong order
        return modules[name]
    spec = _find_spec(name, path)
    if spec is None:
        _not_found(name, path)
    m = _load(spec)
    if parent:
        parent_module = modules[parent]
        try:
            setattr(parent_module, tail, m)
        except AttributeError:
            pass
    return m

def _not_found(name, path=None):
    why = _why_missing(name)
    if why:
        raise ModuleNotFoundError(why, name=name)
    import sys
    tail = name.rpartition('.')[2] + '.'
    for entry in sys.path if path is None else path:
        if isinstance(entry, str):
            for n in _listing(entry or _cwd()):
                if n.startswith(tail) and n.endswith(('.so', '.pyd')):
                    raise ModuleNotFoundError(f'No module named {name!r}: {entry}/{n} is machine code for CPython, which cannot be '
                                              f'loaded here; use a pure-Python package or version instead', name=name, path=f'{entry}/{n}')
    raise ModuleNotFoundError(f'No module named {name!r}', name=name)

_missing = object()

def _package_of(globals):
    package = globals.get('__package__')
    spec = globals.get('__spec__')
    if package is not None:
        if not isinstance(package, str):
            raise TypeError('__package__ not set to a string')
        return package
    if spec is not None:
        return spec.parent
    package = globals.get('__name__')
    if package is None:
        raise KeyError("'__name__' not in globals")
    if '__path__' not in globals:
        package = package.rpartition('.')[0]
    return package

def _resolve(name, package, level):
    bits = package.rsplit('.', level - 1)
    if len(bits) < level:
        raise ImportError('attempted relative import beyond top-level package')
    base = bits[0]
    return f'{base}.{name}' if name else base

def import_(name, globals=None, locals=None, fromlist=(), level=0):
    if not isinstance(name, str):
        raise TypeError(f'module name must be str, not {type(name).__name__}')
    if level < 0:
        raise ValueError('level must be >= 0')
    if level == 0:
        if not name:
            raise ValueError('Empty module name')
        full = name
    else:
        package = _package_of(globals if globals is not None else {})
        if not package:
            raise ImportError('attempted relative import with no known parent package')
        if package not in _modules:
            import_module(package)
        full = _resolve(name, package, level)
    m = import_module(full)
    if not fromlist:
        if level == 0:
            top = name.partition('.')[0]
            return _modules[top] if top != full else m
        if not name:
            return m
        cut = len(name) - len(name.partition('.')[0])
        return _modules[m.__name__[:len(m.__name__) - cut]] if cut else m
    if hasattr(m, '__path__'):
        _handle_fromlist(m, fromlist)
    return m

def _handle_fromlist(m, fromlist):
    for x in fromlist:
        if not isinstance(x, str):
            where = m.__name__ + '.__all__' if fromlist is not None else "``from list''"
            raise TypeError(f"Item in {where} must be str, not {type(x).__name__}")
        if x == '*':
            if hasattr(m, '__all__'):
                _handle_fromlist(m, m.__all__)
        elif not hasattr(m, x):
            name = f'{m.__name__}.{x}'
            try:
                import_module(name)
            except ModuleNotFoundError as e:
                if e.name == name and _modules.get(name, _missing) is not None:
                    continue
                raise

def import_from(m, name):
    mod_name = getattr(m, '__name__', None)
    if isinstance(mod_name, str):
        full = f'{mod_name}.{name}'
        x = _modules.get(full)
        if x is not None:
            return x
    else:
        mod_name = '<unknown module name>'
    spec = getattr(m, '__spec__', None)
    origin = None
    if spec is not None and getattr(spec, 'has_location', False):
        origin = spec.origin
    if origin is None:
        origin = getattr(m, '__file__', None)
    if spec is not None and getattr(spec, '_initializing', False):
        text = f"cannot import name {name!r} from partially initialized module {mod_name!r} (most likely due to a circular import) ({origin or 'unknown location'})"
    else:
        text = f"cannot import name {name!r} from {mod_name!r} ({origin or 'unknown location'})"
    raise ImportError(text, name=mod_name, path=origin, name_from=name)

def import_star(m, ns):
    try:
        names = m.__all__
        skip = False
    except AttributeError:
        try:
            names = list(m.__dict__)
        except AttributeError:
            raise ImportError('from-import-* object has no __dict__ and no __all__') from None
        skip = True
    for n in names:
        if not isinstance(n, str):
            where = '__all__' if not skip else '__dict__'
            what = 'Item in' if not skip else 'Key in'
            raise TypeError(f'{what} {m.__name__}.{where} must be str, not {type(n).__name__}')
        if skip and n.startswith('_'):
            continue
        ns[n] = getattr(m, n)
