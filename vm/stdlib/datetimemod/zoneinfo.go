package datetimemod

import (
	"sort"

	"slp/vm/object"
)

// zoneInfo is the Go part of a ZoneInfo: the transitions of a time zone. It never changes once it is made.
type zoneInfo struct {
	key, file value // file: the repr of the file it was read from, or Nil
	cached    bool
	utc       []int    // the transitions, in seconds of UTC
	wall      [2][]int // and in seconds of the local clock, by fold
	infos     []*ttinfo
	before    *ttinfo // nil: nothing is known
	after     *tzRule
	fixed     bool
}

// Walk implements object.Impl.
func (z *zoneInfo) Walk(w *object.Walker) {
	w.Value(&z.key)
	w.Value(&z.file)
	w.Bool(&z.cached)
	if w.Digesting() {
		n := len(z.utc)
		object.Word(w, &n)
	}
}

// ZoneInfo is the module _zoneinfo.
var ZoneInfo = object.ModuleDef{Name: "_zoneinfo", Doc: "C implementation of the zoneinfo module", Init: func(c *ctx, m *object.Module) bool {
	st := state(c)
	setup(c)
	spec := zoneInfoSpec
	spec.Base = st.tzinfo
	st.zoneInfo = c.NewClass(spec)
	st.makeZone = c.Func("_zoneinfo", &object.Def{Sig: "make(cls, key, file, cached, data, /)", Fn: makeZoneInfo})
	m.Set(c, "ZoneInfo", st.zoneInfo.V())
	return true
}}

func zoneOf(v value) *zoneInfo {
	z, _ := object.As[*zoneInfo](v)
	return z
}

// makeZoneInfo makes a ZoneInfo of what zoneinfo._common.load_data read from a file.
func makeZoneInfo(c *ctx, a []value) value {
	data := a[4].AsTuple()
	if data == nil || len(data.Items) != 6 {
		return c.Raise(object.TypeError, "Invalid data result type: %s", object.TypeOf(a[4]).Name)
	}
	var lists [5][]value
	for i := range lists {
		var ok bool
		if lists[i], ok = c.Collect(data.Items[i]); !ok {
			return object.Nil
		}
	}
	ints := func(list []value) []int {
		out := make([]int, len(list))
		for i, v := range list {
			n, _ := v.AsInt()
			out[i] = int(n)
		}
		return out
	}
	idx, utc, offsets, isDST := ints(lists[0]), ints(lists[1]), ints(lists[2]), ints(lists[3])
	z := &zoneInfo{key: a[1], file: noneToNil(a[2]), cached: a[3].IsTrue(), utc: utc}
	summer := summerOffsets(idx, offsets, isDST)
	all := make([]*ttinfo, len(offsets))
	for i := range all {
		if lists[4][i].AsStr() == nil {
			return c.Raise(object.TypeError, "a time zone's abbreviation must be str, not %s", object.TypeOf(lists[4][i]).Name)
		}
		all[i] = newInfo(c, offsets[i], summer[i], lists[4][i])
	}
	for _, i := range idx {
		z.infos = append(z.infos, all[i])
	}
	z.wall = wallTimes(idx, utc, offsets)
	for i := range isDST {
		if isDST[i] == 0 {
			z.before = all[i]
			break
		}
	}
	if z.before == nil && len(z.infos) > 0 {
		z.before = z.infos[0]
	}
	if text := data.Items[5]; text.AsBytes() != nil && text.AsBytes().S != "" {
		if z.after = parseRule(c, text); z.after == nil {
			return object.Nil
		}
	} else {
		switch {
		case len(z.infos) > 0:
			z.after = &tzRule{std: z.infos[len(z.infos)-1]}
		case len(all) > 0:
			z.after = &tzRule{std: all[len(all)-1]}
		default:
			return c.Raise(object.ValueError, "No time zone information found.")
		}
	}
	z.fixed = len(all) <= 1 && z.after.dst == nil && (len(all) == 0 || all[0].same(z.after.std))
	return c.NewObj(a[0].AsType(), z)
}

