# bz2: the bytes of the program bzip2, pieces of any size, errors.
import bz2, hashlib, io
def digest(b): return hashlib.md5(b).hexdigest()
assert bz2.compress(b'') == b'BZh9\x17rE8P\x90\x00\x00\x00\x00'
data = bytes(i * i % 251 for i in range(30000)) + b'a' * 3000
z = bz2.compress(data, 1)
assert bz2.decompress(z) == data and bz2.decompress(z + bz2.compress(b'x')) == data + b'x'
k = bz2.BZ2Compressor(1)
assert b''.join([k.compress(data[i:i + 700]) for i in range(0, len(data), 700)]) + k.flush() == z
d = bz2.BZ2Decompressor()
out = b''
for i in range(0, len(z), 100): out += d.decompress(z[i:i + 100], 5000)
while not d.eof: out += d.decompress(b'', 5000)
assert out == data and d.unused_data == b''
d = bz2.BZ2Decompressor()
assert d.decompress(z + b'more') == data and d.unused_data == b'more' and not d.needs_input
with bz2.open(io.BytesIO(z), 'rb') as f: assert f.read(10) == data[:10] and f.seek(20000) == 20000 and f.read(3) == data[20000:20003]
try: d.decompress(b'')
except EOFError as e: assert str(e) == 'End of stream already reached'
bz2.decompress(b'not bzip2')  ### "OSError: Invalid data stream"
---
import bz2
bz2.BZ2Compressor(10)  ### "ValueError: compresslevel must be between 1 and 9"
---
import bz2
k = bz2.BZ2Compressor()
k.flush()
k.compress(b'')  ### "ValueError: Compressor has been flushed"
---
# lzma: what XZ Utils made, and back.
import lzma, io
data = b'The quick brown fox. ' * 500 + bytes(range(256)) * 4
for kw in ({}, {'preset': 1}, {'format': lzma.FORMAT_ALONE}, {'check': lzma.CHECK_SHA256}, {'check': lzma.CHECK_NONE}):
    z = lzma.compress(data, **kw)
    assert len(z) < 800 and lzma.decompress(z) == data
for filters in ([{'id': lzma.FILTER_LZMA1, 'lc': 0, 'lp': 2, 'dict_size': 4096}], [{'id': lzma.FILTER_DELTA, 'dist': 3}, {'id': lzma.FILTER_LZMA2, 'preset': 2}],
                [{'id': lzma.FILTER_X86}, {'id': lzma.FILTER_LZMA2}], [{'id': lzma.FILTER_ARM, 'start_offset': 16}, {'id': lzma.FILTER_IA64}, {'id': lzma.FILTER_LZMA2}]):
    z = lzma.compress(data, format=lzma.FORMAT_RAW, filters=filters)
    assert lzma.decompress(z, format=lzma.FORMAT_RAW, filters=filters) == data
d = lzma.LZMADecompressor()
z = lzma.compress(data) + b'rest'
out = b''
for i in range(0, len(z), 10):
    if not d.eof: out += d.decompress(z[i:i + 10])
assert out == data and d.eof and d.check == lzma.CHECK_CRC64 and d.unused_data + z[-2:] in (b'rest' + z[-2:], b'r' + z[-2:], b're' + z[-2:], b'res' + z[-2:])
d = lzma.LZMADecompressor()
assert d.decompress(z, max_length=100) == data[:100] and not d.needs_input and not d.eof
assert lzma._encode_filter_properties({'id': lzma.FILTER_LZMA1}) == b']\x00\x00\x80\x00'
assert lzma._decode_filter_properties(lzma.FILTER_LZMA1, b']\x00\x00\x80\x00') == {'id': lzma.FILTER_LZMA1, 'dict_size': 8388608, 'lc': 3, 'lp': 0, 'pb': 2}
assert lzma._decode_filter_properties(lzma.FILTER_DELTA, b'\x03') == {'id': 3, 'dist': 4} and lzma.is_check_supported(lzma.CHECK_CRC64)
with lzma.open(io.BytesIO(z[:-4])) as f: assert f.read() == data
lzma.decompress(b'not compressed')  ### "LZMAError: Input format not supported by decoder"
---
import lzma
z = bytearray(lzma.compress(b'some text that is long enough ' * 3))
z[-40] ^= 1
lzma.decompress(z)  ### "LZMAError: Corrupt input data"
---
import lzma
lzma.LZMACompressor(lzma.FORMAT_ALONE, preset=10)  ### "LZMAError: Invalid compression preset: 10"
---
import lzma
lzma.LZMACompressor(format=lzma.FORMAT_RAW)  ### "ValueError: Must specify filters for FORMAT_RAW"
---
import lzma
lzma.LZMADecompressor(memlimit=1000).decompress(lzma.compress(b'x'))  ### "LZMAError: Memory usage limit exceeded"
