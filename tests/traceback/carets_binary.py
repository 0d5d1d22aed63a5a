a = {"k": {"x": None}}
n = 3
result = (n + 1) * a["k"]["x"] + len("abc")
