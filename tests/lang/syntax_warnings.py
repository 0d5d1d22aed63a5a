# compile(), exec() and eval() give out the compiler's warnings; as errors they are syntax errors.
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    compile("assert (1, 'x')\nx is 1\n'\\d'\n", "<testcase>", "exec")
    exec("'\\q'")
    eval("1 is 1")
assert [(x.lineno, x.filename, x.category) for x in w] == [(3, '<testcase>', SyntaxWarning), (1, '<testcase>', SyntaxWarning),
    (2, '<testcase>', SyntaxWarning), (1, '<string>', SyntaxWarning), (1, '<string>', SyntaxWarning)]
assert str(w[1].message) == "assertion is always true, perhaps remove parentheses?"
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        compile("x\n[1] is 1\n", "<testcase>", "exec")
        assert False
    except SyntaxError as e:
        assert (e.msg, e.lineno, e.offset, e.text) == ('"is" with \'int\' literal. Did you mean "=="?', 2, 1, None)