// summerOffsets infers how much of each offset is summer time: the file does not say.
func summerOffsets(idx, offsets, isDST []int) []int {
	out := make([]int, len(isDST))
	total, found := 0, 0
	for _, d := range isDST {
		total += d
	}
	for i := 1; i < len(idx) && found < total; i++ {
		n := idx[i]
		if isDST[n] == 0 || out[n] != 0 {
			continue
		}
		dst := 0
		if prev := idx[i-1]; isDST[prev] == 0 {
			dst = offsets[n] - offsets[prev]
		}
		if dst == 0 && n < len(isDST)-1 && i+1 < len(idx) {
			next := idx[i+1]
			if isDST[next] != 0 {
				continue
			}
			dst = offsets[n] - offsets[next]
		}
		if dst != 0 {
			found++
			out[n] = dst
		}
	}
	if found < total {
		for n := range out {
			if out[n] == 0 && isDST[n] != 0 {
				out[n] = 3600
			}
		}
	}
	return out
}

// wallTimes are the transitions on the local clock, by fold.
func wallTimes(idx, utc, offsets []int) (wall [2][]int) {
	for i, t := range utc {
		before, after := offsets[0], offsets[0]
		if i > 0 {
			before = offsets[idx[i-1]]
		}
		if i > 0 || len(offsets) > 1 {
			after = offsets[idx[i]]
		}
		wall[0] = append(wall[0], t+max(before, after))
		wall[1] = append(wall[1], t+min(before, after))
	}
	return wall
}

// at is what holds at a datetime; nil: nothing is known.
func (z *zoneInfo) at(t *datetime) *ttinfo {
	ts := int(t.asUTC())
	lt := z.wall[t.fold]
	n := len(lt)
	switch {
	case n > 0 && ts < lt[0]:
		return z.before
	case n == 0 || ts > lt[n-1]:
		return z.after.local(ts, t.y, t.fold)
	}
	return z.infos[sort.SearchInts(lt, ts+1)-1]
}

// zoneAsk makes the methods utcoffset, dst and tzname.
func zoneAsk(field func(t *ttinfo) value) object.Fn {
	return func(c *ctx, a []value) value {
		z := zoneOf(a[0])
		var t *ttinfo
		if a[1].IsNone() {
			if z.fixed {
				t = z.after.std
			}
		} else {
			dt := datetimeOf(a[1])
			if dt == nil {
				return c.Raise(object.TypeError, "an argument of a datetime method must be a datetime, not '%s'", object.TypeOf(a[1]).Name)
			}
			t = z.at(dt)
		}
		if t == nil {
			return object.None
		}
		return field(t)
	}
}

func zoneFromUTC(c *ctx, a []value) value {
	z, dt := zoneOf(a[0]), datetimeOf(a[1])
	switch {
	case dt == nil:
		return c.Raise(object.TypeError, "fromutc: argument must be a datetime")
	case dt.tz != a[0]:
		return c.Raise(object.ValueError, "fromutc: dt.tzinfo is not self")
	}
	ts := int(dt.asUTC())
	n := len(z.utc)
	var t *ttinfo
	fold := false
	switch {
	case n >= 1 && ts < z.utc[0]:
		t = z.before
	case n == 0 || ts > z.utc[n-1] && z.after.dst != nil:
		t, fold = z.after.utc(ts, dt.y)
	default:
		i := sort.SearchInts(z.utc, ts+1)
		prev := z.before
		if n > 1 && ts >= z.utc[1] {
			prev, t = z.infos[i-2], z.infos[i-1]
		} else if ts > z.utc[n-1] {
			prev, t = z.infos[n-1], z.after.std
		} else {
			t = z.infos[0]
		}
		if prev != nil {
			fold = prev.secs-t.secs > ts-z.utc[i-1]
		}
	}
	if t == nil {
		return a[1]
	}
	v := dt.shifted(c, a[1], duration{secs: t.secs})
	if v.IsNil() || !fold {
		return v
	}
	if r := datetimeOf(v); r != nil {
		c.Touch(v.Hdr())
		r.fold = 1
	}
	return v
}

