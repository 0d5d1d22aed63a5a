# logging.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import logging, io
s = io.StringIO()
log = logging.getLogger("app"); log.setLevel(logging.DEBUG); log.propagate = False
h = logging.StreamHandler(s); h.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s")); log.addHandler(h)
log.debug("d %s", 1); log.info("i %d %s", 2, "x"); log.warning("w"); log.error("e %(k)s", {"k": "v"}); log.critical("c")
assert s.getvalue() == 'DEBUG:app:d 1\nINFO:app:i 2 x\nWARNING:app:w\nERROR:app:e v\nCRITICAL:app:c\n'
s.truncate(0); s.seek(0)
log.setLevel(logging.WARNING); log.info("no"); log.log(35, "custom"); h.setLevel(logging.ERROR); log.warning("filtered")
assert s.getvalue() == 'Level 35:app:custom\n'
assert log.isEnabledFor(logging.INFO) is False
assert log.getEffectiveLevel() == 30
assert logging.getLevelName(30) == 'WARNING'
assert logging.getLevelName("ERROR") == 40
assert logging.getLogger("app") is log
assert logging.getLogger("app.sub").parent is log
assert log.name == 'app'
assert repr(log) == '<Logger app (WARNING)>'
h.setLevel(0); s.truncate(0); s.seek(0)
try: 1 / 0
except ZeroDivisionError: log.exception("boom")
assert s.getvalue().split("\n")[0] == 'ERROR:app:boom'
assert s.getvalue().rstrip().split("\n")[-1] == 'ZeroDivisionError: division by zero'
assert "Traceback (most recent call last):" in s.getvalue()
class F(logging.Filter):
    def filter(self, r): return "secret" not in r.getMessage()
s.truncate(0); s.seek(0)
log.addFilter(F()); log.error("a secret"); log.error("public")
log2 = logging.getLogger("app.child"); log2.error("from child")
assert s.getvalue() == 'ERROR:app:public\nERROR:app.child:from child\n'
assert logging.Formatter("{levelname} {message}", style="{").format(logging.LogRecord("n", 20, "p", 1, "m %s", ("x",), None)) == 'INFO m x'
assert logging.Formatter("$message", style="$").format(logging.makeLogRecord({"msg": "hi"})) == 'hi'
ad = logging.LoggerAdapter(log, {"k": 1}); s.truncate(0); s.seek(0); ad.error("adapted")
assert s.getvalue() == 'ERROR:app:adapted\n'
assert logging.lastResort is not None
assert log.hasHandlers() is True
assert log.handlers == [h]
log.removeHandler(h)
b = io.StringIO(); logging.basicConfig(stream=b, level=logging.INFO, format="%(message)s|%(levelno)d", force=True)
logging.info("root info"); logging.getLogger("other").warning("via root")
assert b.getvalue() == 'root info|20\nvia root|30\n'
class L(logging.Handler):
    def __init__(self): super().__init__(); self.r = []
    def emit(self, rec): self.r.append((rec.levelname, rec.getMessage()))
l = L(); logging.getLogger().addHandler(l); logging.warning("x %d", 5); logging.disable(logging.CRITICAL); logging.error("off"); logging.disable(logging.NOTSET)
assert l.r == [('WARNING', 'x 5')]
assert error(lambda: log.setLevel("NOPE")) == "ValueError: Unknown level: 'NOPE'"
assert error(lambda: logging.getLogger(5)) == 'TypeError: A logger name must be a string'
