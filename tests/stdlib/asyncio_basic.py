# asyncio: tasks, sleep, gather, queues, events, timeouts.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import asyncio
async def v(x, d=0):
    await asyncio.sleep(d)
    return x
assert asyncio.run(v(5)) == 5
async def main():
    log = []
    async def w(n, d):
        await asyncio.sleep(d); log.append(n); return n
    r = await asyncio.gather(w("b", 0.02), w("a", 0.001), v(3))
    t = asyncio.create_task(w("t", 0))
    await t
    return r, log, t.done(), t.result(), t.get_name() != ""
assert asyncio.run(main()) == (['b', 'a', 3], ['a', 'b', 't'], True, 't', True)
async def exc():
    r = await asyncio.gather(v(1), bad(), return_exceptions=True)
    try: await asyncio.gather(bad(), v(1))
    except ValueError as e: return [repr(x) for x in r], str(e)
async def bad(): raise ValueError("bad")
assert asyncio.run(exc()) == (['1', "ValueError('bad')"], 'bad')
async def cancel():
    t = asyncio.create_task(asyncio.sleep(10)); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: return "cancelled", t.cancelled()
assert asyncio.run(cancel()) == ('cancelled', True)
async def timeouts():
    out = []
    try: await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except TimeoutError: out.append("wait_for")
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(10)
    except TimeoutError: out.append("timeout")
    return out, await asyncio.wait_for(v(7), 1)
assert asyncio.run(timeouts()) == (['wait_for', 'timeout'], 7)
async def q():
    q = asyncio.Queue(2); out = []
    async def prod():
        for i in range(4): await q.put(i)
        await q.put(None)
    async def cons():
        while (x := await q.get()) is not None: out.append(x)
    async with asyncio.TaskGroup() as g: g.create_task(prod()); g.create_task(cons())
    return out
assert asyncio.run(q()) == [0, 1, 2, 3]
async def tg():
    try:
        async with asyncio.TaskGroup() as g: g.create_task(bad()); g.create_task(asyncio.sleep(10))
    except* ValueError as e: r = repr(e)
    return r
assert asyncio.run(tg()) == "ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('bad')])"
async def sync():
    e, l, s, out = asyncio.Event(), asyncio.Lock(), asyncio.Semaphore(1), []
    async def w(n):
        await e.wait()
        async with l, s: out.append(n)
    ts = [asyncio.create_task(w(i)) for i in range(3)]
    await asyncio.sleep(0); e.set(); done, pend = await asyncio.wait(ts)
    f = asyncio.get_running_loop().create_future(); asyncio.get_running_loop().call_soon(f.set_result, "fut")
    out.append(await f); out.append([await c for c in asyncio.as_completed([v(1)])])
    out.append(await asyncio.to_thread(lambda: "thread")); out.append(await asyncio.shield(v("s")))
    return out, len(done), len(pend)
assert asyncio.run(sync()) == ([0, 1, 2, 'fut', [1], 'thread', 's'], 3, 0)
assert error(lambda: asyncio.run(5)) == 'TypeError: An asyncio.Future, a coroutine or an awaitable is required'
assert error(lambda: asyncio.get_running_loop()) == 'RuntimeError: no running event loop'
assert error(lambda: asyncio.run(bad())) == 'ValueError: bad'
async def ag():
    for i in range(3): yield i; await asyncio.sleep(0)
async def use(): return [x async for x in ag()], asyncio.current_task() is not None, len(asyncio.all_tasks())
assert asyncio.run(use()) == ([0, 1, 2], True, 1)
---
# An exception that is thrown into a coroutine happens while that handles another one.
import asyncio
async def main():
    try:
        async with asyncio.timeout(0.01):
            try: 1/0
            finally: await asyncio.sleep(1)
    except TimeoutError as e: print(repr(e.__cause__), repr(e.__cause__.__context__))
asyncio.run(main())
#: CancelledError() ZeroDivisionError('division by zero')
---
# A connection that is dropped without being closed ends when the machine is idle.
import asyncio, socket, threading
server = socket.create_server(('127.0.0.1', 0))
def serve():
    conn, _ = server.accept()
    with conn: print(conn.recv(10), conn.recv(10))
t = threading.Thread(target=serve); t.start()
def talk():
    c = socket.create_connection(server.getsockname())
    c.sendall(b'x')
talk()
t.join()
#: b'x' b''
