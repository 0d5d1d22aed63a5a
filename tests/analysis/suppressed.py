# SLP008: suppressions, and those that are not needed.
import stackless

a = stackless.channel()
a.receive()  # slp: ignore[SLP101] the test wants the error
# slp: ignore[no-partner] by its name, for the next line
a.receive()
b = stackless.channel()
b.receive()  # slp: ignore
print(1)  # slp: ignore[SLP101]     # want SLP008 "nothing to suppress here: SLP101"
print(2)  # slp: ignore             # want SLP008 "nothing to suppress here"
b.receive()  # slp: ignore[SLP101, SLP999] # want SLP008 "there is no rule 'SLP999'"
b.receive()  # slp: ignore[SLP102]  # want SLP101 "nobody sends" SLP008 "nothing to suppress here: SLP102"
print(3)  # slp: ignore[SLP201] a finding of a run
