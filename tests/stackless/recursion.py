# Recursion depth is counted for each tasklet.
import stackless, sys
def depth(n): return stackless.getcurrent().recursion_depth if n == 0 else depth(n - 1)
def f(n): print(depth(n) - depth(0) == n)
stackless.tasklet(f)(10); stackless.tasklet(f)(100)
stackless.run()
#: True
#: True
---
# RecursionError in one tasklet does not hurt the others.
import stackless, sys
sys.setrecursionlimit(200)
def rec(n): return rec(n + 1)
def bad():
    try: rec(0)
    except RecursionError: print("RecursionError")
def good(n):
    if n: good(n - 1)
    else: stackless.schedule()
for f, a in ((bad, ()), (good, (100,)), (good, (100,)), (bad, ())): stackless.tasklet(f)(*a)
stackless.run()
print("fine")
#: RecursionError
#: RecursionError
#: fine
---
# Deep recursion with a switch at the bottom, many tasklets at once.
import stackless, sys
sys.setrecursionlimit(5000)
def down(n, c):
    if n == 0: return c.receive()
    return down(n - 1, c) + 1
c = stackless.channel()
def f(): print(down(1000, c))
for _ in range(10): stackless.tasklet(f)()
stackless.run()
for i in range(10): c.send(i)
#: 1000
#: 1001
#: 1002
#: 1003
#: 1004
#: 1005
#: 1006
#: 1007
#: 1008
#: 1009
---
# 100,000 levels of plain recursion.
import sys
sys.setrecursionlimit(200000)
def down(n): return 0 if n == 0 else down(n - 1) + 1
print(down(100000))
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(50000))
#: 100000
#: True
---
# Deep recursion through a method and a generator chain.
import sys
sys.setrecursionlimit(100000)
class Node:
    def __init__(self, next): self.next = next
    def count(self): return 1 + (self.next.count() if self.next else 0)
n = None
for _ in range(20000): n = Node(n)
print(n.count())
while n: n = n.next
#: 20000
---
# Ten thousand tasklets.
import stackless
c = stackless.channel()
def f(i): total.append(i + c.receive())
total = []
for i in range(10000): stackless.tasklet(f)(i)
stackless.run()
print(c.balance)
for i in range(10000): c.send(1)
print(len(total), sum(total), c.balance)
#: -10000
#: 10000 50005000 0
---
# A long chain of nested run() calls.
import stackless
def f(n):
    if n:
        stackless.tasklet(f)(n - 1)
        stackless.run()
    order.append(n)
order = []
stackless.tasklet(f)(100)
stackless.run()
print(order[:3], order[-1], len(order))
#: [0, 1, 2] 100 101
