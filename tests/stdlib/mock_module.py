# mock.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
from unittest.mock import Mock, MagicMock, patch, call, ANY, sentinel
m = Mock(return_value=5)
assert m(1, a=2) == 5
assert m.called is True
assert m.call_count == 1
assert repr(m.call_args) == 'call(1, a=2)'
assert m.call_args_list == [call(1, a=2)]
assert m.other.thing() is m.other.thing()
m.assert_called_once_with(1, a=2); m.assert_called_with(ANY, a=2)
assert error(lambda: m.assert_called_with(2)) == 'AssertionError: expected call not found.\nExpected: mock(2)\n  Actual: mock(1, a=2)'
assert error(lambda: m.assert_not_called()) == "AssertionError: Expected 'mock' to not have been called. Called 1 times.\nCalls: [call(1, a=2), call.other.thing(), call.other.thing()]."
s = Mock(side_effect=[1, 2, KeyError("k")])
assert s() == 1
assert s() == 2
assert error(lambda: s()) == "KeyError: 'k'"
f = Mock(side_effect=lambda x: x * 2)
assert f(4) == 8
assert Mock(spec=["a"]).a is not None
assert sentinel.x is sentinel.x
assert repr(sentinel.x) == 'sentinel.x'
assert error(lambda: Mock(spec=["a"]).b) == "AttributeError: Mock object has no attribute 'b'"
g = MagicMock(); g.__len__.return_value = 3; g.__getitem__.side_effect = lambda k: k
assert len(g) == 3
assert g["z"] == 'z'
assert list(MagicMock()) == []
assert bool(MagicMock()) is True
assert int(MagicMock()) == 1
import os
with patch("os.getcwd", return_value="/fake"): assert os.getcwd() == "/fake"
with patch.object(os, "sep", "X"): assert os.sep == "X"
with patch.dict(os.environ, {"SLP_Q": "1"}): assert os.environ["SLP_Q"] == "1"
assert ("SLP_Q" in os.environ) is False
assert os.sep == '/'
