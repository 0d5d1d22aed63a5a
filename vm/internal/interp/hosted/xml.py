# The handlers of an XML parser (module pyexpat) are called here, one after the other.

def expat_parse(parser):
    while True:
        step = _expat_step(parser)
        if step is None:
            return 1
        try:
            result = step[0](*step[1])
        except BaseException:
            _expat_abort(parser)
            raise
        if step[2]:
            _expat_reply(parser, result)

def expat_parse_file(parser, file):
    try:
        read = file.read
    except AttributeError:
        raise TypeError("argument must have 'read' attribute") from None
    while True:
        data = read(2048)
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError(f'read() did not return a bytes object (type={type(data).__name__})')
        if len(data) > 2048:
            raise ValueError(f'read() returned too much data: 2048 bytes requested, {len(data)} returned')
        _expat_feed(parser, data, not data)
        result = expat_parse(parser)
        if not data:
            return result

def expat_encoding(parser, name):
    text = bytes(range(256)).decode(name, 'replace')
    if len(text) != 256:
        raise ValueError('multi-byte encodings are not supported')
    _expat_table(parser, text)
