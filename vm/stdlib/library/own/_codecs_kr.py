"""Codecs for Korea."""

from _multibytecodec import _codecs_of

getcodec = _codecs_of(frozenset(('euc_kr', 'cp949', 'johab')))
