package posix

import (
	"math/big"

	"slp/vm/object"
	"slp/vm/world"
)

func seconds(ns int64) value { return object.Float(float64(ns/1e9) + float64(ns%1e9)/1e9) }

func floorSeconds(ns int64) value {
	s := ns / 1e9
	if ns%1e9 < 0 {
		s--
	}
	return object.Int(s)
}

func unsigned(n uint64) value { return object.NewBig(new(big.Int).SetUint64(n)) }

func statValue(c *ctx, s *world.Stat) value {
	return stateOf(c).newStat(c, object.Int(int64(s.Mode)), unsigned(s.Inode), unsigned(s.Device), unsigned(s.Links), object.Int(int64(s.UID)),
		object.Int(int64(s.GID)), object.Int(s.Size), floorSeconds(s.Accessed), floorSeconds(s.Modified), floorSeconds(s.Changed),
		seconds(s.Accessed), seconds(s.Modified), seconds(s.Changed), object.Int(s.Accessed), object.Int(s.Modified), object.Int(s.Changed),
		object.Int(s.BlockSize), object.Int(s.Blocks), unsigned(s.RawDevice))
}

func statAnswer(c *ctx, a world.Answer, names ...value) value {
	if !a.OK() {
		return fail(c, &a, names...)
	}
	if a.Stat == nil {
		return c.RaiseOS(int64(world.EIO), world.EIO.Text(), names...)
	}
	return statValue(c, a.Stat)
}

func statPath(c *ctx, p *path, follow bool) world.Answer {
	if p.fd >= 0 {
		return c.Query(world.FileStat(p.fd))
	}
	settle(c, p.text)
	if follow {
		return c.Query(world.PathStat(p.text))
	}
	return c.Query(world.LinkStat(p.text))
}

// entry is a DirEntry.
type entry struct {
	name, path value
	text       string
	kind       byte
	stat       value // what stat() gave, or Nil
	lstat      value
}

// Walk implements object.Impl.
func (e *entry) Walk(w *object.Walker) {
	w.Value(&e.name)
	w.Value(&e.path)
	w.String(&e.text)
	object.Word(w, &e.kind)
	w.Value(&e.stat)
	w.Value(&e.lstat)
}

// get is stat(follow_symlinks), asked once.
func (e *entry) get(c *ctx, self value, follow bool) value {
	if follow && e.kind != world.EntryLink {
		follow = false
	}
	p := &e.lstat
	if follow {
		p = &e.stat
	}
	if !p.IsNil() {
		return *p
	}
	v := statAnswer(c, statPath(c, &path{text: e.text, fd: -1}, follow), e.path)
	if !v.IsNil() {
		c.Touch(self.Hdr())
		*p = v
	}
	return v
}

// is tells whether the entry is of a type; a link that leads nowhere is of none.
func (e *entry) is(c *ctx, self value, kind byte, mode uint32, follow bool) value {
	if e.kind != world.EntryOther && (e.kind != world.EntryLink || !follow) {
		return object.Bool(e.kind == kind)
	}
	v := e.get(c, self, follow)
	if v.IsNil() {
		if c.Catch(object.FileNotFoundError) {
			return object.False
		}
		return v
	}
	m, _ := v.AsTuple().Items[0].AsInt()
	return object.Bool(uint32(m)&world.ModeType == mode)
}