func zoneRepr(c *ctx, a []value) value {
	z := zoneOf(a[0])
	if z.key.IsNone() {
		return object.NewStr(label(a[0]) + ".from_file(" + z.file.AsStr().String() + ")")
	}
	key, ok := c.ReprText(z.key)
	if !ok {
		return object.Nil
	}
	return object.NewStr(label(a[0]) + "(key=" + key + ")")
}

var zoneInfoSpec = object.Spec{Name: "ZoneInfo", Module: "zoneinfo", Flags: object.HasWeakref, Methods: []object.Def{
	{Sig: "__new__(cls, key)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value { return c.Self("zone_new", a[0], a[1], state(c).makeZone) }},
	{Sig: "no_cache(cls, /, key)", Kind: object.AsClass, Doc: "Get a new instance of ZoneInfo, bypassing the cache.", Fn: func(c *ctx, a []value) value {
		return c.Self("zone_load", a[0], a[1], object.False, state(c).makeZone)
	}},
	{Sig: "from_file(cls, file_obj, /, key=None)", Kind: object.AsClass, Doc: "Create a ZoneInfo file from a file object.", Fn: func(c *ctx, a []value) value {
		return c.Self("zone_from_file", a[0], a[1], orNone(a[2]), state(c).makeZone)
	}},
	{Sig: "clear_cache(cls, /, *, only_keys=None)", Kind: object.AsClass, Doc: "Clear the ZoneInfo cache.", Fn: func(c *ctx, a []value) value {
		return c.Self("zone_clear_cache", a[0], orNone(a[1]))
	}},
	{Sig: "_unpickle(cls, key, from_cache, /)", Kind: object.AsClass, Doc: "Private method used in unpickling.", Fn: func(c *ctx, a []value) value {
		cached, ok := c.Truth(a[2])
		switch {
		case !ok:
			return object.Nil
		case cached:
			return c.Tail(a[0], a[1])
		}
		return c.CallAttr(a[0], "no_cache", a[1])
	}},
	{Sig: "utcoffset(self, dt, /)", Doc: "Retrieve a timedelta representing the UTC offset in a zone at the given datetime.", Fn: zoneAsk(func(t *ttinfo) value { return t.offset })},
	{Sig: "dst(self, dt, /)", Doc: "Retrieve a timedelta representing the amount of DST applied in a zone at the given datetime.", Fn: zoneAsk(func(t *ttinfo) value { return t.dst })},
	{Sig: "tzname(self, dt, /)", Doc: "Retrieve a string containing the abbreviation for the time zone that applies in a zone at a given datetime.", Fn: zoneAsk(func(t *ttinfo) value { return t.name })},
	{Sig: "fromutc(self, object, /)", Doc: "Given a datetime with local time in UTC, retrieve an adjusted datetime in local time.", Fn: zoneFromUTC},
	{Sig: "__repr__(self, /)", Fn: zoneRepr},
	{Sig: "__str__(self, /)", Fn: func(c *ctx, a []value) value {
		if z := zoneOf(a[0]); !z.key.IsNone() {
			return c.Str(z.key)
		}
		return zoneRepr(c, a)
	}},
	{Sig: "__reduce__(self, /)", Doc: "Function for serialization with the pickle protocol.", Fn: func(c *ctx, a []value) value {
		z := zoneOf(a[0])
		if !z.file.IsNil() {
			m := module(c, "pickle")
			if m == nil {
				return object.Nil
			}
			return c.Raise(m.Dict.Get("PicklingError").AsType(), "Cannot pickle a ZoneInfo file from a file stream.")
		}
		f := c.GetAttrName(object.TypeOf(a[0]).V(), "_unpickle")
		if f.IsNil() {
			return object.Nil
		}
		return object.TupleOf(f, object.TupleOf(z.key, object.Bool(z.cached)))
	}},
}, Gets: []object.Get{{Name: "key", Get: func(c *ctx, o value) value { return zoneOf(o).key }}}}
