value = None
result = "a very long line indeed" + "that goes on" + str(123456) + value.strip() + "and has even more text after the error"
