def compute():
    counter = 1
    return conter + 1


compute()
