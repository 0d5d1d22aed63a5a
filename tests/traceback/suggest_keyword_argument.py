def connect(host, *, timeout=10):
    return host, timeout


connect("h", timeot=5)
