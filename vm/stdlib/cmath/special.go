package cmath

import (
	"math"
	"strings"
)

// Each table says what a function makes of a number with a part that is not finite. Rows are the real part, columns the
// imaginary part: -inf, negative, -0, 0, positive, inf, nan. A cell is the real and the imaginary part of the result:
// i infinity, z zero, 1 one, p pi, h pi/2, q pi/4, t 3/4 pi, n nan; "." is not asked for, "edom" is a domain error with
// the value that follows C99, which nobody sees.
type table [7][7]cell

type cell struct {
	z      complex128
	domain bool
}

func newTable(text string) *table {
	t := new(table)
	words := strings.Fields(text)
	for i, w := range words {
		c := &t[i/7][i%7]
		switch x, y, ok := strings.Cut(w, ","); {
		case ok:
			c.z = complex(letter(x), letter(y))
		case w == "edom":
			c.domain = true
		}
	}
	return t
}

func letter(s string) float64 {
	var f float64
	switch s[len(s)-1] {
	case 'i':
		f = math.Inf(1)
	case '1':
		f = 1
	case 'p':
		f = math.Pi
	case 'h':
		f = math.Pi / 2
	case 'q':
		f = math.Pi / 4
	case 't':
		f = 0.75 * math.Pi
	case 'n':
		return math.NaN()
	}
	if s[0] == '-' {
		f = math.Copysign(f, -1)
	}
	return f
}

// class is the row or column of a part.
func class(x float64) int {
	switch {
	case x != x:
		return 6
	case math.IsInf(x, -1):
		return 0
	case math.IsInf(x, 1):
		return 5
	case x == 0 && math.Signbit(x):
		return 2
	case x == 0:
		return 3
	case x < 0:
		return 1
	}
	return 4
}

// of looks a number up; found is false for a finite one.
func (t *table) of(z complex128) (c cell, found bool) {
	x, y := real(z), imag(z)
	if x-x == 0 && y-y == 0 {
		return cell{}, false
	}
	return t[class(x)][class(y)], true
}

var (
	acosTable = newTable(`
+t,+i +p,+i +p,+i +p,-i +p,-i +t,-i  n,+i
+h,+i     .     .     .     . +h,-i   n,n
+h,+i     .     .     .     . +h,-i  +h,n
+h,+i     .     .     .     . +h,-i  +h,n
+h,+i     .     .     .     . +h,-i   n,n
+q,+i +z,+i +z,+i +z,-i +z,-i +q,-i  n,+i
 n,+i   n,n   n,n   n,n   n,n  n,-i   n,n`)
	acoshTable = newTable(`
+i,-t +i,-p +i,-p +i,+p +i,+p +i,+t  +i,n
+i,-h     .     .     .     . +i,+h   n,n
+i,-h     .     .     .     . +i,+h  n,+h
+i,-h     .     .     .     . +i,+h  n,+h
+i,-h     .     .     .     . +i,+h   n,n
+i,-q +i,-z +i,-z +i,+z +i,+z +i,+q  +i,n
 +i,n   n,n   n,n   n,n   n,n  +i,n   n,n`)
	asinhTable = newTable(`
-i,-q -i,-z -i,-z -i,+z -i,+z -i,+q  -i,n
-i,-h     .     .     .     . -i,+h   n,n
-i,-h     .     .     .     . -i,+h   n,n
+i,-h     .     .     .     . +i,+h   n,n
+i,-h     .     .     .     . +i,+h   n,n
+i,-q +i,-z +i,-z +i,+z +i,+z +i,+q  +i,n
 +i,n   n,n  n,-z  n,+z   n,n  +i,n   n,n`)
	atanhTable = newTable(`
-z,-h -z,-h -z,-h -z,+h -z,+h -z,+h  -z,n
-z,-h     .     .     .     . -z,+h   n,n
-z,-h     .     .     .     . -z,+h  -z,n
+z,-h     .     .     .     . +z,+h  +z,n
+z,-h     .     .     .     . +z,+h   n,n
+z,-h +z,-h +z,-h +z,+h +z,+h +z,+h  +z,n
+z,-h   n,n   n,n   n,n   n,n +z,+h   n,n`)
	coshTable = newTable(`
 edom     . +i,+z +i,-z     .  edom  +i,n
 edom     .     .     .     .  edom   n,n
 edom     .     .     .     .  edom  n,+z
 edom     .     .     .     .  edom  n,+z
 edom     .     .     .     .  edom   n,n
 edom     . +i,-z +i,+z     .  edom  +i,n
  n,n   n,n  n,+z  n,+z   n,n   n,n   n,n`)
	expTable = newTable(`
+z,+z     . +z,-z +z,+z     . +z,+z +z,+z
 edom     .     .     .     .  edom   n,n
 edom     .     .     .     .  edom   n,n
 edom     .     .     .     .  edom   n,n
 edom     .     .     .     .  edom   n,n
 edom     . +i,-z +i,+z     .  edom  +i,n
  n,n   n,n  n,-z  n,+z   n,n   n,n   n,n`)
	logTable = newTable(`
+i,-t +i,-p +i,-p +i,+p +i,+p +i,+t  +i,n
+i,-h     .     .     .     . +i,+h   n,n
+i,-h     .     .     .     . +i,+h   n,n
+i,-h     .     .     .     . +i,+h   n,n
+i,-h     .     .     .     . +i,+h   n,n
+i,-q +i,-z +i,-z +i,+z +i,+z +i,+q  +i,n
 +i,n   n,n   n,n   n,n   n,n  +i,n   n,n`)
	sinhTable = newTable(`
 edom     . -i,-z -i,+z     .  edom  +i,n
 edom     .     .     .     .  edom   n,n
 edom     .     .     .     .  edom  +z,n
 edom     .     .     .     .  edom  +z,n
 edom     .     .     .     .  edom   n,n
 edom     . +i,-z +i,+z     .  edom  +i,n
  n,n   n,n  n,-z  n,+z   n,n   n,n   n,n`)
	sqrtTable = newTable(`
+i,-i +z,-i +z,-i +z,+i +z,+i +i,+i  n,+i
+i,-i     .     .     .     . +i,+i   n,n
+i,-i     .     .     .     . +i,+i   n,n
+i,-i     .     .     .     . +i,+i   n,n
+i,-i     .     .     .     . +i,+i   n,n
+i,-i +i,-z +i,-z +i,+z +i,+z +i,+i  +i,n
+i,-i   n,n   n,n   n,n   n,n +i,+i   n,n`)
	tanhTable = newTable(`
-1,+z     . -1,-z -1,+z     . -1,+z -1,+z
 edom     .     .     .     .  edom   n,n
 edom     .     .     .     .  edom  -z,n
 edom     .     .     .     .  edom  +z,n
 edom     .     .     .     .  edom   n,n
+1,+z     . +1,-z +1,+z     . +1,+z +1,+z
  n,n   n,n  n,-z  n,+z   n,n   n,n   n,n`)
	rectTable = newTable(`
 edom     . -i,+z -i,-z     .  edom  +i,n
 edom     .     .     .     .  edom   n,n
+z,+z     .     .     .     . +z,+z +z,+z
+z,+z     .     .     .     . +z,+z +z,+z
 edom     .     .     .     .  edom   n,n
 edom     . +i,-z +i,+z     .  edom  +i,n
  n,n   n,n  n,+z  n,+z   n,n   n,n   n,n`)
)
