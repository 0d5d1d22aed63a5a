f = lambda x: 10 // x
print([f(i) for i in (5, 1, 0)])
