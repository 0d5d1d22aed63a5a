"""Codecs for Japan."""

from _multibytecodec import _codecs_of

getcodec = _codecs_of(frozenset(('shift_jis', 'cp932', 'euc_jp', 'shift_jis_2004', 'euc_jis_2004', 'euc_jisx0213', 'shift_jisx0213')))
