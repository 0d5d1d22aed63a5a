package syntax

import (
	"sort"
	"strings"
)

// Limits of the search for a misspelt keyword, as traceback has them.
const (
	suggestSize   = 1024
	suggestNames  = 10
	suggestTries  = 3
	closeEnough   = 0.5
	moveCost      = 2
	caseCost      = 1
	longestWord   = 40
	invalidSyntax = "invalid syntax"
)

// Suggest looks for a misspelt keyword behind a syntax error: one name of the text up to there that,
// replaced by a keyword, leaves no error. The result marks the name and asks "Did you mean 'for'?",
// as CPython's traceback prints it; str(error) stays as it was.
func Suggest(module *Module, e Error) (Error, bool) {
	if e.Kind != SyntaxError || e.Message != invalidSyntax && !strings.Contains(e.Message, "Perhaps you forgot a comma") {
		return e, false
	}
	file := module.File
	end := file.LineSpan(file.Line(e.Start)).End
	start := min(lastCompound(module, e.Start), end)
	text, margin := dedent(file.Text[start:end])
	if len(text) > suggestSize {
		return e, false
	}
	tries := 0
	for _, t := range Tokens(NewTextFile("", text)) {
		if t.Kind != NameToken {
			continue
		}
		if tries++; tries > suggestNames {
			break
		}
		word := text[t.Start:t.End]
		for _, keyword := range similarKeywords(word) {
			if !readsWell(text[:t.Start] + keyword + text[t.End:]) {
				continue
			}
			line := int32(strings.Count(text[:t.Start], "\n") + 1)
			at := start + t.Start + line*margin
			return Error{Span: Span{at, at + t.End - t.Start}, Message: "invalid syntax. Did you mean '" + keyword + "'?"}, true
		}
	}
	return e, false
}

// lastCompound is where the last compound statement starts that ends before an offset, or 0.
func lastCompound(module *Module, offset int32) int32 {
	start, end := int32(0), int32(0)
	Inspect(module, func(n Node) bool {
		switch n.(type) {
		case *FunctionDef, *ClassDef, *If, *For, *While, *With, *Try, *Match:
			if s := n.Range(); s.End <= offset && s.End > end {
				start, end = module.File.LineSpan(module.File.Line(s.Start)).Start, s.End
			}
		case Expr:
			return false
		}
		return true
	})
	return start
}

// dedent takes off the margin that all lines share.
func dedent(text string) (string, int32) {
	lines := strings.Split(text, "\n")
	margin := -1
	for _, line := range lines {
		if body := strings.TrimLeft(line, " \t"); body != "" && (margin < 0 || len(line)-len(body) < margin) {
			margin = len(line) - len(body)
		}
	}
	if margin <= 0 {
		return text, 0
	}
	for i, line := range lines {
		lines[i] = line[min(margin, len(line)):]
	}
	return strings.Join(lines, "\n"), int32(margin)
}

// readsWell reports a text without errors, or with one only because it ends too early.
func readsWell(text string) bool {
	module, errors := Parse(NewTextFile("", text+"\n"), Options{})
	if len(errors) == 0 {
		return len(Check(module)) == 0
	}
	first := errors[0]
	return strings.HasSuffix(first.Message, "was never closed") || strings.HasPrefix(first.Message, "unterminated triple-quoted") ||
		strings.HasPrefix(first.Message, "expected ") && strings.Contains(first.Message, " block") && int(first.Start) >= len(strings.TrimRight(text, "\n"))
}

// similarKeywords are the keywords that a word may be meant for, likeliest first.
func similarKeywords(word string) []string {
	var similar []string
	if nearest := nearestKeyword(word); nearest != "" {
		similar = append(similar, nearest)
	}
	type match struct {
		ratio float64
		word  string
	}
	var matches []match
	for k := KeywordFalse; k < tokenKinds; k++ {
		if r := ratio(k.String(), word); r >= closeEnough {
			matches = append(matches, match{r, k.String()})
		}
	}
	sort.SliceStable(matches, func(i, j int) bool {
		if matches[i].ratio != matches[j].ratio {
			return matches[i].ratio > matches[j].ratio
		}
		return matches[i].word > matches[j].word
	})
	for _, m := range matches[:min(suggestTries, len(matches))] {
		similar = append(similar, m.word)
	}
	return similar[:min(suggestTries, len(similar))]
}

// nearestKeyword is the keyword with the least edit distance, "" if none is near.
func nearestKeyword(word string) string {
	best, nearest := -1, ""
	if len(word) > longestWord {
		return ""
	}
	for k := KeywordFalse; k < tokenKinds; k++ {
		keyword := k.String()
		if keyword == word {
			continue
		}
		distance := editDistance(word, keyword)
		if distance > (len(word)+len(keyword)+3)*moveCost/6 {
			continue
		}
		if best < 0 || distance < best {
			best, nearest = distance, keyword
		}
	}
	return nearest
}

// editDistance counts insertions, deletions and replacements; another case of a letter is half one.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j * moveCost
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i * moveCost
		for j := 1; j <= len(b); j++ {
			cost := moveCost
			switch {
			case a[i-1] == b[j-1]:
				cost = 0
			case strings.EqualFold(a[i-1:i], b[j-1:j]):
				cost = caseCost
			}
			above := row[j]
			row[j] = min(diagonal+cost, above+moveCost, row[j-1]+moveCost)
			diagonal = above
		}
	}
	return row[len(b)]
}

// ratio is how alike two words are, from 0 to 1: twice what they share by their lengths.
func ratio(a, b string) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	return 2 * float64(shared(a, b)) / float64(len(a)+len(b))
}

// shared is the length of the longest common piece, and of those left and right of it.
func shared(a, b string) int {
	size, atA, atB := 0, 0, 0
	for i := range len(a) {
		for j := range len(b) {
			n := 0
			for i+n < len(a) && j+n < len(b) && a[i+n] == b[j+n] {
				n++
			}
			if n > size {
				size, atA, atB = n, i, j
			}
		}
	}
	if size == 0 {
		return 0
	}
	return size + shared(a[:atA], b[:atB]) + shared(a[atA+size:], b[atB+size:])
}
