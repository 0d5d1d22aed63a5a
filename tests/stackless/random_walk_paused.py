# Random walks with tasklets that leave the queue and are put back, run and switched to.
import stackless, zlib

class Walk:
    def __init__(self, seed, tasklets, channels, ops, kinds):
        self.state = seed * 7919 + 17
        self.log = []
        self.chans = [stackless.channel() for _ in range(channels)]
        self.ts = []
        self.ops, self.kinds = ops, kinds
        for _ in range(tasklets): self.spawn()

    def rand(self, n):
        self.state = (self.state * 1103515245 + 12345) & 0x7fffffff
        return (self.state >> 8) % n

    def spawn(self):
        i = len(self.ts)
        self.ts.append(stackless.tasklet(self.body)(i))

    def note(self, *words): self.log.append(" ".join(map(str, words)))

    def body(self, me):
        self.note(me, "starts")
        try:
            for _ in range(self.ops): self.op(me)
        except TaskletExit:
            self.note(me, "exit")
            raise
        self.note(me, "ends")

    def op(self, me):
        kind = self.kinds[self.rand(len(self.kinds))]
        c = self.rand(len(self.chans))
        t = self.rand(len(self.ts))
        chan, other = self.chans[c], self.ts[t]
        try:
            if kind == "schedule": self.note(me, kind); stackless.schedule()
            elif kind == "send": self.note(me, kind, c, chan.balance); chan.send((me, len(self.log))); self.note(me, "sent", c)
            elif kind == "receive": self.note(me, kind, c, chan.balance); self.note(me, "got", chan.receive())
            elif kind == "leave": self.note(me, kind); stackless.schedule_remove(); self.note(me, "back")
            elif kind == "prefer": chan.preference, chan.schedule_all = self.rand(3) - 1, self.rand(4) == 0; self.note(me, kind, c, chan.preference, chan.schedule_all)
            elif kind == "spawn":
                if len(self.ts) < 12: self.spawn(); self.note(me, "spawned", len(self.ts) - 1)
            elif kind == "error": self.note(me, kind, c); chan.send_exception(KeyError, me); self.note(me, "error sent", c)
            elif kind == "close": chan.close() if not chan.closing else chan.open(); self.note(me, kind, c, chan.closing)
            elif kind == "nested": self.note(me, kind); self.note(me, "run gave", stackless.run())
            elif other.is_current: self.note(me, "self")
            elif kind == "insert": self.note(me, kind, t); other.insert()
            elif kind == "remove": self.note(me, kind, t); other.remove()
            elif kind == "run": self.note(me, kind, t); other.run(); self.note(me, "after run")
            elif kind == "switch": self.note(me, kind, t); other.switch(); self.note(me, "after switch")
            elif kind == "kill": self.note(me, kind, t); other.kill(); self.note(me, "killed", t, other.alive)
            elif kind == "late kill": self.note(me, kind, t); other.kill(pending=True)
            elif kind == "throw": self.note(me, kind, t); other.throw(ValueError(me)); self.note(me, "thrown", t)
            elif kind == "late throw": self.note(me, kind, t); other.throw(ValueError(me), pending=True)
        except (RuntimeError, ValueError, KeyError) as e:
            self.note(me, type(e).__name__, e)

    def play(self, rounds=30):
        for _ in range(rounds):
            try:
                self.note("main runs", stackless.getruncount())
                stackless.run()
                self.op("main")
            except (RuntimeError, ValueError, KeyError) as e:
                self.note("main", type(e).__name__, e)
        self.note("end", *(int(t.alive) + 2 * t.blocked + 4 * t.scheduled for t in self.ts), *(c.balance for c in self.chans))
        for t in self.ts:
            if t.alive:
                try: t.kill()
                except (RuntimeError, ValueError, KeyError) as e: self.note("main", type(e).__name__, e)
        stackless.run()
        return self.log

plain = ["schedule", "send", "receive", "leave", "insert", "remove", "run", "prefer"]
for seed in range(3):
    print(seed, *Walk(seed, 4, 2, 5, plain).play(8), sep="; ")
for seed in range(100):
    log = Walk(seed, 5, 2, 10, plain + ["spawn", "switch"]).play()
    print(seed, len(log), zlib.crc32("\n".join(log).encode()), log[-1])
