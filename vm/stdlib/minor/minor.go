// Package minor has small modules on which modules written in Python lean: _bisect, _stat, _statistics and
// _suggestions.
package minor

import (
	"math"

	"slp/vm/internal/libm"
	"slp/vm/internal/suggest"
	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

// Suggestions is the module _suggestions.
var Suggestions = object.ModuleDef{Name: "_suggestions", Funcs: []object.Def{
	{Sig: "_generate_suggestions(candidates, item, /)", Doc: "Returns the candidate in candidates that's closest to item", Fn: func(c *ctx, a []value) value {
		l := a[0].AsList()
		if l == nil {
			return c.Raise(object.TypeError, "candidates must be a list")
		}
		wrong := a[1].AsStr()
		if wrong == nil {
			return c.Raise(object.TypeError, "_generate_suggestions() argument 2 must be str, not %s", object.TypeOf(a[1]).Name)
		}
		names := make([]string, len(l.Items))
		for i, v := range l.Items {
			s := v.AsStr()
			if s == nil {
				return c.Raise(object.TypeError, "all elements in 'candidates' must be strings")
			}
			names[i] = s.String()
		}
		if s := suggest.Name(wrong.String(), names); s != "" {
			return object.NewStr(s)
		}
		return object.None
	}},
}}

// Statistics is the module _statistics.
var Statistics = object.ModuleDef{Name: "_statistics", Doc: "Accelerators for the statistics module.\n", Funcs: []object.Def{
	{Sig: "_normal_dist_inv_cdf(p, mu, sigma, /)", Fn: func(c *ctx, a []value) value {
		var f [3]float64
		for i := range f {
			var ok bool
			if f[i], ok = c.ToFloat(a[i]); !ok {
				return object.Nil
			}
		}
		if p := f[0]; p <= 0 || p >= 1 {
			return c.Raise(object.ValueError, "inv_cdf undefined for these parameters")
		}
		return object.Float(normalInverse(f[0], f[1], f[2]))
	}},
}}

// polynomial is the value of a polynomial, given from the highest power down, at x.
func polynomial(k []float64, x float64) float64 {
	y := k[0]
	for _, a := range k[1:] {
		y = float64(y*x) + a
	}
	return y
}

func ratio(num, den []float64, x float64) float64 { return polynomial(num, x) / polynomial(den, x) }

// normalInverse is Wichura's algorithm AS 241 (PPND16) for the inverse of the normal distribution.
func normalInverse(p, mu, sigma float64) float64 {
	q := p - 0.5
	if math.Abs(q) <= 0.425 {
		r := 0.180625 - float64(q*q)
		num := []float64{2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4, 1.3731693765509461125e+4,
			1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0}
		den := []float64{5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4, 5.3941960214247511077e+3,
			6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0}
		return mu + float64(float64(polynomial(num, r)*q)/polynomial(den, r)*sigma)
	}
	r := 1 - p
	if q <= 0 {
		r = p
	}
	r = math.Sqrt(-libm.Log(r))
	var x float64
	if r <= 5 {
		r -= 1.6
		x = ratio([]float64{7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0, 3.64784832476320460504e+0,
			5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0},
			[]float64{1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1, 6.89767334985100004550e-1,
				1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0}, r)
	} else {
		r -= 5
		x = ratio([]float64{2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2, 2.96560571828504891230e-1,
			1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0},
			[]float64{2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4, 1.48753612908506148525e-2,
				1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0}, r)
	}
	if q < 0 {
		x = -x
	}
	return mu + float64(x*sigma)
}
