# SLP106: client and server both want to send.
import stackless

req = stackless.channel()
rep = stackless.channel()


def server():
    while True:
        x = req.receive()
        if x is None:
            break
        rep.send(x + 1)             # want SLP106 `in every run: 'server' at send\(\) on channel 'rep', 'client' at send\(\) on channel 'req' \(warning, high\)`


def client():
    req.send(1)
    req.send(2)
    print(rep.receive())
    print(rep.receive())
    req.send(None)


stackless.tasklet(server)()
stackless.tasklet(client)()
stackless.run()
