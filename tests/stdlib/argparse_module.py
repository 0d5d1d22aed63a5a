# argparse.
import argparse, io, contextlib, sys
p = argparse.ArgumentParser(prog="tool", description="A tool.", epilog="bye")
p.add_argument("name", help="the name")
p.add_argument("rest", nargs="*", type=int)
p.add_argument("-v", "--verbose", action="store_true", help="talk")
p.add_argument("-n", "--num", type=int, default=3, metavar="N", help="how many (default: %(default)s)")
p.add_argument("--mode", choices=["a", "b"])
p.add_argument("-x", action="append")
p.add_argument("-c", action="count", default=0)
p.add_argument("--no-z", dest="z", action="store_false")
assert repr(p.parse_args(["bob"])) == "Namespace(name='bob', rest=[], verbose=False, num=3, mode=None, x=None, c=0, z=True)"
assert repr(p.parse_args(["bob", "1", "2", "-v", "--num=5", "-x", "1", "-x2", "-ccc", "--no-z", "--mode", "a"])) == "Namespace(name='bob', rest=[1, 2], verbose=True, num=5, mode='a', x=['1', '2'], c=3, z=False)"
assert vars(p.parse_args(["q", "--verb"]))["verbose"] is True
assert p.parse_known_args(["bob", "--unknown"])[1] == ['--unknown']
assert p.parse_args(["--", "-dash"]).name == '-dash'
def run(*a):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try: p.parse_args(list(a))
        except SystemExit as e: return e.code, out.getvalue(), err.getvalue()
import os; os.environ["COLUMNS"] = "80"; os.environ["NO_COLOR"] = "1"
assert run("-h") == (0, 'usage: tool [-h] [-v] [-n N] [--mode {a,b}] [-x X] [-c] [--no-z]\n            name [rest ...]\n\nA tool.\n\npositional arguments:\n  name           the name\n  rest\n\noptions:\n  -h, --help     show this help message and exit\n  -v, --verbose  talk\n  -n, --num N    how many (default: 3)\n  --mode {a,b}\n  -x X\n  -c\n  --no-z\n\nbye\n', '')
assert run() == (2, '', 'usage: tool [-h] [-v] [-n N] [--mode {a,b}] [-x X] [-c] [--no-z]\n            name [rest ...]\ntool: error: the following arguments are required: name\n')
assert run("a", "b") == (2, '', "usage: tool [-h] [-v] [-n N] [--mode {a,b}] [-x X] [-c] [--no-z]\n            name [rest ...]\ntool: error: argument rest: invalid int value: 'b'\n")
assert run("a", "--mode", "c") == (2, '', "usage: tool [-h] [-v] [-n N] [--mode {a,b}] [-x X] [-c] [--no-z]\n            name [rest ...]\ntool: error: argument --mode: invalid choice: 'c' (choose from 'a', 'b')\n")
assert run("a", "--num", "x") == (2, '', "usage: tool [-h] [-v] [-n N] [--mode {a,b}] [-x X] [-c] [--no-z]\n            name [rest ...]\ntool: error: argument -n/--num: invalid int value: 'x'\n")
assert run("a", "--num") == (2, '', 'usage: tool [-h] [-v] [-n N] [--mode {a,b}] [-x X] [-c] [--no-z]\n            name [rest ...]\ntool: error: argument -n/--num: expected one argument\n')
assert run("a", "--nope") == (2, '', 'usage: tool [-h] [-v] [-n N] [--mode {a,b}] [-x X] [-c] [--no-z]\n            name [rest ...]\ntool: error: unrecognized arguments: --nope\n')
assert p.format_usage() == 'usage: tool [-h] [-v] [-n N] [--mode {a,b}] [-x X] [-c] [--no-z]\n            name [rest ...]\n'
s = argparse.ArgumentParser(prog="git")
sub = s.add_subparsers(dest="cmd", required=True)
a = sub.add_parser("add", help="add it"); a.add_argument("path"); a.set_defaults(func=len)
c = sub.add_parser("commit"); c.add_argument("-m", required=True)
assert s.parse_args(["add", "x"]).path == 'x'
assert repr(s.parse_args(["commit", "-m", "msg"])) == "Namespace(cmd='commit', m='msg')"
assert s.parse_args(["add", "x"]).func is len
p = s
assert run("nope") == (2, '', "usage: git [-h] {add,commit} ...\ngit: error: argument cmd: invalid choice: 'nope' (choose from 'add', 'commit')\n")
assert run() == (2, '', 'usage: git [-h] {add,commit} ...\ngit: error: the following arguments are required: cmd\n')
assert run("commit") == (2, '', 'usage: git commit [-h] -m M\ngit commit: error: the following arguments are required: -m\n')
g = argparse.ArgumentParser(prog="g"); ex = g.add_mutually_exclusive_group(); ex.add_argument("--a", action="store_true"); ex.add_argument("--b", action="store_true")
p = g
assert run("--a", "--b") == (2, '', 'usage: g [-h] [--a | --b]\ng: error: argument --b: not allowed with argument --a\n')
assert repr(g.parse_args(["--a"])) == 'Namespace(a=True, b=False)'
e = argparse.ArgumentParser(exit_on_error=False); e.add_argument("--i", type=int)
try: e.parse_args(["--i", "x"])
except argparse.ArgumentError as x: assert str(x) == "argument --i: invalid int value: 'x'"
assert repr(argparse.Namespace(a=1)) == 'Namespace(a=1)'
assert "a" in argparse.Namespace(a=1)
assert argparse.Namespace(a=1) == argparse.Namespace(a=1)
o = argparse.ArgumentParser(); o.add_argument("--f", type=str, nargs=2); o.add_argument("--opt", nargs="?", const="C", default="D"); o.add_argument("--b", action=argparse.BooleanOptionalAction); o.add_argument("--k", action="store_const", const=42)
assert repr(o.parse_args(["--f", "1", "2", "--opt", "--no-b", "--k"])) == "Namespace(f=['1', '2'], opt='C', b=False, k=42)"
