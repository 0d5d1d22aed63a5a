// Package suggest finds the name that was meant.
package suggest

import "strings"

// Name returns the name that is close enough to a misspelt one, as CPython's tracebacks suggest it, or "".
func Name(wrong string, names []string) string {
	const maxNames, maxLen, move = 750, 40, 2
	if len(names) > maxNames || len(wrong) > maxLen {
		return ""
	}
	best, bestDist := "", 0
	for _, n := range names {
		if n == wrong {
			continue
		}
		limit := (len(n) + len(wrong) + 3) * move / 6
		if best != "" && bestDist-1 < limit {
			limit = bestDist - 1
		}
		d := editDistance(wrong, n, limit)
		if d > limit {
			continue
		}
		if best == "" || d < bestDist {
			best, bestDist = n, d
		}
	}
	return best
}

// editDistance is CPython's weighted Levenshtein distance: 2 for a change, 1 for a change of case.
func editDistance(a, b string, limit int) int {
	const move, caseCost = 2, 1
	if a == b {
		return 0
	}
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 {
		return (len(a) + len(b)) * move
	}
	if len(b) < len(a) {
		a, b = b, a
	}
	if (len(b)-len(a))*move > limit {
		return limit + 1
	}
	row := make([]int, len(a))
	for i := range row {
		row[i] = (i + 1) * move
	}
	result := 0
	for j := range len(b) {
		dist := j * move
		result = dist
		smallest := 1 << 30
		for i := range len(a) {
			sub := dist
			if a[i] != b[j] {
				if strings.EqualFold(a[i:i+1], b[j:j+1]) {
					sub += caseCost
				} else {
					sub += move
				}
			}
			dist = row[i]
			result = min(result, dist) + move
			result = min(result, sub)
			row[i] = result
			smallest = min(smallest, result)
		}
		if smallest > limit {
			return limit + 1
		}
	}
	return result
}
