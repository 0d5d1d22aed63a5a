# TLS over TCP: certificates are checked, names too. The certificate was made for this test and holds for a hundred years.
import ssl, socket, threading
CERTIFICATE = '''
-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUC6wVQPlKBIHzEwZRZPvDtWvXZ8owCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDE4MDYyNVoYDzIxMjYxMDMx
MTgwNjI1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAT/ff7MGSA0h5Vd+zcw46+PcE8zBJFTAwKZRUs2ZQNfpLJ+7Q8AwE+x
V1AqpQYgQNaJeb95wn/nNd1zmv1+gpeKo28wbTAdBgNVHQ4EFgQUntHFdBFBiaHK
4bWS1MPIjeEMdFYwHwYDVR0jBBgwFoAUntHFdBFBiaHK4bWS1MPIjeEMdFYwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIhAOkweNp6sOJDW+Gv86454XIa9wYnqKx51ZBj1/IH2OybAiBA
7EvHWRx2O6SdrHusjOtHQAneyyquAKgkhpRpjifbQg==
-----END CERTIFICATE-----
'''
KEY = '''
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg2X+nd2a8Vh/Udu7B
N8XV5xfL/uSZZVzcOpaJ3Py6wN2hRANCAAT/ff7MGSA0h5Vd+zcw46+PcE8zBJFT
AwKZRUs2ZQNfpLJ+7Q8AwE+xV1AqpQYgQNaJeb95wn/nNd1zmv1+gpeK
-----END PRIVATE KEY-----
'''
with open('server.pem', 'w') as f: f.write(CERTIFICATE + KEY)
server_side = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server_side.load_cert_chain('server.pem')
client_side = ssl.create_default_context(cadata=CERTIFICATE)
server = socket.create_server(('127.0.0.1', 0))
def serve():
    for _ in range(2):
        conn, _ = server.accept()
        try:
            with server_side.wrap_socket(conn, server_side=True) as s:
                while data := s.recv(1000): s.sendall(data.upper())
        except ssl.SSLError as e: faults.append(e.reason)
faults = []
t = threading.Thread(target=serve); t.start()
with client_side.wrap_socket(socket.create_connection(server.getsockname()), server_hostname='localhost') as c:
    c.sendall(b'hello')
    print(c.recv(100), c.version(), c.getpeercert()['subjectAltName'])
    try: c.setblocking(False); c.recv(1)
    except ssl.SSLWantReadError as e: print(e)
try: client_side.wrap_socket(socket.create_connection(server.getsockname()), server_hostname='example.org')
except ssl.SSLCertVerificationError as e: print(e.verify_code, e.verify_message)
t.join(); server.close()
print(len(faults))
#: b'HELLO' TLSv1.3 (('DNS', 'localhost'), ('IP Address', '127.0.0.1'))
#: The operation did not complete (read)
#: 62 Hostname mismatch, certificate is not valid for 'example.org'.
#: 1
---
# A server of https, and its client.
import http.server, urllib.request, threading
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'page ' + self.path.encode())
    def do_POST(self):
        body = self.rfile.read(int(self.headers['Content-Length']))
        self.send_response(201)
        self.end_headers()
        self.wfile.write(body[::-1])
    def log_message(self, *args): pass
server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
t = threading.Thread(target=server.serve_forever, kwargs={'poll_interval': 0.01}); t.start()
base = f'http://127.0.0.1:{server.server_port}'
print(urllib.request.urlopen(base + '/x').read())
with urllib.request.urlopen(base, data=b'abc') as r: print(r.status, r.read())
server.shutdown(); t.join(); server.server_close()
#: b'page /x'
#: 201 b'cba'
