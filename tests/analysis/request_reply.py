# SLP103: client and server both want to send; or, for all that is known of x, the server has left.
import stackless

req = stackless.channel()
rep = stackless.channel()


def server():
    while True:
        x = req.receive()
        if x is None:
            break
        rep.send(x + 1)


def client():
    req.send(1)
    req.send(2)                     # want SLP103 `in every run a tasklet is left waiting: 'client' at send\(\) on channel 'req' \(warning, high\)`
    print(rep.receive())
    print(rep.receive())
    req.send(None)


stackless.tasklet(server)()
stackless.tasklet(client)()
stackless.run()
