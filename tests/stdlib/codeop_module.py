# What a prompt asks: whether a text is whole, could go on, or is wrong.
import codeop
def ask(text):
    try:
        return codeop.compile_command(text) is not None
    except (SyntaxError, OverflowError, ValueError) as e:
        return type(e).__name__
for text in ('', '# c', '1+1', 'x = 1\n', 'if 1: pass\n', 'def f():\n    return 1\n', 'foo(\n  1)', 'pass # c', "x = '''a\nb'''", '@d\ndef f(): pass\n',
             'try:\n    pass\nexcept E:\n    pass\n'):
    assert ask(text) is True, text
for text in ('if 1:', 'if 1: # c', 'if 1: pass', 'def f():', 'def f():\n    return 1', 'def f():\n    # c', 'foo(', '[1,\n2', "x = '''a", 'try:\n    pass\n',
             '@d', '@d\n', 'class C:\n', 'for x in y:\n  if x:\n', 'x = \\', 'while 1:\n    try:\n        a'):
    assert ask(text) is False, text
for text in ('if x', 'x =', '1 1', ')', 'a b c\n', 'foo(]', 'def f(:', "'abc"):
    assert ask(text) == 'SyntaxError', text
assert ask('def f():\nx') == 'IndentationError'
---
# A session of the interactive interpreter.
import code, io, contextlib
out, err = io.StringIO(), io.StringIO()
lines = iter(['def f(x):', '    return x * 2', '', 'f(21)', 'for i in range(2):', '    print(i)', '', '1 1', 'f('])
def read(prompt):
    try:
        return next(lines)
    except StopIteration:
        raise EOFError
with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
    code.interact(banner='hi', readfunc=read, exitmsg='bye')
assert out.getvalue() == '42\n0\n1\n', out.getvalue()
assert err.getvalue().startswith('hi\n  File "<console>", line 1\n    1 1\n') and err.getvalue().endswith('bye\n'), err.getvalue()
