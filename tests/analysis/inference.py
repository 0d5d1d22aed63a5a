# What names can be: the hover of the name before "# type:".
import json
import stackless
from dataclasses import dataclass
from typing import Iterator, Optional


@dataclass
class Job:
    ident: int
    tags: list[str]

    @property
    def label(self) -> str:
        return f"{self.ident}"

    def copy(self):
        return Job(self.ident, self.tags)


class Pool:
    def __init__(self, size):
        self.size = size
        self.jobs: stackless.channel[Job] = stackless.channel()
        self.raw = stackless.channel()
        self.by_name = {"a": Job(1, [])}

    def feed(self):
        self.raw.send("text")

    def each(self) -> Iterator[Job]:
        yield self.jobs.receive()

    def __enter__(self):
        return self


number = 1
number                              # type: int
text = "a" + "b"
text                                # type: str
ratio = 1 / 2
ratio                               # type: float
items = [1, 2]
items                               # type: list[int]
pair = (1, "a")
pair                                # type: tuple[int, str]
first, second = pair
second                              # type: str
table = {"k": 1.5}
value = table["k"]
value                               # type: float
maybe = None if number else Job(1, [])
maybe                               # type: Job
pool = Pool(3)
pool                                # type: Pool
jobs = pool.jobs
jobs                                # type: channel\[Job\]
raw = pool.raw
raw                                 # type: channel\[str\]
job = jobs.receive()
job                                 # type: Job
label = job.label
label                               # type: str
clone = job.copy()
clone                               # type: Job
tags = clone.tags
tags                                # type: list[str]
for each in pool.each():
    each                            # type: Job
for index, name in enumerate(["a"]):
    name                            # type: str
named = pool.by_name["a"]
named                               # type: Job
stackless.tasklet(pool.feed)()
stackless.tasklet(pool.jobs.send)(Job(2, []))
pool.raw.receive()
with Pool(2) as entered:
    entered                         # type: Pool
encoded = json.dumps(1)
encoded                             # type: str
words = "a b".split()
words                               # type: list[str]
lines = open("x")
lines                               # type: TextFile
task = stackless.tasklet(pool.feed)()
task                                # type: tasklet
try:
    pass
except (ValueError, KeyError) as problem:
    problem                         # type: ValueError \| KeyError
squares = [n * n for n in range(3)]
squares                             # type: list[int]
swapped = {v: k for k, v in table.items()}
swapped                             # type: dict[float, str]
chosen = max(squares)
chosen                              # type: int


def annotated(a: Optional[Job], b: "Job", *rest: int):
    a                               # type: Job
    b                               # type: Job
    rest                            # type: tuple[int]


def called(thing, other=1.0):
    thing                           # type: str
    other                           # type: float
    return thing


result = called("x")
result                              # type: str
rebound = 1
rebound = "now text"
rebound                             # type: str
annotated(None, job)
untyped = stackless.channel()


def talk(c):
    c.send(Job(3, []))


stackless.tasklet(talk)(untyped)
heard = untyped.receive()
heard                               # type: Job
stackless.tasklet(talk)(untyped)
for word in untyped:
    word                            # type: Job
    break
