# Nothing is reported where some run may end well, or what happens cannot be followed exactly.
import stackless


def relay(a, b):
    b.send(a.receive())


def pick(a, flag):
    if flag:
        a.receive()
    else:
        a.send(1)


# A chain.
x, y = stackless.channel(), stackless.channel()
stackless.tasklet(relay)(x, y)
stackless.tasklet(x.send)(1)
y.receive()

# It depends on a value.
z = stackless.channel()
stackless.tasklet(pick)(z, True)
stackless.tasklet(pick)(z, False)

# Callbacks of builtins, dunder methods.
k = stackless.channel()


def key(v):
    return k.receive() * v


class Item:
    def __len__(self):
        return k.receive()


def sort():
    print(sorted([1, 2], key=key), len(Item()))


stackless.tasklet(sort)()
stackless.run()
for n in range(3):
    k.send(n)

# Killed in the end.
s = stackless.channel()


def service():
    while True:
        print(s.receive())


t = stackless.tasklet(service)()
s.send(1)
t.kill()


# Ends with StopIteration.
def numbers(c):
    for i in range(3):
        c.send(i)
    c.send_exception(StopIteration)


def total(c, result):
    result.send(sum(v for v in c))


c, result = stackless.channel(), stackless.channel()
stackless.tasklet(numbers)(c)
stackless.tasklet(total)(c, result)
print(result.receive())
