n = None
text = f"value: {n.attr!r:>10} and {n}"
