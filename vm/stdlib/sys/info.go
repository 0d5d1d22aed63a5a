package sys

import (
	"math"

	"slp/vm/object"
)

// setInfo sets the tuples with named fields of sys.
func setInfo(c *object.Ctx, m *object.Module) {
	seq := func(name string, fields []string, values ...value) {
		_, instance := c.NewStructSeq(object.StructSeq{Name: name, Module: "sys", Fields: fields, Visible: len(fields), Disallow: true})
		m.Set(c, name, instance(c, values...))
	}
	n, f, s := func(i int64) value { return object.Int(i) }, object.Float, object.NewStr
	seq("version_info", []string{"major", "minor", "micro", "releaselevel", "serial"}, n(3), n(14), n(6), s("final"), n(0))
	seq("float_info", []string{"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"},
		f(math.MaxFloat64), n(1024), n(308), f(0x1p-1022), n(-1021), n(-307), n(15), n(53), f(0x1p-52), n(2), n(1))
	seq("int_info", []string{"bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"}, n(30), n(4), n(4300), n(640))
	seq("hash_info", []string{"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"},
		n(64), n(1<<61-1), n(314159), n(0), n(1000003), s("siphash13"), n(64), n(128), n(0))
	seq("thread_info", []string{"name", "lock", "version"}, s("pthread"), s("semaphore"), object.None)
	SetFlags(c, m.Dict, &Flags{})
}
