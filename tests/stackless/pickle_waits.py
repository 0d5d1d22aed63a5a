# Methods that no module has by name are saved by value; what has been called is not called again.
import stackless, pickle
ch = stackless.channel()
class Any: pass
calls = []
for name in "add mul radd eq lt contains getitem len bool iter index str call".split():
    def method(self, *a, name=name):
        calls.append(name)
        ch.receive()
        return {"len": 2, "index": 1, "str": "text", "iter": iter([1]), "mul": NotImplemented}.get(name, True)
    setattr(Any, "__%s__" % name, method)
class Other:
    def __rmul__(self, o): ch.receive(); return "rmul"
jobs = ["Any() + 1", "1 + Any()", "Any() * Other()", "Any() == Any()", "Any() < 2", "3 in Any()", "Any()[0]", "len(Any())", "not Any()", "list(Any())",
        "[1, 2][Any()]", "str(Any())", "f'{Any()}'", "Any()(1)", "(Any(), 1) == (Any(), 1)", "[Any()].index(3)", "max(Any(), Any()) is None", "any([Any()])"]
for source in jobs:
    calls.clear()
    def body(): x = eval(source); print(source, "->", x, calls)
    t = stackless.tasklet(body)()
    stackless.run()
    while t.alive:
        s = pickle.dumps(t)
        t.kill()
        t = pickle.loads(s)
        t.run()
#: Any() + 1 -> True ['add']
#: 1 + Any() -> True ['radd']
#: Any() * Other() -> rmul ['mul']
#: Any() == Any() -> True ['eq']
#: Any() < 2 -> True ['lt']
#: 3 in Any() -> True ['contains']
#: Any()[0] -> True ['getitem']
#: len(Any()) -> 2 ['len']
#: not Any() -> False ['bool']
#: list(Any()) -> [1] ['iter']
#: [1, 2][Any()] -> 2 ['index']
#: str(Any()) -> text ['str']
#: f'{Any()}' -> text ['str']
#: Any()(1) -> True ['call']
#: (Any(), 1) == (Any(), 1) -> True ['eq']
#: [Any()].index(3) -> 0 ['eq']
#: max(Any(), Any()) is None -> False ['lt']
#: any([Any()]) -> True ['bool']
