# Threads that talk over TCP.
import socket, threading
server = socket.create_server(('127.0.0.1', 0))
def serve():
    for _ in range(3):
        conn, peer = server.accept()
        with conn, conn.makefile('rwb') as f:
            for line in f:
                f.write(line.upper())
                f.flush()
t = threading.Thread(target=serve)
t.start()
for text in (b'one\n', b'two\n', b'three\n'):
    with socket.create_connection(server.getsockname()) as c:
        c.sendall(text)
        print(c.recv(100))
t.join()
server.close()
#: b'ONE\n'
#: b'TWO\n'
#: b'THREE\n'
---
# Datagrams, Unix sockets, descriptors.
import socket, select, os
a = socket.socket(type=socket.SOCK_DGRAM); a.bind(('127.0.0.1', 0))
b = socket.socket(type=socket.SOCK_DGRAM); b.bind(('127.0.0.1', 0))
a.sendto(b'ping', b.getsockname())
print(select.select([b], [], [], 5)[0] == [b], b.recvfrom(10)[0])
s = socket.socket(socket.AF_UNIX); s.bind('place'); s.listen()
c = socket.socket(socket.AF_UNIX); c.connect('place')
d, _ = s.accept()
r, w = os.pipe()
socket.send_fds(c, [b'x'], [w])
_, fds, _, _ = socket.recv_fds(d, 10, 1)
os.write(fds[0], b'through')
print(os.read(r, 10))
#: True b'ping'
#: b'through'
---
# A server of asyncio and fifty clients.
import asyncio
async def handle(reader, writer):
    while data := await reader.readline():
        writer.write(data[::-1])
        await writer.drain()
    writer.close()
async def client(port, n):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'%d\n' % n)
    got = await reader.readexactly(len(b'%d\n' % n))
    writer.close()
    await writer.wait_closed()
    return got
async def main():
    async with await asyncio.start_server(handle, '127.0.0.1', 0) as server:
        port = server.sockets[0].getsockname()[1]
        got = await asyncio.gather(*[client(port, n) for n in range(50)])
    print(len(got), got[:3], got[-1])
asyncio.run(main())
#: 50 [b'\n0', b'\n1', b'\n2'] b'\n94'
