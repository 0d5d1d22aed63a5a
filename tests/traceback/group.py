def check(n):
    if n % 2:
        raise ValueError(f"odd {n}")


errors = []
for i in range(4):
    try:
        check(i)
    except ValueError as e:
        errors.append(e)
raise ExceptionGroup("bad numbers", errors)
