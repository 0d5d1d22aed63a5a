# random: seeded sequences are those of the Mersenne Twister.
def error(f):
    try:
        f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "no error"
import random
r = random.Random(42)
assert r.random() == 0.6394267984578837
assert r.random() == 0.025010755222666936
assert r.randrange(100) == 35
assert r.randint(1, 6) == 2
assert r.uniform(1, 2) == 1.2232107381488229
assert r.choice("abcdef") == 'f'
assert r.getrandbits(40) == 743469555623
assert r.sample(range(100), 5) == [94, 69, 11, 75, 54]
assert r.gauss(0, 1) == 0.4347603342594289
assert r.choices([1, 2, 3], k=4) == [1, 2, 2, 3]
assert r.choices("ab", weights=[1, 9], k=3) == ['b', 'b', 'b']
l = list(range(10)); r.shuffle(l)
assert l == [1, 6, 8, 9, 7, 3, 5, 2, 0, 4]
assert r.triangular(0, 1) == 0.853734953264256
assert r.expovariate(1) == 0.41036892988108337
assert r.normalvariate(0, 1) == 1.5043537616578755
assert r.betavariate(1, 2) == 0.31682026322525414
assert r.gammavariate(2, 1) == 2.2563911241877994
assert r.lognormvariate(0, 1) == 4.350275294657137
assert r.paretovariate(3) == 1.3325201254214911
assert r.weibullvariate(1, 2) == 1.1042325716296506
assert r.vonmisesvariate(0, 1) == 6.213146550368753
s = r.getstate(); a = r.random(); r.setstate(s)
assert r.random() == a
assert random.Random("text").random() == 0.8711565613554825
assert random.Random(b"bytes").random() == 0.37075677971469856
assert random.Random(1.5).random() == 0.551763726942059
assert random.Random(-5).random() == 0.6229016948897019
assert random.Random(2 ** 100).random() == 0.7586581712996778
assert random.Random(0).getrandbits(100) == 1169245609517217401678349469645
assert random.Random(3).randbytes(5) == b'\xfd?\xeb<\x97'
assert random.Random(7).binomialvariate(10, 0.5) == 4
random.seed(1)
assert random.random() == 0.13436424411240122
assert [random.randrange(10) for _ in range(5)] == [1, 4, 1, 7, 7]
assert random.randrange(0, 100, 7) == 49
assert random.sample("abc", 2) == ['c', 'b']
assert random.sample([1, 2], k=3, counts=[2, 2]) == [1, 1, 2]
assert error(lambda: random.randrange(0)) == 'ValueError: empty range for randrange()'
assert error(lambda: random.randrange(5, 5)) == 'ValueError: empty range in randrange(5, 5)'
assert error(lambda: random.randint(5, 1)) == 'ValueError: empty range in randint(5, 1)'
assert error(lambda: random.choice([])) == 'IndexError: Cannot choose from an empty sequence'
assert error(lambda: random.sample([1], 2)) == 'ValueError: Sample larger than population or is negative'
assert error(lambda: random.sample({1, 2}, 1)) == 'TypeError: Population must be a sequence.  For dicts or sets, use sorted(d).'
assert error(lambda: random.choices([])) == 'IndexError: list index out of range'
assert error(lambda: random.choices([1], weights=[0])) == 'ValueError: Total of weights must be greater than zero'
assert error(lambda: random.choices([1, 2], weights=[1])) == 'ValueError: The number of weights does not match the population'
assert error(lambda: random.getrandbits(-1)) == 'ValueError: Cannot convert negative int'
assert error(lambda: random.randrange(1.5)) == "TypeError: 'float' object cannot be interpreted as an integer"
assert error(lambda: random.seed([])) == 'TypeError: The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.'
assert 0 <= random.SystemRandom().random() < 1
assert random.Random(5).shuffle([]) is None
