# unittest.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import unittest, io
class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls): log.append("class up")
    @classmethod
    def tearDownClass(cls): log.append("class down")
    def setUp(self): log.append("up"); self.addCleanup(log.append, "clean")
    def tearDown(self): log.append("down")
    def test_ok(self): self.assertEqual(1, 1); log.append("ok")
    def test_fail(self): self.assertEqual(1, 2, "numbers")
    def test_error(self): 1 / 0
    @unittest.skip("later")
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_xfail(self): self.fail()
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)
log = []
r = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(T).run(r)
assert r.testsRun == 6
assert len(r.failures) == 2
assert len(r.errors) == 1
assert len(r.skipped) == 1
assert len(r.expectedFailures) == 1
assert r.wasSuccessful() is False
assert r.skipped[0][1] == 'later'
assert r.failures[0][1].strip().split("\n")[-1] == 'AssertionError: 1 != 2 : numbers'
assert r.errors[0][1].strip().split("\n")[-1] == 'ZeroDivisionError: division by zero'
assert log[:4] == ['class up', 'up', 'down', 'clean']
assert log[-1] == 'class down'
assert unittest.defaultTestLoader.getTestCaseNames(T) == ['test_error', 'test_fail', 'test_ok', 'test_skip', 'test_sub', 'test_xfail']
assert T("test_ok").id().endswith("T.test_ok") is True
assert T("test_ok").countTestCases() == 1
s = io.StringIO()
res = unittest.TextTestRunner(stream=s, verbosity=1).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))
assert s.getvalue().split("\n")[0] == 'EF.sFx'
assert "FAILED (failures=2, errors=1, skipped=1, expected failures=1)" in s.getvalue()
---
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import unittest
t = unittest.TestCase()
t.assertTrue(1); t.assertFalse(0); t.assertIs(None, None); t.assertIsNone(None); t.assertIn(1, [1]); t.assertIsInstance(1, int); t.assertAlmostEqual(0.1 + 0.2, 0.3); t.assertGreater(2, 1); t.assertRegex("abc", "b"); t.assertCountEqual([1, 2], [2, 1]); t.assertListEqual([1], [1]); t.assertDictEqual({}, {}); t.assertNotIn(1, []); t.assertSequenceEqual([1], (1,))
with t.assertRaises(ValueError) as cm: raise ValueError("v")
assert str(cm.exception) == 'v'
with t.assertRaisesRegex(KeyError, "k.y"): raise KeyError("key")
t.assertRaises(ZeroDivisionError, lambda: 1 / 0)
assert error(lambda: t.assertEqual(1, 2)) == 'AssertionError: 1 != 2'
assert error(lambda: t.assertEqual("ab\ncd", "ab\nce")) == "AssertionError: 'ab\\ncd' != 'ab\\nce'\n  ab\n- cd\n+ ce\n"
assert error(lambda: t.assertEqual([1, 2], [1, 3])) == 'AssertionError: Lists differ: [1, 2] != [1, 3]\n\nFirst differing element 1:\n2\n3\n\n- [1, 2]\n?     ^\n\n+ [1, 3]\n?     ^\n'
assert error(lambda: t.assertEqual({"a": 1}, {"a": 2})) == "AssertionError: {'a': 1} != {'a': 2}\n- {'a': 1}\n?       ^\n\n+ {'a': 2}\n?       ^\n"
assert error(lambda: t.assertEqual({1}, {2})) == 'AssertionError: Items in the first set but not the second:\n1\nItems in the second set but not the first:\n2'
assert error(lambda: t.assertTrue(0)) == 'AssertionError: 0 is not true'
assert error(lambda: t.assertTrue(0, "msg")) == 'AssertionError: 0 is not true : msg'
assert error(lambda: t.assertIn(1, [2])) == 'AssertionError: 1 not found in [2]'
assert error(lambda: t.assertIsNone(5)) == 'AssertionError: 5 is not None'
assert error(lambda: t.assertIs([], [])) == 'AssertionError: [] is not []'
assert error(lambda: t.assertAlmostEqual(1, 2)) == 'AssertionError: 1 != 2 within 7 places (1 difference)'
assert error(lambda: t.assertLess(2, 1)) == 'AssertionError: 2 not less than 1'
assert error(lambda: t.assertIsInstance(1, str)) == "AssertionError: 1 is not an instance of <class 'str'>"
assert error(lambda: t.assertRegex("a", "b")) == "AssertionError: Regex didn't match: 'b' not found in 'a'"
assert error(lambda: t.assertRaises(ValueError, lambda: None)) == 'AssertionError: ValueError not raised by <lambda>'
assert error(lambda: t.assertCountEqual([1], [2])) == 'AssertionError: Element counts were not equal:\nFirst has 1, Second has 0:  1\nFirst has 0, Second has 1:  2'
assert error(lambda: t.fail("why")) == 'AssertionError: why'
assert error(lambda: t.skipTest("s")) == 'SkipTest: s'
import warnings
with t.assertWarns(UserWarning): warnings.warn("w", UserWarning)
with t.assertLogs("lg", "INFO") as lc: __import__("logging").getLogger("lg").info("msg")
assert lc.output == ['INFO:lg:msg']
