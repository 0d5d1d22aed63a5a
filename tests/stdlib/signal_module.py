# A handler runs between two instructions, soon.
import signal, os
def handler(number, frame):
    print('signal', number, frame.f_code.co_name)
old = signal.signal(signal.SIGUSR1, handler)
print(old, signal.getsignal(signal.SIGUSR1) is handler)
def f():
    os.kill(os.getpid(), signal.SIGUSR1)
f()
signal.raise_signal(signal.SIGUSR1)
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGUSR1)
print(signal.getsignal(signal.SIGINT).__name__, signal.getsignal(signal.SIGPIPE))
#: 0 True
#: signal 10 f
#: signal 10 <module>
#: default_int_handler 1
---
# A handler that raises ends a wait.
import signal, time
class Alarm(Exception): pass
def handler(number, frame):
    raise Alarm
signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try: time.sleep(10)
except Alarm: print('woken')
signal.alarm(10)
print(9 < signal.getitimer(signal.ITIMER_REAL)[0] <= 10, signal.alarm(0))
import threading
lock = threading.Lock(); lock.acquire()
signal.setitimer(signal.ITIMER_REAL, 0.05)
try: lock.acquire()
except Alarm: print('lock')
import socket
a, b = socket.socketpair()
signal.setitimer(signal.ITIMER_REAL, 0.05)
try: a.recv(1)
except Alarm: print('recv')
#: woken
#: True 10
#: lock
#: recv
---
# A handler that returns lets a wait go on.
import signal, time, threading
hits = []
signal.signal(signal.SIGALRM, lambda n, f: hits.append(n))
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
start = time.monotonic()
time.sleep(0.035)
signal.setitimer(signal.ITIMER_REAL, 0)
print(time.monotonic() - start >= 0.035, len(hits))
t = threading.Thread(target=time.sleep, args=(0.05,))
t.start()
signal.setitimer(signal.ITIMER_REAL, 0.01)
t.join()
print(len(hits))
#: True 3
#: 4
---
# A loop that only computes is interrupted, too.
import signal
done = []
signal.signal(signal.SIGALRM, lambda n, f: done.append(n))
signal.setitimer(signal.ITIMER_REAL, 0.001)
import time
n = 0
while not done:
    n += 1
    time.monotonic()
print(done)
#: [14]
---
# Signals that are held back.
import signal, os
signal.signal(signal.SIGUSR1, lambda n, f: print('handled'))
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1]))
os.kill(os.getpid(), signal.SIGUSR1)
print(signal.sigpending())
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])
print('after')
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR2])
os.kill(os.getpid(), signal.SIGUSR2)
print(signal.sigwait([signal.SIGUSR2]))
#: set()
#: {<Signals.SIGUSR1: 10>}
#: handled
#: after
#: 12
---
# The wakeup descriptor, and KeyboardInterrupt.
import signal, socket, os
a, b = socket.socketpair()
a.setblocking(False); b.setblocking(False)
print(signal.set_wakeup_fd(b.fileno()))
try: os.kill(os.getpid(), signal.SIGINT)
except KeyboardInterrupt: print('interrupted')
print(a.recv(10), signal.set_wakeup_fd(-1) == b.fileno())
a.setblocking(True)
try: signal.set_wakeup_fd(a.fileno())
except ValueError as e: print(str(e).replace(str(a.fileno()), 'N'))
#: -1
#: interrupted
#: b'\x02' True
#: the fd N must be in non-blocking mode
---
# Handlers run in the main thread.
import signal, threading, os, time
who = []
signal.signal(signal.SIGUSR1, lambda n, f: who.append(threading.current_thread() is threading.main_thread()))
t = threading.Thread(target=os.kill, args=(os.getpid(), signal.SIGUSR1))
t.start(); t.join()
print(who)
def work():
    signal.pthread_kill(threading.get_ident(), signal.SIGUSR1)
t = threading.Thread(target=work)
t.start(); t.join()
print(who)
try: threading.Thread(target=lambda: None) and signal.signal(99, signal.SIG_DFL)
except ValueError as e: print(e)
#: [True]
#: [True, True]
#: signal number out of range
