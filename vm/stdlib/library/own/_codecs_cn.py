"""Codecs for mainland China."""

from _multibytecodec import _codecs_of

getcodec = _codecs_of(frozenset(('gb2312', 'gbk', 'gb18030', 'hz')))
