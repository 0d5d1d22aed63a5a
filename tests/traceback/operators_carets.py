class V:
    pass


v = V()
x = 1
print(x + (x * v) - 3)
