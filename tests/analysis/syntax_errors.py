# SLP001: what follows an error is still read.
import stackless
print(stackless)
def f(:                             # want SLP001 "invalid syntax" SLP001 ""
    pass
class A                             # want SLP001 "expected ':'"
    x = 1
print(undefined_after)              # want SLP002 "undefined_after"
