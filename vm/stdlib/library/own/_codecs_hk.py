"""Codecs for Hong Kong."""

from _multibytecodec import _codecs_of

getcodec = _codecs_of(frozenset(('big5hkscs',)))
