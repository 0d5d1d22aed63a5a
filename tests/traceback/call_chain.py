def a(x): return b(x)
def b(x): return c(x)
def c(x): return x.strip().split(",")[7].upper()


a(" 1,2 ")
