# Programs that are started.
import subprocess, os, threading
print(subprocess.run(['echo', 'hello'], capture_output=True, text=True).stdout)
p = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
def feed():
    p.stdin.write(b'x' * 300000)
    p.stdin.close()
t = threading.Thread(target=feed); t.start()
print(len(p.stdout.read())); t.join()
print(p.wait(), subprocess.call(['sh', '-c', 'exit 7']))
p = subprocess.Popen(['sleep', '60'])
p.terminate()
print(p.wait())
try: subprocess.run(['no-such-program'])
except FileNotFoundError as e: print(e)
os.environ['GREETING'] = 'good day'
print(subprocess.check_output('echo $GREETING; pwd | wc -l', shell=True))
#: hello
#:
#: 300000
#: 0 7
#: -15
#: [Errno 2] No such file or directory: 'no-such-program'
#: b'good day\n1\n'
---
# Processes of asyncio.
import asyncio
async def main():
    p = await asyncio.create_subprocess_exec('tr', 'a-z', 'A-Z', stdin=-1, stdout=-1)
    print(await p.communicate(b'text'), p.returncode)
asyncio.run(main())
#: (b'TEXT', None) 0
---
# Signals and timers.
import signal, os, time, threading
hits = []
signal.signal(signal.SIGALRM, lambda n, f: hits.append(n))
signal.signal(signal.SIGUSR1, lambda n, f: hits.append(n))
os.kill(os.getpid(), signal.SIGUSR1)
signal.setitimer(signal.ITIMER_REAL, 0.02)
time.sleep(0.05)
signal.setitimer(signal.ITIMER_REAL, 0.01)
while len(hits) < 3: pass
class Stop(Exception): pass
def stop(n, f): raise Stop
signal.signal(signal.SIGALRM, stop)
signal.setitimer(signal.ITIMER_REAL, 0.02)
lock = threading.Lock(); lock.acquire()
try: lock.acquire()
except Stop: print(hits)
#: [10, 14, 14]
---
# Threads that wait for each other, and a pool.
import queue, threading, time
from concurrent.futures import ThreadPoolExecutor
q = queue.Queue()
def work():
    while (n := q.get()) is not None:
        time.sleep(0.001)
        total.append(n)
total = []
ts = [threading.Thread(target=work) for _ in range(3)]
for t in ts: t.start()
for n in range(20): q.put(n)
for t in ts: q.put(None)
for t in ts: t.join()
with ThreadPoolExecutor(4) as pool:
    print(sorted(total) == list(range(20)), list(pool.map(lambda x: x * x, range(5))))
#: True [0, 1, 4, 9, 16]
