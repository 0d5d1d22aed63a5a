package sys

import (
	"fmt"
	"strconv"
	"strings"

	"slp/vm/object"
)

// Flags is how a run was asked for: python's own flags, and the environment variables that stand for them.
type Flags struct {
	Debug             int // -d
	Inspect           int // -i
	Interactive       int // -i, or a terminal instead of a program
	Optimize          int // -O and -OO
	DontWriteBytecode bool
	NoUserSite        bool // -s
	NoSite            bool // -S
	IgnoreEnvironment bool // -E
	Verbose           int  // -v
	BytesWarning      int  // -b
	Quiet             int  // -q
	Isolated          bool // -I
	DevMode           bool // -X dev
	UTF8Mode          bool // -X utf8
	WarnEncoding      bool // -X warn_default_encoding
	SafePath          bool // -P
	MaxStrDigits      int  // -X int_max_str_digits; 0 if it was not given, negative for no limit
	// Unbuffered is -u: text written to the standard streams leaves at once.
	Unbuffered bool
	Warnings   []string // -W
	Options    []string // -X
}

// option is the value of an -X option, and whether it was given.
func (f *Flags) option(name string) (v string, ok bool) {
	for _, o := range f.Options {
		n, value, _ := strings.Cut(o, "=")
		if n == name {
			v, ok = value, true
		}
	}
	return v, ok
}

// Complete adds what the environment says, unless it is to be ignored, and what follows from one flag for another. What
// cannot be meant is an error in CPython's words.
func (f *Flags) Complete(environment []string) error {
	if f.Isolated {
		f.IgnoreEnvironment, f.NoUserSite, f.SafePath = true, true, true
	}
	env := map[string]string{}
	if !f.IgnoreEnvironment {
		for _, e := range environment {
			if n, v, _ := strings.Cut(e, "="); strings.HasPrefix(n, "PYTHON") && v != "" {
				env[n] = v
			}
		}
	}
	level := func(name string) int { // a number, or 1 for any other text
		v, ok := env[name]
		if !ok {
			return 0
		}
		if n, err := strconv.Atoi(v); err == nil && n >= 0 {
			return n
		}
		return 1
	}
	given := func(name string) bool { return env[name] != "" }
	f.Debug = max(f.Debug, level("PYTHONDEBUG"))
	f.Verbose = max(f.Verbose, level("PYTHONVERBOSE"))
	f.Optimize = max(f.Optimize, level("PYTHONOPTIMIZE"))
	f.Inspect = max(f.Inspect, level("PYTHONINSPECT"))
	f.DontWriteBytecode = f.DontWriteBytecode || level("PYTHONDONTWRITEBYTECODE") > 0
	f.NoUserSite = f.NoUserSite || level("PYTHONNOUSERSITE") > 0
	f.Unbuffered = f.Unbuffered || level("PYTHONUNBUFFERED") > 0
	f.SafePath = f.SafePath || given("PYTHONSAFEPATH")
	if _, dev := f.option("dev"); dev || given("PYTHONDEVMODE") {
		f.DevMode = true
	}
	if _, warn := f.option("warn_default_encoding"); warn || given("PYTHONWARNDEFAULTENCODING") {
		f.WarnEncoding = true
	}
	if err := f.utf8(env["PYTHONUTF8"]); err != nil {
		return err
	}
	if err := f.digits(env["PYTHONINTMAXSTRDIGITS"]); err != nil {
		return err
	}
	var warnings []string
	if f.DevMode {
		warnings = append(warnings, "default")
	}
	if w := env["PYTHONWARNINGS"]; w != "" {
		warnings = append(warnings, strings.Split(w, ",")...)
	}
	f.Warnings = append(warnings, f.Warnings...)
	switch {
	case f.BytesWarning > 1:
		f.Warnings = append(f.Warnings, "error::BytesWarning")
	case f.BytesWarning == 1:
		f.Warnings = append(f.Warnings, "default::BytesWarning")
	}
	return nil
}

func (f *Flags) utf8(env string) error {
	switch v, ok := f.option("utf8"); {
	case ok && (v == "" || v == "1"):
		f.UTF8Mode = true
	case ok && v != "0":
		return fmt.Errorf("invalid -X utf8 option value")
	case !ok && env == "1":
		f.UTF8Mode = true
	case !ok && env != "" && env != "0":
		return fmt.Errorf("invalid PYTHONUTF8 environment variable value")
	}
	return nil
}

func (f *Flags) digits(env string) error {
	const least = 640
	text, where := env, "PYTHONINTMAXSTRDIGITS"
	if v, ok := f.option("int_max_str_digits"); ok {
		text, where = v, "-X int_max_str_digits"
	} else if env == "" {
		return nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n != 0 && n < least {
		return fmt.Errorf("%s: invalid limit; must be >= %d or 0 for unlimited.", where, least) //nolint:revive,staticcheck // CPython's words
	}
	if f.MaxStrDigits = n; n == 0 {
		f.MaxStrDigits = -1
	}
	return nil
}

// SetFlags sets sys.flags, sys.warnoptions, sys._xoptions and what depends on them.
func SetFlags(c *object.Ctx, sys *object.Dict, f *Flags) {
	fields := []string{"debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site", "ignore_environment", "verbose",
		"bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits",
		"gil", "thread_inherit_context", "context_aware_warnings"}
	_, instance := c.NewStructSeq(object.StructSeq{Name: "flags", Module: "sys", Fields: fields, Visible: 18, Disallow: true, Doc: "sys.flags\n\nFlags provided through command line arguments or environment vars."})
	n := func(i int) value { return object.Int(int64(i)) }
	truth := func(b bool) value {
		if b {
			return object.Int(1)
		}
		return object.Int(0)
	}
	switch {
	case f.MaxStrDigits > 0:
		c.MaxStrDigits = f.MaxStrDigits
	case f.MaxStrDigits < 0:
		c.MaxStrDigits = 0
	}
	sys.SetStr(c, "flags", instance(c, n(f.Debug), n(f.Inspect), n(f.Interactive), n(f.Optimize), truth(f.DontWriteBytecode), truth(f.NoUserSite), truth(f.NoSite),
		truth(f.IgnoreEnvironment), n(f.Verbose), n(f.BytesWarning), n(f.Quiet), n(0), truth(f.Isolated), object.Bool(f.DevMode), truth(f.UTF8Mode),
		truth(f.WarnEncoding), object.Bool(f.SafePath), n(c.MaxStrDigits), n(1), n(0), n(0)))
	sys.SetStr(c, "dont_write_bytecode", object.Bool(f.DontWriteBytecode))
	var warn []value
	for _, w := range f.Warnings {
		warn = append(warn, object.NewStr(w))
	}
	sys.SetStr(c, "warnoptions", c.NewList(warn))
	x := c.NewDict()
	for _, o := range f.Options {
		name, v, ok := strings.Cut(o, "=")
		if !ok {
			x.SetStr(c, name, object.True)
			continue
		}
		x.SetStr(c, name, object.NewStr(v))
	}
	sys.SetStr(c, "_xoptions", x.V())
}
