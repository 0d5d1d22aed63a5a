package syntax_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/syntax"
)

func TestEncodings(t *testing.T) {
	for _, c := range []struct{ data, text, encoding, fault string }{
		{"x = 1", "x = 1", "utf-8", ""},
		{"\xef\xbb\xbfx = 1", "x = 1", "utf-8", ""},
		{"# coding: latin-1\n'\xe9'", "# coding: latin-1\n'é'", "iso-8859-1", ""},
		{"# -*- coding: ISO_8859_1 -*-\n'\xe9'", "# -*- coding: ISO_8859_1 -*-\n'é'", "iso-8859-1", ""},
		{"#!python\n# vim: set fileencoding=cp1252 :\n'\x80'", "#!python\n# vim: set fileencoding=cp1252 :\n'€'", "cp1252", ""},
		{"# coding=iso-8859-15\n'\xa4'", "# coding=iso-8859-15\n'€'", "iso-8859-15", ""},
		{"# coding: utf8\n'\xc3\xa9'", "# coding: utf8\n'é'", "utf-8", ""},
		{"x = 1\n# coding: foo\n", "x = 1\n# coding: foo\n", "utf-8", ""},
		{"x = 1 # coding: foo\n", "x = 1 # coding: foo\n", "utf-8", ""},
		{"\n# coding: foo\n", "\n# coding: foo\n", "utf-8", "encoding problem: foo"},
		{"# coding: ascii\n'\xe9'", "# coding: ascii\n'\uFFFD'", "ascii", "encoding problem: ascii"},
		{"# coding: cp1252\n'\x81'", "# coding: cp1252\n'\uFFFD'", "cp1252", "encoding problem: cp1252"},
		{"\xef\xbb\xbf# coding: latin-1\n", "# coding: latin-1\n", "utf-8", "encoding problem: iso-8859-1 with BOM"},
		{"'\xff'", "'\uFFFD'", "utf-8", `Non-UTF-8 code starting with '\xff' in file f.py on line 1, but no encoding declared; see https://peps.python.org/pep-0263/ for details`},
		{"# coding: utf-8\nx = '\xff'", "# coding: utf-8\nx = '\uFFFD'", "utf-8", "(unicode error) 'utf-8' codec can't decode byte 0xff in position 5: invalid start byte"},
		{"x = 1\x00", "x = 1\x00", "utf-8", "source code cannot contain null bytes"},
	} {
		file := syntax.NewFile("f.py", []byte(c.data))
		require.Equal(t, c.text, file.Text)
		require.Equal(t, c.encoding, file.Encoding, "%q", c.data)
		require.Equal(t, strings.HasPrefix(c.data, "\xef"), file.BOM)
		_, errors := syntax.Parse(file, syntax.Options{})
		if c.fault == "" {
			require.Empty(t, errors, "%q", c.data)
		} else {
			require.NotEmpty(t, errors, "%q", c.data)
			require.Equal(t, c.fault, errors[0].Message)
		}
	}
}

func TestPositions(t *testing.T) {
	file := syntax.NewTextFile("f", "a = 'é€😀'\r\nb\rc\n\nd")
	require.Equal(t, 5, file.Lines())
	for _, c := range []struct {
		at                         string
		line, bytes, runes, utf16s int
	}{
		{"a", 1, 1, 0, 0}, {"é", 1, 6, 5, 5}, {"€", 1, 8, 6, 6}, {"😀", 1, 11, 7, 7}, {"'\r", 1, 15, 8, 9},
		{"b", 2, 1, 0, 0}, {"c", 3, 1, 0, 0}, {"d", 5, 1, 0, 0},
	} {
		offset := int32(strings.Index(file.Text, c.at))
		require.Equal(t, syntax.Position{Line: c.line, Column: c.bytes}, file.Position(offset), "%q", c.at)
		require.Equal(t, c.runes, file.RuneColumn(offset), "%q", c.at)
		require.Equal(t, c.utf16s, file.UTF16Column(offset), "%q", c.at)
		require.Equal(t, offset, file.Offset(syntax.Position{Line: c.line, Column: c.bytes}))
		require.Equal(t, offset, file.OffsetRune(c.line, c.runes))
		require.Equal(t, offset, file.OffsetUTF16(c.line, c.utf16s))
	}
	face := int32(strings.Index(file.Text, "😀"))
	require.Equal(t, face, file.OffsetUTF16(1, 8), "the middle of a surrogate pair is its start")
	require.Equal(t, file.LineSpan(1).End, file.OffsetUTF16(1, 99), "beyond a line is its end")
	require.Equal(t, "a = 'é€😀'", file.Slice(file.LineSpan(1)))
	require.Equal(t, "", file.Slice(file.LineSpan(4)))
	require.Equal(t, int32(len(file.Text)), file.Offset(syntax.Position{Line: 99, Column: 1}))
	require.Equal(t, int32(0), file.Offset(syntax.Position{Line: 0, Column: 0}))
	require.Equal(t, 5, file.Position(99).Line)
}

