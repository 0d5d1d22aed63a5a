# Circles of names, classes and calls come to an end.
import stackless


class A(B):                         # want SLP002 "'B' is not defined"
    pass


class C1:
    x = None

    def f(self):
        self.x = self.g()
        return self.x

    def g(self):
        self.x = self.f()
        return C1().g().f().x


def ping(n):
    return pong(n)


def pong(n):
    return ping(n)


a = b = ping(1)
a, b = b, a
c = stackless.channel()
c = c
d = [c]
d.append(d)
d[0].send(d[0])
lam = lambda: lam()
print(a, b, C1().f(), lam)
