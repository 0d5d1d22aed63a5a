"""Codecs for Taiwan."""

from _multibytecodec import _codecs_of

getcodec = _codecs_of(frozenset(('big5', 'cp950')))