func TestTokens(t *testing.T) {
	text := "# first\nif a: # second\n    f'x{b!r:>{c}}' # third\n"
	var got []string
	for _, token := range syntax.Tokens(syntax.NewTextFile("f", text)) {
		got = append(got, token.Kind.String()+" "+text[token.Start:token.End])
	}
	require.Equal(t, []string{
		"comment # first", "if if", "name a", ": :", "comment # second", "newline \n", "indent     ", "f-string start f'",
		"f-string text x", "{ {", "name b", "! !", "name r", ": :", "f-string text >", "{ {", "name c", "} }", "} }",
		"f-string end '", "comment # third", "newline \n", "dedent ", "end of file ",
	}, got)
}

func TestPath(t *testing.T) {
	text := "class A:\n    @d\n    def f(self): return self.x + 1\n"
	module, errors := syntax.Parse(syntax.NewTextFile("f", text), syntax.Options{})
	require.Empty(t, errors)
	names := func(at string) []string {
		var got []string
		for _, n := range syntax.Path(module, int32(strings.Index(text, at))) {
			dump := syntax.Dump(n)
			got = append(got, dump[:strings.IndexByte(dump, '(')])
		}
		return got
	}
	require.Equal(t, []string{"Module", "ClassDef", "FunctionDef", "Return", "BinOp", "Attribute", "Name"}, names("self.x"))
	require.Equal(t, []string{"Module", "ClassDef", "FunctionDef", "Return", "BinOp", "Constant"}, names("1\n"))
	require.Equal(t, []string{"Module", "ClassDef", "FunctionDef", "Name"}, names("d\n"))
}

func TestModes(t *testing.T) {
	parse := func(mode syntax.Mode, text string) (string, string) {
		module, errors := syntax.Parse(syntax.NewTextFile("f", text), syntax.Options{Mode: mode})
		if len(errors) > 0 {
			return "", errors[0].Message
		}
		return syntax.Dump(module), ""
	}
	for _, c := range []struct {
		mode        syntax.Mode
		text, want  string
		wantMessage string
	}{
		{syntax.Eval, " a\n\n", "Expression(body=Name(id='a', ctx=Load()))", ""},
		{syntax.Eval, "a, b", "Expression(body=Tuple(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())], ctx=Load()))", ""},
		{syntax.Eval, "a = 1", "", "invalid syntax"},
		{syntax.Eval, "", "", "invalid syntax"},
		{syntax.Eval, "a\nb", "", "invalid syntax"},
		{syntax.Single, "a; b\n", "Interactive(body=[Expr(value=Name(id='a', ctx=Load())), Expr(value=Name(id='b', ctx=Load()))])", ""},
		{syntax.Single, "if a: b\n", "Interactive(body=[If(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load()))])])", ""},
		{syntax.Single, "a\nb\n", "", "multiple statements found while compiling a single statement"},
		{syntax.Exec, "", "Module()", ""},
	} {
		got, message := parse(c.mode, c.text)
		require.Equal(t, c.wantMessage, message, "%q", c.text)
		require.Equal(t, c.want, got, "%q", c.text)
	}
}

func TestNames(t *testing.T) {
	parse := func(options syntax.Options) string {
		module, _ := syntax.Parse(syntax.NewTextFile("f", "ﬁ = '\\N{bullet}'"), options)
		return syntax.Dump(module.Body[0])
	}
	require.Equal(t, `Assign(targets=[Name(id='fi', ctx=Store())], value=Constant(value='\u2022'))`, parse(syntax.Options{
		Normalize:  func(name string) string { return strings.ReplaceAll(name, "ﬁ", "fi") },
		NameLookup: func(name string) (string, bool) { return "•", strings.EqualFold(name, "BULLET") },
	}))
	require.Equal(t, `Assign(targets=[Name(id='\ufb01', ctx=Store())], value=Constant(value=''))`, parse(syntax.Options{}))
}

func TestSuggest(t *testing.T) {
	for text, want := range map[string]string{
		"whille x: pass":                 "while",
		"for x im y:\n    pass":          "in",
		"x = 1\ndeff f(): pass\n":        "def",
		"def f():\n    retun x":          "return",
		"f(a fo a in b)":                 "for",
		"if x:\n    pass\nelsee:\n    y": "else",
		"from x imprt y":                 "import",
		"a b":                            "",
		"retrun x":                       "", // a return would be outside of a function
		"f(a":                            "",
		strings.Repeat("x = 1\n", 500) + "whille x: pass": "",
	} {
		module, errors := syntax.Parse(syntax.NewTextFile("f", text), syntax.Options{})
		require.NotEmpty(t, errors, "%q", text)
		e, ok := syntax.Suggest(module, errors[0])
		require.Equal(t, want != "", ok, "%q", text)
		if ok {
			require.Equal(t, "invalid syntax. Did you mean '"+want+"'?", e.Message)
		}
	}
}

func TestDeepText(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("(", 100_000), strings.Repeat("-", 100_000), strings.Repeat("not ", 100_000), strings.Repeat("lambda: ", 100_000),
		"a" + strings.Repeat(".a", 400_000), "a" + strings.Repeat("+a", 400_000), strings.Repeat("f'{", 100_000), strings.Repeat("[a for b in ", 1000),
		"if a: b\n" + strings.Repeat("elif a: b\n", 400_000), strings.Repeat("{**a for b in ", 150), strings.Repeat("f(a=b for c in ", 150),
	} {
		module, errors := syntax.Parse(syntax.NewTextFile("f", text), syntax.Options{})
		require.NotEmpty(t, errors)
		syntax.Print(module)
		syntax.Check(module)
	}
}
