"""Runs one of CPython's test files and writes what became of each test.

    driver.py MODULE REPORT DONE

REPORT gets a line of JSON for each event, written at once, so that a crash or a
time-out leaves the results so far. DONE names a file with the tests that are
not to run again: one "ID" a line.
"""

import json
import os
import re
import sys
import types
import unittest

module_name, report, done_file = sys.argv[1:4]
_open, _write, _close, _dumps = os.open, os.write, os.close, json.dumps
_flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT


def tell(event, test="", why=""):
    # Opened for each line: some tests close descriptors that are not theirs.
    fd = _open(report, _flags, 0o644)
    try:
        _write(fd, (_dumps({"event": event, "id": test, "why": why}) + "\n").encode())
    finally:
        _close(fd)


def last_line(err):
    """The exception without its traceback, and the line of the test file that raised it."""
    kind, value, tb = err
    try:
        text = f"{kind.__name__}: {value}"
    except BaseException as e:
        text = f"{kind.__name__} (its str raised {type(e).__name__})"
    where = ""
    while tb is not None:
        name = tb.tb_frame.f_code.co_filename
        if "unittest" not in name:
            where = f" [{os.path.basename(name)}:{tb.tb_lineno}]"
        tb = tb.tb_next
    return " / ".join(text.split("\n"))[:400] + where


class Result(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.verdict = None
        self.seen = {}

    def startTest(self, test):
        super().startTest(test)
        self.verdict = None
        self.name = self.name_of(test)
        tell("start", self.name)

    def name_of(self, test):
        name = test.id()
        n = self.seen[name] = self.seen.get(name, 0) + 1
        return name if n == 1 else f"{name}#{n}"

    def set(self, verdict, why=""):
        # The worst of a test's verdicts counts; the first reason stays.
        order = ["pass", "skip", "fail", "error"]
        if self.verdict is None or order.index(verdict) > order.index(self.verdict[0]):
            self.verdict = (verdict, why)

    def outside(self, test, verdict, why):
        """A class or a module that could not be set up: it has no startTest."""
        if isinstance(test, unittest.suite._ErrorHolder):
            tell(verdict, test.id(), why)
            return True
        return False

    def addSuccess(self, test):
        self.set("pass")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.set("fail", last_line(err))

    def addError(self, test, err):
        super().addError(test, err)
        if not self.outside(test, "error", last_line(err)):
            self.set("error", last_line(err))

    def addSkip(self, test, reason):
        if not self.outside(test, "skip", reason):
            self.set("skip", reason)

    def addExpectedFailure(self, test, err):
        self.set("pass")

    def addUnexpectedSuccess(self, test):
        self.set("fail", "unexpected success")

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            self.set("fail" if failed else "error", last_line(err) + " " + subtest._subDescription())

    def stopTest(self, test):
        super().stopTest(test)
        verdict, why = self.verdict or ("pass", "")
        tell(verdict, self.name, why)

    def printErrors(self):
        pass


def without(suite, done):
    kept = unittest.TestSuite()
    for t in suite:
        if isinstance(t, unittest.TestSuite):
            inner = without(t, done)
            # A suite class of its own (a doctest's, a package's) keeps its set-up.
            t._tests = inner._tests
            kept.addTest(t)
        elif t.id() not in done:
            kept.addTest(t)
    return kept


def allow_old_annotations():
    """3.13's ann_module, which many files import, writes to an __annotations__ that 3.14 makes only when asked."""
    import builtins

    builtins.__annotations__ = {}
    try:
        __import__("test.typinganndata.ann_module")
    finally:
        del builtins.__annotations__


def load(name):
    """Imports a test file, even one that asks at once for a module that only CPython's own build has."""
    while True:
        try:
            return __import__(name)
        except (ModuleNotFoundError, unittest.SkipTest) as e:
            missing = re.search("_test[a-z]+", str(e))
            if missing is None or missing[0] in sys.modules:
                raise
            sys.modules[missing[0]] = NotHere(missing[0])


def skipped_for(suite):
    """The modules of CPython's own build for want of which files of a package were skipped."""
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from skipped_for(test)
        elif type(test).__name__ == "ModuleSkipped":
            method = getattr(test, test._testMethodName)
            missing = re.search("_test[a-z]+", getattr(method, "__unittest_skip_why__", ""))
            if missing is not None:
                yield missing[0]


def load_suite(name):
    while True:
        load(name)
        suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[name])
        missing = set(skipped_for(suite)) - sys.modules.keys()
        if not missing:
            return suite
        for m in missing:
            sys.modules[m] = NotHere(m)
        for m in list(sys.modules):
            if m == name or m.startswith(name + "."):
                del sys.modules[m]


class NotHere(types.ModuleType):
    """A module all of whose names are functions that skip the test."""

    __all__ = ()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)

        def skip(*args, **kwargs):
            raise unittest.SkipTest(f"requires {self.__name__}")

        return skip


def main():
    from test import support

    support.verbose = 0
    support.use_resources = ("subprocess", "decimal")
    allow_old_annotations()
    with open(done_file, encoding="utf-8") as f:
        done = set(f.read().split("\n"))
    try:
        suite = load_suite(module_name)
    except unittest.SkipTest as e:
        tell("skipped file", module_name, str(e))
        return
    except BaseException as e:
        tell("broken file", module_name, last_line((type(e), e, e.__traceback__)))
        import traceback
        traceback.print_exc()
        return
    result = Result()
    without(suite, done)(result)
    for test, text in result.failures + result.errors:
        print("=" * 70, test, text, sep="\n", file=sys.__stderr__)
    tell("end", module_name)


if __name__ == "__main__":
    sys.argv[1:] = []
    main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
