# Compiled files as py_compile, compileall and zipimport want them. Imports do not need them: the machine keeps code elsewhere.

MAGIC_NUMBER = b'SL\r\n'
pyc_magic_number_token = int.from_bytes(MAGIC_NUMBER, 'little')

def importlib_path_join(*parts):
    parts = [p for p in parts if p]
    if not parts:
        return ''
    first = parts[0].rstrip('/')
    if len(parts) == 1:
        return parts[0]
    return '/'.join([first] + [p.rstrip('/') for p in parts[1:]])

def importlib_compile_bytecode(data, name=None, bytecode_path=None, source_path=None):
    import marshal
    code = marshal.loads(data)
    if not isinstance(code, type(_sample_code)):
        raise ImportError(f'Non-code object in {bytecode_path!r}', name=name, path=bytecode_path)
    return code.replace(co_filename=source_path) if source_path is not None else code

_sample_code = importlib_compile_bytecode.__code__

def importlib_code_to_timestamp_pyc(code, mtime=0, source_size=0):
    import marshal
    data = bytearray(MAGIC_NUMBER)
    for n in (0, int(mtime) & 0xFFFFFFFF, source_size & 0xFFFFFFFF):
        data.extend(n.to_bytes(4, 'little'))
    data.extend(marshal.dumps(code))
    return data

def importlib_code_to_hash_pyc(code, source_hash, checked=True):
    import marshal
    data = bytearray(MAGIC_NUMBER)
    data.extend((0b1 | checked << 1).to_bytes(4, 'little'))
    data.extend(source_hash)
    data.extend(marshal.dumps(code))
    return data

def importlib_calc_mode(path):
    import os
    try:
        mode = os.stat(path).st_mode
    except OSError:
        mode = 0o666
    return mode | 0o200

def importlib_write_atomic(path, data, mode=0o666):
    import os
    temp = f'{path}.{id(path)}'
    fd = os.open(temp, os.O_EXCL | os.O_CREAT | os.O_WRONLY, mode & 0o666)
    try:
        with open(fd, 'wb') as file:
            file.write(data)
        os.replace(temp, path)
    except OSError:
        try:
            os.unlink(temp)
        except OSError:
            pass
        raise

def importlib_get_cached(filename):
    if filename.endswith('.py'):
        try:
            return importlib_cache_from_source(filename)
        except NotImplementedError:
            return None
    return filename if filename.endswith('.pyc') else None

class SourcelessFileLoader(SourceFileLoader):
    __module__ = '_frozen_importlib_external'

    def get_source(self, fullname=None):
        return None

    def get_code(self, fullname=None):
        data = self.get_data(self.path)
        if data[:4] != MAGIC_NUMBER:
            raise ImportError('compiled files of CPython cannot be run here; keep the source', name=self.name, path=self.path)
        return importlib_compile_bytecode(data[16:], name=self.name, bytecode_path=self.path)
