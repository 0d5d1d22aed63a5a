# A connection over TCP, of one thread with another.
import socket, threading
server = socket.create_server(('127.0.0.1', 0))
host, port = server.getsockname()
def serve():
    conn, peer = server.accept()
    with conn:
        while data := conn.recv(100):
            conn.sendall(data.upper())
t = threading.Thread(target=serve)
t.start()
with socket.create_connection((host, port)) as c:
    c.sendall(b'hello')
    print(c.recv(100))
    print(c.getpeername() == (host, port))
    c.shutdown(socket.SHUT_WR)
    print(c.recv(100))
t.join()
server.close()
#: b'HELLO'
#: True
#: b''
---
# Datagrams.
import socket
a = socket.socket(type=socket.SOCK_DGRAM)
b = socket.socket(type=socket.SOCK_DGRAM)
a.bind(('127.0.0.1', 0)); b.bind(('127.0.0.1', 0))
a.sendto(b'one', b.getsockname())
a.sendto(b'two', b.getsockname())
data, peer = b.recvfrom(2)
print(data, peer == a.getsockname(), b.recv(10))
a.close(); b.close()
#: b'on' True b'two'
---
# Timeouts and what does not wait.
import socket
a, b = socket.socketpair()
a.settimeout(0.01)
print(a.gettimeout(), a.getblocking())
try: a.recv(1)
except TimeoutError as e: print(repr(e))
a.setblocking(False)
try: a.recv(1)
except BlockingIOError as e: print(e.errno, e)
sent = 0
try:
    while True: sent += a.send(b'x' * 65536)
except BlockingIOError: print(sent > 0)
a.close(); b.close()
#: 0.01 True
#: TimeoutError('timed out')
#: 11 [Errno 11] Resource temporarily unavailable
#: True
---
# Errors.
import socket
s = socket.socket()
try: s.connect(('127.0.0.1', 1))
except ConnectionRefusedError as e: print(e)
for address in ('x', ('127.0.0.1',), ('127.0.0.1', 70000), (1, 2)):
    try: s.bind(address)
    except (TypeError, OverflowError) as e: print(type(e).__name__, e)
s.close()
try: s.recv(1)
except OSError as e: print(e)
try: socket.getaddrinfo('127.0.0.1', 'no such service')
except socket.gaierror as e: print(e)
#: [Errno 111] Connection refused
#: TypeError bind(): AF_INET address must be tuple, not str
#: TypeError AF_INET address must be a pair (host, port)
#: OverflowError bind(): port must be 0-65535.
#: TypeError str, bytes or bytearray expected, not int
#: [Errno 9] Bad file descriptor
#: [Errno -8] Servname not supported for ai_socktype
---
# Descriptors travel as control messages.
import socket, os
a, b = socket.socketpair()
r, w = os.pipe()
socket.send_fds(a, [b'here'], [w])
data, fds, flags, address = socket.recv_fds(b, 10, 4)
os.write(fds[0], b'through')
print(data, len(fds), flags, os.read(r, 10))
for fd in (r, w, fds[0]): os.close(fd)
a.close(); b.close()
#: b'here' 1 0 b'through'
---
# Numbers and addresses.
import socket
print(hex(socket.htons(0x1234)), hex(socket.ntohl(0x12345678)))
print(socket.inet_aton('127.1'), socket.inet_ntoa(b'\x01\x02\x03\x04'))
print(socket.inet_pton(socket.AF_INET6, '::ffff:1.2.3.4'), socket.inet_ntop(socket.AF_INET6, bytes(10) + b'\xff\xff\x01\x02\x03\x04'))
print(socket.inet_ntop(socket.AF_INET6, bytes(15) + b'\x01'), socket.inet_ntop(socket.AF_INET6, b'\x20\x01' + bytes(6) + b'\x00\x01' + bytes(4) + b'\x00\x02'))
try: socket.inet_pton(socket.AF_INET, '1.2.3')
except OSError as e: print(e)
try: socket.htons(-1)
except ValueError as e: print(e)
#: 0x3412 0x78563412
#: b'\x7f\x00\x00\x01' 1.2.3.4
#: b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xff\xff\x01\x02\x03\x04' ::ffff:1.2.3.4
#: ::1 2001::1:0:0:2
#: illegal IP address string passed to inet_pton
#: Cannot convert negative int
---
# select, poll and epoll tell the same.
import select, socket
a, b = socket.socketpair()
b.send(b'x')
p = select.poll(); p.register(a, select.POLLIN); p.register(b)
e = select.epoll(); e.register(a, select.EPOLLIN); e.register(b, select.EPOLLOUT)
print(p.poll(0) == [(a.fileno(), 1), (b.fileno(), 4)], sorted(e.poll(0)) == [(a.fileno(), 1), (b.fileno(), 4)])
print(select.select([a, b], [a], [], 0) == ([a], [a], []))
a.recv(1)
print(e.poll(0.01, 1) == [(b.fileno(), 4)], p.poll(10) == [(b.fileno(), 4)])
e.unregister(b); e.modify(a, select.EPOLLIN)
print(e.poll(0.01))
b.close()
print(e.poll(1) == [(a.fileno(), select.EPOLLIN | select.EPOLLHUP)])
e.close(); a.close()
try: e.poll(0)
except ValueError as x: print(x)
#: True True
#: True
#: True True
#: []
#: True
#: I/O operation on closed epoll object
---
# A server of asyncio and two clients.
import asyncio
async def handle(reader, writer):
    while data := await reader.readline():
        writer.write(data[::-1])
        await writer.drain()
    writer.close()
async def client(port, text):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(text + b'\n')
    got = await reader.readexactly(len(text) + 1)
    writer.close()
    await writer.wait_closed()
    return got
async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    print(await asyncio.gather(client(port, b'abc'), client(port, b'defg')))
    server.close()
    await server.wait_closed()
asyncio.run(main())
#: [b'\ncba', b'\ngfed']