#: 0; main runs 5; 0 starts; 0 remove 3; 0 self; 0 run 1; 1 starts; 1 run 0; 0 after run; 0 schedule; 1 after run; 1 prefer 0 1 0; 1 schedule; 2 starts; 2 remove 1; 2 prefer 0 0 0; 2 receive 0 0; 0 schedule; 0 ends; main prefer 0 -1 1; main runs 1; main leave; main back; main runs 1; main receive 1 0; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main send 0 -1; 2 got ('main', 27); 2 leave; main sent 0; main runs 1; main send 0 0; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main leave; main back; main runs 1; main prefer 0 -1 1; main runs 1; main leave; main back; end 0 1 1 1 0 0; 1 exit; 2 exit
#: 1; main runs 5; 0 starts; 0 leave; 1 starts; 1 leave; 2 starts; 2 remove 0; 2 run 3; 3 starts; 3 receive 1 0; 2 after run; 2 schedule; 2 send 1 -1; 3 got (2, 13); 3 leave; 2 sent 1; 2 prefer 1 -1 0; 2 ends; main prefer 1 0 0; main runs 1; main insert 2; main RuntimeError You cannot run an unbound(dead) tasklet; main runs 1; main run 0; 0 back; 0 leave; main after run; main runs 1; main insert 1; main runs 2; 1 back; 1 remove 3; 1 prefer 1 0 0; 1 leave; main receive 1 0; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main send 0 0; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main leave; main back; main runs 1; main run 3; 3 back; 3 receive 1 0; main after run; end 1 1 0 7 0 -1; 0 exit; 1 exit; 3 exit
#: 2; main runs 5; 0 starts; 0 schedule; 1 starts; 1 receive 0 0; 2 starts; 2 remove 3; 2 run 3; 3 starts; 3 self; 3 schedule; 2 after run; 2 send 1 0; 0 self; 0 send 0 -1; 1 got (0, 15); 1 prefer 0 -1 0; 1 self; 1 send 1 1; 3 prefer 1 -1 0; 3 leave; 0 sent 0; 0 schedule; 0 insert 3; 0 ends; 3 back; 3 run 1; 3 RuntimeError You cannot run a blocked tasklet; 3 ends; main receive 0 0; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main prefer 1 1 0; main runs 1; main send 1 2; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main insert 1; main RuntimeError You cannot run a blocked tasklet; main runs 1; main schedule; main runs 1; main insert 0; main RuntimeError You cannot run an unbound(dead) tasklet; main runs 1; main prefer 1 -1 1; main runs 1; main send 1 2; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; end 0 7 7 0 0 2; 1 exit; 2 exit
#: 0 272 612253675 11 exit
#: 1 226 4116744797 11 exit
#: 2 215 1112150862 11 exit
#: 3 216 1423773334 11 exit
#: 4 165 2187799317 5 exit
#: 5 229 544881427 10 exit
#: 6 251 2540354381 11 exit
#: 7 255 3602177857 8 exit
#: 8 250 1595576272 11 exit
#: 9 240 3275381532 10 exit
#: 10 185 4165364319 10 exit
#: 11 232 460809515 10 exit
#: 12 217 237497497 11 exit
#: 13 272 2121794581 8 exit
#: 14 247 2815028177 11 exit
#: 15 203 3246546921 11 exit
#: 16 249 259678890 11 exit
#: 17 166 1061042639 6 exit
#: 18 159 4097985291 9 exit
#: 19 247 732164486 9 exit
#: 20 170 875813038 7 exit
#: 21 176 1861739768 7 exit
#: 22 220 931687982 8 exit
#: 23 218 2867615796 10 exit
#: 24 206 4174393768 11 exit
#: 25 213 3388988968 10 exit
#: 26 244 2326915822 11 exit
#: 27 198 3237648834 11 exit
#: 28 249 3343826788 11 exit
#: 29 243 1900623110 11 exit
#: 30 204 3295220900 11 exit
#: 31 222 3242243266 11 exit
#: 32 244 757494507 11 exit
#: 33 238 1326510901 11 exit
#: 34 252 1150352065 11 exit
#: 35 240 3976332888 11 exit
#: 36 241 2759638590 11 exit
#: 37 269 4294139312 11 exit
#: 38 244 77733995 11 exit
#: 39 265 809437776 10 exit
#: 40 191 1660907839 11 exit
#: 41 260 2262824553 11 exit
#: 42 216 3015620964 9 exit
#: 43 258 2161650868 11 exit
#: 44 231 2033119112 11 exit
#: 45 229 3843224302 11 exit
#: 46 252 2921108311 10 exit
#: 47 223 637269664 11 exit
#: 48 213 113916035 11 exit
#: 49 187 3433330023 9 exit
#: 50 198 727453120 11 exit
#: 51 223 3608553832 10 exit
#: 52 200 2272418823 11 exit
#: 53 224 4102981819 10 exit
#: 54 253 2084482393 10 exit
#: 55 194 1813107513 10 exit
#: 56 186 2086921620 11 exit
#: 57 268 239432243 11 exit
#: 58 244 3460567943 10 exit
#: 59 235 882088583 11 exit
#: 60 179 2656039468 11 exit
#: 61 154 3743962249 11 exit
#: 62 267 924906501 9 exit
#: 63 207 637373901 11 exit
#: 64 256 3167081824 11 exit
#: 65 249 698260757 11 exit
#: 66 264 3126042585 9 exit
#: 67 254 165777869 11 exit
#: 68 238 1170189586 11 exit
#: 69 228 861827918 11 exit
#: 70 259 727942642 5 exit
#: 71 226 3935435395 11 exit
#: 72 233 3036630244 10 exit
#: 73 254 2110462664 7 exit
#: 74 270 3443838095 9 exit
#: 75 234 2745545458 11 exit
#: 76 200 914680181 11 exit
#: 77 234 686719276 11 exit
#: 78 224 1186483219 11 exit
#: 79 221 3272589502 11 exit
#: 80 235 1911116340 10 exit
#: 81 223 3822816923 11 exit
#: 82 254 3088569089 11 exit
#: 83 233 2322675920 10 exit
#: 84 234 2430123647 11 exit
#: 85 212 889435586 11 exit
#: 86 245 782785989 11 exit
#: 87 231 189378831 11 exit
#: 88 196 458972241 11 exit
#: 89 148 1806164496 4 exit
#: 90 247 3013710238 8 exit
#: 91 211 1673195422 11 exit
#: 92 203 4127663818 11 exit
#: 93 233 4150733824 10 exit
#: 94 204 4059436555 4 exit
#: 95 275 1923648397 9 exit
#: 96 228 3392852580 11 exit
#: 97 181 720744984 11 exit
#: 98 193 754755022 9 exit
#: 99 198 3818211124 11 exit
