größe = {"länge": 1}
print(größe["höhe"] + größe["länge"])
