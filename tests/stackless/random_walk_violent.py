# Random walks with kills, thrown exceptions, sent errors and closed channels.
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

plain = ["schedule", "send", "receive", "kill", "throw", "late kill", "late throw", "error"]
for seed in range(3):
    print(seed, *Walk(seed, 4, 2, 5, plain).play(8), sep="; ")
for seed in range(100):
    log = Walk(seed, 5, 2, 10, plain + ["send", "receive", "spawn", "close", "prefer", "leave", "insert"]).play()
    print(seed, len(log), zlib.crc32("\n".join(log).encode()), log[-1])
#: 0; main runs 5; 0 starts; 0 late kill 3; 0 self; 0 late throw 1; 0 self; 0 schedule; main ValueError 0; main runs 4; 2 starts; 2 error 0; 0 ends; main receive 0 1; main KeyError 2; main runs 2; 2 error sent 0; 2 schedule; 2 late kill 3; 2 throw 0; 2 RuntimeError You cannot throw to a dead tasklet; 2 receive 0 0; main late kill 1; main runs 1; main receive 1 0; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main error 0; 2 KeyError 'main'; 2 ends; main error sent 0; main runs 1; main kill 3; main killed 3 False; main runs 1; main receive 1 0; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main send 0 0; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; end 0 0 0 0 0 0
#: 1; main runs 5; 0 starts; 0 kill 2; 3 starts; 3 self; 3 late kill 0; 3 self; 3 receive 1 0; 0 exit; 1 starts; 1 schedule; 1 send 1 -1; 3 got (1, 12); 3 kill 1; 1 exit; 3 killed 1 False; 3 ends; main error 1; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main late kill 3; main runs 1; main late kill 2; main runs 1; main receive 0 0; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main late throw 1; main RuntimeError You cannot throw to a dead tasklet; main runs 1; main schedule; main runs 1; main throw 3; main RuntimeError You cannot throw to a dead tasklet; main runs 1; main send 1 0; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; end 0 0 0 0 0 0
#: 2; main runs 5; 0 starts; 0 schedule; 1 starts; 1 receive 0 0; 2 starts; 2 late kill 3; 2 late throw 3; 2 late kill 3; 2 schedule; 0 send 1 0; 2 late throw 0; 2 ends; 0 ValueError 2; 0 send 0 -1; 1 got (0, 15); 1 error 0; 0 sent 0; 0 schedule; 0 schedule; 0 ends; main kill 3; main killed 3 False; main runs 1; main send 1 0; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main late kill 3; main runs 1; main schedule; main runs 1; main late kill 0; main runs 1; main kill 1; 1 exit; main killed 1 False; main runs 1; main late kill 2; main runs 1; main send 1 0; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; end 0 0 0 0 0 0
#: 0 157 2823318505 7 exit
#: 1 167 133105023 9 exit
#: 2 167 1841927174 9 exit
#: 3 214 2996475732 end 0 0 0 0 0 0 0 0 0 0 0 0 0 0
#: 4 194 1719768403 8 exit
#: 5 187 2516369859 10 exit
#: 6 160 4294528709 6 exit
#: 7 157 3479643530 7 exit
#: 8 161 2863791892 7 exit
#: 9 184 483995031 end 0 0 0 0 0 0 0 0 0 0 0 0
#: 10 195 542390686 9 exit
#: 11 152 2952824478 9 exit
#: 12 156 2518859937 6 exit
#: 13 219 2010497674 end 0 0 0 0 0 0 0 0 0 0 0 0 0 0
#: 14 204 668156016 10 exit
#: 15 192 3152428631 7 exit
#: 16 204 3051902318 11 exit
#: 17 202 1817926686 11 exit
#: 18 210 4201176752 11 exit
#: 19 209 2715810646 end 0 0 0 0 0 0 0 0 0 0 0
#: 20 171 3215260055 9 exit
#: 21 230 1765667473 end 0 0 0 0 0 0 0 0 0 0 0 0 0 0
#: 22 162 4276173390 6 exit
#: 23 142 1381541058 6 exit
#: 24 114 1650613797 7 exit
#: 25 185 957777319 11 exit
#: 26 174 915466182 end 0 0 0 0 0 0 0 0 0
#: 27 154 2986831033 7 exit
#: 28 128 2016816013 6 exit
#: 29 186 2398643073 10 exit
#: 30 231 2585326926 11 exit
#: 31 189 2344342112 end 0 0 0 0 0 0 0 0 0 0 0 0 0
#: 32 240 2747377892 11 exit
#: 33 181 3070685238 9 exit
#: 34 168 190132050 4 exit
#: 35 216 2302921766 11 exit
#: 36 190 304265772 end 0 0 0 0 0 0 0 0 0 0 0 0 0 0
#: 37 131 1770542603 end 0 0 0 0 0 0 0 0 0
#: 38 189 2531644653 end 0 0 0 0 0 0 0 0 0 0 0 0 0
#: 39 161 3206319033 10 exit
#: 40 172 1898487833 7 exit
#: 41 268 2001902748 11 exit
#: 42 220 143293757 end 0 0 0 0 0 0 0 0 0 0 0 0 0 0
#: 43 196 2977766506 9 exit
#: 44 229 2901733940 10 exit
#: 45 144 2270084929 8 exit
#: 46 230 977026221 11 exit
#: 47 196 3209419706 end 0 0 0 0 0 0 0 0 0 0 0 0
#: 48 245 3268829955 end 0 0 0 0 0 0 0 0 0 0 0 0 0 0
#: 49 209 949112256 11 exit
#: 50 136 3543987185 end 0 0 0 0 0 0 0 0
#: 51 158 3877477560 7 exit
#: 52 274 3275599425 end 0 0 0 0 0 0 0 0 0 0 0 0 0 0
#: 53 134 2252269576 end 0 0 0 0 0 0 0 0
#: 54 203 3424767506 10 exit
#: 55 164 3462135828 2 exit
#: 56 160 1004475895 7 exit
#: 57 197 1165603211 6 exit
#: 58 222 1377092278 11 exit
#: 59 211 2806302175 10 exit
#: 60 205 2566482985 9 exit
#: 61 159 127128758 9 exit
#: 62 203 3545248885 11 exit
#: 63 211 329828382 8 exit
#: 64 177 3544158400 6 exit
#: 65 151 1752013798 7 exit
#: 66 164 2284889556 end 0 0 0 0 0 0 0 0 0 0 0
#: 67 182 517664906 11 exit
#: 68 187 3572165777 end 0 0 0 0 0 0 0 0 0 0
#: 69 170 2430184089 1 exit
#: 70 120 2740760359 5 exit
#: 71 175 1842988274 10 exit
#: 72 143 3215723627 1 exit
#: 73 241 699186731 10 exit
#: 74 186 4287574234 10 exit
#: 75 129 307217298 2 exit
#: 76 160 1393659928 0 exit
#: 77 123 3334403916 end 0 0 0 0 0 0 0 0 0
#: 78 175 348379857 11 exit
#: 79 116 4179337214 6 exit
#: 80 209 3797169896 10 exit
#: 81 210 1189078653 11 exit
#: 82 155 3012646418 end 0 0 0 0 0 0 0 0 0
#: 83 242 2401382658 8 exit
#: 84 141 1048880908 5 exit
#: 85 131 2671547222 6 exit
#: 86 102 1313487853 end 0 0 0 0 0 0 0
#: 87 226 2004274198 11 exit
#: 88 193 1682583037 8 exit
#: 89 190 2709090959 11 exit
#: 90 193 3160984479 9 exit
#: 91 190 112654333 11 exit
#: 92 251 3532781802 11 exit
#: 93 128 1242999096 6 exit
#: 94 155 3923824861 end 0 0 0 0 0 0 0 0 0 0
#: 95 232 35303763 4 exit
#: 96 216 3299278071 10 exit
#: 97 153 1527954580 8 exit
#: 98 190 2406251187 8 exit
#: 99 225 3564926792 11 exit
