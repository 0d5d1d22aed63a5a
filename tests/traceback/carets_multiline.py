def total(items):
    return sum(
        item["price"] * item["count"]
        for item in items
        if item["price"] / item["count"] > 1
    )


total([{"price": 5, "count": 2},
       {"price": 1, "count": 0}])
