# A thread that waits for a pipe lets the others run.
import os, threading, time
r, w = os.pipe()
got = []
def reader():
    with open(r) as f:
        for line in f: got.append(line)
t = threading.Thread(target=reader)
t.start()
with open(w, "w") as f:
    for i in range(3):
        f.write(f"line {i}\n"); f.flush(); time.sleep(0.01)
t.join()
print(got)
r, w = os.pipe()
t = threading.Thread(target=lambda: print(os.read(r, 10)))
t.start(); time.sleep(0.01); os.write(w, b"x"); t.join()
#: ['line 0\n', 'line 1\n', 'line 2\n']
#: b'x'
---
# select and pairs of sockets.
import select, socket, os
a, b = socket.socketpair()
print(select.select([a], [], [], 0))
b.sendall(b"hello")
print(select.select([a], [b], [], 1) == ([a], [b], []), a.recv(3), a.recv(10))
a.setblocking(False)
try: a.recv(1)
except BlockingIOError as e: print(e.errno)
b.close(); a.setblocking(True)
print(a.recv(1))
a.close()
s = socket.socket()
print(s.family.name, s.type.name, s.fileno() > 2)
#: ([], [], [])
#: True b'hel' b'lo'
#: 11
#: b''
#: AF_INET SOCK_STREAM True
---
# When every thread waits the main one is told.
import threading
lock = threading.Lock()
lock.acquire()
t = threading.Thread(target=lock.acquire, daemon=True)
t.start()
try: lock.acquire()
except RuntimeError as e: print(e)
#: Deadlock: every thread waits, and nothing can wake any of them.
---
# Threads take turns even when they only compute.
import threading
turns = []
def work(n):
    for i in range(30000):
        if i % 10000 == 0: turns.append(n)
ts = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(turns), turns != sorted(turns))
#: [0, 0, 0, 1, 1, 1, 2, 2, 2] True
