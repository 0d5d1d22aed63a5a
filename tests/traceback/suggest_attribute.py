class Account:
    balance = 0


a = Account()
a.blance += 1