func entrySpec() object.Spec {
	method := func(sig string, do func(c *ctx, e *entry, a []value) value) object.Def {
		return object.Def{Sig: sig, Fn: func(c *ctx, a []value) value {
			e, _ := object.As[*entry](a[0])
			return do(c, e, a)
		}}
	}
	typed := func(name string, kind byte, mode uint32) object.Def {
		return method(name+"(self, /, *, follow_symlinks=True)", func(c *ctx, e *entry, a []value) value {
			follow, ok := truth(c, a[1], true)
			if !ok {
				return object.Nil
			}
			return e.is(c, a[0], kind, mode, follow)
		})
	}
	return object.Spec{Name: "DirEntry", Module: "posix", Flags: object.Disallow,
		Methods: []object.Def{
			typed("is_dir", world.EntryDir, world.ModeDir), typed("is_file", world.EntryFile, world.ModeFile),
			method("is_symlink(self, /)", func(c *ctx, e *entry, a []value) value { return object.Bool(e.kind == world.EntryLink) }),
			method("is_junction(self, /)", func(c *ctx, e *entry, a []value) value { return object.False }),
			method("stat(self, /, *, follow_symlinks=True)", func(c *ctx, e *entry, a []value) value {
				follow, ok := truth(c, a[1], true)
				if !ok {
					return object.Nil
				}
				return e.get(c, a[0], follow)
			}),
			method("inode(self, /)", func(c *ctx, e *entry, a []value) value {
				v := e.get(c, a[0], false)
				if v.IsNil() {
					return v
				}
				return v.AsTuple().Items[1]
			}),
			method("__fspath__(self, /)", func(c *ctx, e *entry, a []value) value { return e.path }),
			method("__repr__(self, /)", func(c *ctx, e *entry, a []value) value {
				text, _ := c.ReprText(e.name)
				return object.NewStr("<DirEntry " + text + ">")
			}),
			{Sig: "__class_getitem__(cls, item, /)", Kind: object.AsClass, Fn: func(c *ctx, a []value) value {
				return c.Call(c.Host.Hosted("GenericAlias"), a[0], a[1])
			}},
		},
		Gets: []object.Get{
			{Name: "name", Get: func(c *ctx, o value) value { e, _ := object.As[*entry](o); return e.name }},
			{Name: "path", Get: func(c *ctx, o value) value { e, _ := object.As[*entry](o); return e.path }},
		}}
}

// scan is the iterator of scandir.
type scan struct {
	items []value
	at    int
}

// Walk implements object.Impl.
func (s *scan) Walk(w *object.Walker) {
	w.Values(&s.items)
	object.Word(w, &s.at)
}

// Next implements object.Iterator.
func (s *scan) Next(c *ctx, self value) value {
	if s.at >= len(s.items) {
		return object.Nil
	}
	c.Touch(self.Hdr())
	s.at++
	return s.items[s.at-1]
}

func scanSpec() object.Spec {
	finish := func(c *ctx, a []value) value {
		s, _ := object.As[*scan](a[0])
		c.Touch(a[0].Hdr())
		s.at = len(s.items)
		return object.None
	}
	return object.Spec{Name: "ScandirIterator", Module: "posix", Flags: object.Disallow,
		Methods: []object.Def{
			{Sig: "__iter__(self, /)", Fn: func(c *ctx, a []value) value { return a[0] }},
			{Sig: "__next__(self, /)", Fn: func(c *ctx, a []value) value {
				s, _ := object.As[*scan](a[0])
				if v := s.Next(c, a[0]); !v.IsNil() {
					return v
				}
				return c.RaiseArgs(object.StopIteration)
			}},
			{Sig: "__enter__(self, /)", Fn: func(c *ctx, a []value) value { return a[0] }},
			{Sig: "__exit__(self, /, *args)", Fn: finish}, {Sig: "close(self, /)", Fn: finish},
		}}
}

// listed reads the folder that listdir and scandir are given; ok is false if it raised.
func listed(c *ctx, v value, where string) (p path, r world.Answer, ok bool) {
	if v.IsNil() {
		v = object.None
	}
	if p, ok = pathArg(c, v, where, allowFD|allowNone); !ok {
		return p, r, false
	}
	if p.fd >= 0 {
		c.RaiseOS(int64(world.ENOTDIR), world.ENOTDIR.Text(), p.name)
		return p, r, false
	}
	if r = c.Query(world.List(p.text)); !r.OK() {
		fail(c, &r, p.name)
		return p, r, false
	}
	return p, r, true
}

func scandir(c *ctx, a []value) value {
	p, r, ok := listed(c, a[0], "scandir")
	if !ok {
		return object.Nil
	}
	prefix := p.text + "/"
	switch {
	case p.none:
		prefix = "./"
	case p.text == "" || p.text[len(p.text)-1] == '/':
		prefix = p.text
	}
	s := &scan{}
	st := stateOf(c)
	for i, n := range r.List {
		e := &entry{name: p.said(n), text: prefix + n, kind: world.EntryOther}
		e.path = p.said(prefix + n)
		if i < len(r.Data) {
			e.kind = r.Data[i]
		}
		s.items = append(s.items, c.NewObj(st.entry, e))
	}
	return c.NewObj(st.scan, s)
}
