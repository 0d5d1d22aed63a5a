matrix = [[1, 2], [3]]
row, col = 1, 1
print(matrix[row][col])
