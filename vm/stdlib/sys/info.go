package sys

import (
	"math"

	"slp/vm/object"
)

// Flags is what the command line says about the run.
type Flags struct {
	Optimize   int
	Inspect    bool
	Quiet      bool
	Isolated   bool
	SafePath   bool
	Warnings   []string // -W
	Options    []string // -X
	NoSite     bool
	IgnoreVars bool
}

func truth(b bool) value {
	if b {
		return object.Int(1)
	}
	return object.Int(0)
}

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

// SetFlags sets sys.flags, sys.warnoptions and sys._xoptions.
func SetFlags(c *object.Ctx, sys *object.Dict, p *Flags) {
	fields := []string{"debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site", "ignore_environment", "verbose",
		"bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits",
		"gil", "thread_inherit_context", "context_aware_warnings"}
	_, instance := c.NewStructSeq(object.StructSeq{Name: "flags", Module: "sys", Fields: fields, Visible: 18, Disallow: true, Doc: "sys.flags\n\nFlags provided through command line arguments or environment vars."})
	zero := object.Int(0)
	sys.SetStr(c, "flags", instance(c, zero, truth(p.Inspect), truth(p.Inspect), object.Int(int64(p.Optimize)), object.Int(1), truth(p.Isolated), object.Int(1),
		truth(p.IgnoreVars || p.Isolated), zero, zero, truth(p.Quiet), zero, truth(p.Isolated), object.False, zero, zero, object.Bool(p.SafePath || p.Isolated),
		object.Int(int64(c.MaxStrDigits)), object.Int(1), zero, zero))
	var warn []value
	for _, w := range p.Warnings {
		warn = append(warn, object.NewStr(w))
	}
	sys.SetStr(c, "warnoptions", c.NewList(warn))
	x := c.NewDict()
	for _, o := range p.Options {
		name, v := o, object.True
		for i := range len(o) {
			if o[i] == '=' {
				name, v = o[:i], object.NewStr(o[i+1:])
				break
			}
		}
		x.SetStr(c, name, v)
	}
	sys.SetStr(c, "_xoptions", x.V())
}
