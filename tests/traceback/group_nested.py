raise ExceptionGroup("outer", [
    TypeError("t"),
    ExceptionGroup("inner", [ValueError("v"), KeyError("k")]),
])
