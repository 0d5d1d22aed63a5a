def divide(a, b):
    return a / b


def main():
    values = [1, 2, 0]
    for v in values:
        divide(10, v)


main()
