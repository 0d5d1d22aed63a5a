def 計算(値):
    return "漢字" + 値


計算(5)
