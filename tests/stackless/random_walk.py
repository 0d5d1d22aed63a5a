# Random walks through the scheduler: whatever the order of operations, the trace is the one of Stackless.
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

plain = ["schedule", "send", "receive", "send", "receive"]
for seed in range(4):
    print(seed, *Walk(seed, 4, 2, 4, plain).play(6), sep="; ")
for seed in range(100):
    log = Walk(seed, 5, 2, 10, plain + ["prefer"]).play()
    print(seed, len(log), zlib.crc32("\n".join(log).encode()), log[-1])
#: 0; main runs 5; 0 starts; 0 send 1 0; 1 starts; 1 receive 1 1; 1 got (0, 3); 1 send 0 0; 2 starts; 2 receive 1 0; 3 starts; 3 receive 0 1; 3 got (1, 7); 3 receive 0 0; 0 sent 1; 0 receive 0 -1; 1 sent 0; 1 send 1 -1; 2 got (1, 17); 2 receive 1 0; 1 sent 1; 1 receive 0 -2; main receive 0 -3; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main send 0 -3; 3 got ('main', 25); 3 send 1 -1; 2 got (3, 27); 2 receive 0 -2; main sent 0; main runs 2; 3 sent 1; 3 receive 0 -3; main send 1 0; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main send 0 -4; 0 got ('main', 37); 0 receive 0 -3; main sent 0; main runs 1; main send 0 -4; 1 got ('main', 42); 1 ends; main sent 0; main runs 1; main send 0 -3; 2 got ('main', 47); 2 send 0 -2; 3 got (2, 49); 3 ends; main sent 0; end 7 0 5 0 -1 0; 0 exit; 2 exit
#: 1; main runs 5; 0 starts; 0 receive 1 0; 1 starts; 1 receive 1 -1; 2 starts; 2 schedule; 3 starts; 3 receive 0 0; 2 send 1 -2; 0 got (2, 10); 0 receive 0 -1; 2 sent 1; 2 send 1 -1; 1 got (2, 14); 1 send 1 0; 2 sent 1; 2 send 1 1; main send 1 2; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main receive 1 2; main got (1, 16); main runs 2; 1 sent 1; 1 receive 0 -2; main receive 0 -3; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main receive 1 1; main got (2, 18); main runs 2; 2 sent 1; 2 ends; main send 0 -3; 3 got ('main', 35); 3 send 1 0; main sent 0; main runs 1; main schedule; end 7 7 0 7 -2 1; 0 exit; 1 exit; 3 exit
#: 2; main runs 5; 0 starts; 0 receive 1 0; 1 starts; 1 send 0 0; 2 starts; 2 send 1 -1; 0 got (2, 7); 0 schedule; 3 starts; 3 send 1 0; 2 sent 1; 2 send 1 1; 0 send 1 2; main receive 0 1; main got (1, 5); main runs 2; 1 sent 0; 1 receive 0 0; main receive 0 -1; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main receive 1 3; main got (3, 11); main runs 2; 3 sent 1; 3 receive 1 2; 3 got (2, 13); 3 send 1 1; 2 sent 1; 2 schedule; 2 receive 1 2; 2 got (0, 14); 2 ends; 0 sent 1; 0 receive 0 -1; main receive 0 -2; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main schedule; main runs 1; main receive 0 -2; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; end 7 7 0 7 -2 1; 0 exit; 1 exit; 3 exit
#: 3; main runs 5; 0 starts; 0 send 1 0; 1 starts; 1 receive 1 1; 1 got (0, 3); 1 send 1 0; 2 starts; 2 send 1 1; 3 starts; 3 send 0 0; 0 sent 1; 0 schedule; 0 schedule; 0 receive 0 1; 0 got (3, 11); 0 ends; 3 sent 0; 3 send 0 0; main send 1 2; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main send 0 1; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main send 1 2; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; main runs 1; main receive 0 1; main got (3, 19); main runs 2; 3 sent 0; 3 send 0 0; main schedule; main runs 1; main send 0 1; main RuntimeError Deadlock: the last runnable tasklet cannot be blocked.; end 0 7 7 7 1 2; 1 exit; 2 exit; 3 exit
#: 0 142 4289355296 4 exit
#: 1 179 828343318 end 0 0 0 0 0 0 0
#: 2 166 3591910739 0 exit
#: 3 170 800688156 1 exit
#: 4 155 2387268979 4 exit
#: 5 167 1184128180 end 0 0 0 0 0 0 0
#: 6 152 3684190512 3 exit
#: 7 121 1013058485 4 exit
#: 8 137 1002271049 4 exit
#: 9 178 56423172 4 exit
#: 10 170 4244794510 4 exit
#: 11 119 2279019616 4 exit
#: 12 144 136913179 4 exit
#: 13 141 3163998975 4 exit
#: 14 177 1132254592 end 0 0 0 0 0 0 0
#: 15 157 386120512 3 exit
#: 16 158 4215414192 4 exit
#: 17 177 2833338509 end 0 0 0 0 0 0 0
#: 18 171 388507671 1 exit
#: 19 177 2515206816 end 0 0 0 0 0 0 0
#: 20 148 450547155 4 exit
#: 21 167 188697307 4 exit
#: 22 175 2309565596 end 0 0 0 0 0 0 0
#: 23 148 634816873 4 exit
#: 24 125 2194692207 4 exit
#: 25 169 1025518718 3 exit
#: 26 153 1573302251 4 exit
#: 27 166 3660550142 1 exit
#: 28 177 1136806896 3 exit
#: 29 172 170076067 end 0 0 0 0 0 0 0
#: 30 142 3047885467 4 exit
#: 31 171 3098566305 end 0 0 0 0 0 0 0
#: 32 122 2810881260 4 exit
#: 33 175 2499194447 3 exit
#: 34 178 3798403597 end 0 0 0 0 0 0 0
#: 35 174 1609997481 end 0 0 0 0 0 0 0
#: 36 176 3624632326 end 0 0 0 0 0 0 0
#: 37 175 2323152523 end 0 0 0 0 0 0 0
#: 38 156 555266734 4 exit
#: 39 156 3067747885 4 exit
#: 40 173 2928186777 end 0 0 0 0 0 0 0
#: 41 146 1205292681 4 exit
#: 42 169 2381087666 end 0 0 0 0 0 0 0
#: 43 176 1919471949 4 exit
#: 44 156 2414069647 4 exit
#: 45 166 2131837134 end 0 0 0 0 0 0 0
#: 46 152 3789743849 4 exit
#: 47 174 2093060581 end 0 0 0 0 0 0 0
#: 48 152 1625520182 4 exit
#: 49 172 2103566722 end 0 0 0 0 0 0 0
#: 50 170 3165469245 4 exit
#: 51 177 139343423 end 0 0 0 0 0 0 0
#: 52 155 4205872397 4 exit
#: 53 177 690705182 end 0 0 0 0 0 0 0
#: 54 168 996295870 4 exit
#: 55 173 3060528402 end 0 0 0 0 0 0 0
#: 56 176 1083458164 2 exit
#: 57 169 3455806532 4 exit
#: 58 177 12835937 4 exit
#: 59 173 1668489380 3 exit
#: 60 171 2992964549 end 0 0 0 0 0 0 0
#: 61 171 3198235597 end 0 0 0 0 0 0 0
#: 62 170 899725574 end 0 0 0 0 0 0 0
#: 63 148 195976812 4 exit
#: 64 140 3661832830 4 exit
#: 65 155 3341333712 3 exit
#: 66 169 1850760181 end 0 0 0 0 0 0 0
#: 67 166 2058493207 2 exit
#: 68 168 2876599216 0 exit
#: 69 166 25935227 4 exit
#: 70 171 3672313611 4 exit
#: 71 146 3205507192 3 exit
#: 72 173 1181825627 3 exit
#: 73 161 2587831584 3 exit
#: 74 173 1602174550 4 exit
#: 75 157 645922191 4 exit
#: 76 185 1169636098 end 0 0 0 0 0 0 0
#: 77 162 4102192488 1 exit
#: 78 152 626677867 4 exit
#: 79 165 245277659 4 exit
#: 80 114 3034778697 4 exit
#: 81 177 462031586 end 0 0 0 0 0 0 0
#: 82 173 2661810485 3 exit
#: 83 174 3208652441 end 0 0 0 0 0 0 0
#: 84 176 2100669013 4 exit
#: 85 157 3071887784 4 exit
#: 86 168 2274894080 2 exit
#: 87 170 2895651570 1 exit
#: 88 170 3290773666 4 exit
#: 89 171 4147825947 4 exit
#: 90 166 1691746613 4 exit
#: 91 140 3190697325 4 exit
#: 92 158 4259742029 4 exit
#: 93 178 1585421860 end 0 0 0 0 0 0 0
#: 94 176 3396513876 end 0 0 0 0 0 0 0
#: 95 175 1079263622 1 exit
#: 96 170 3788255023 4 exit
#: 97 118 4242832259 4 exit
#: 98 161 2957751093 4 exit
#: 99 179 2709164718 4 exit
