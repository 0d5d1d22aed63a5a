package posix

import (
	"slp/vm/object"
	"slp/vm/world"
)

// idFuncs tell what a process may not change here: its users, its groups, how it is scheduled.
var idFuncs = []object.Def{
	{Sig: "getresuid()", Doc: "Return a tuple of the current process's real, effective, and saved user ids.", Fn: func(c *ctx, a []value) value {
		return threeIDs(c, world.FactUID, world.FactEUID)
	}},
	{Sig: "getresgid()", Doc: "Return a tuple of the current process's real, effective, and saved group ids.", Fn: func(c *ctx, a []value) value {
		return threeIDs(c, world.FactGID, world.FactEGID)
	}},
	{Sig: "sched_get_priority_max(policy)", Doc: "Get the maximum scheduling priority for policy.", Fn: func(c *ctx, a []value) value {
		return priority(c, a[0], 99)
	}},
	{Sig: "sched_get_priority_min(policy)", Doc: "Get the minimum scheduling priority for policy.", Fn: func(c *ctx, a []value) value {
		return priority(c, a[0], 1)
	}},
	setID("setuid(uid, /)", "Set the current process's user id.", "uid", world.FactUID),
	setID("seteuid(euid, /)", "Set the current process's effective user id.", "uid", world.FactEUID),
	setID("setgid(gid, /)", "Set the current process's group id.", "gid", world.FactGID),
	setID("setegid(egid, /)", "Set the current process's effective group id.", "gid", world.FactEGID),
	setPair("setreuid(ruid, euid, /)", "Set the current process's real and effective user ids.", "uid", world.FactUID, world.FactEUID),
	setPair("setregid(rgid, egid, /)", "Set the current process's real and effective group ids.", "gid", world.FactGID, world.FactEGID),
	setPair("setresuid(ruid, euid, suid, /)", "Set the current process's real, effective, and saved user ids.", "uid", world.FactUID, world.FactEUID, world.FactEUID),
	setPair("setresgid(rgid, egid, sgid, /)", "Set the current process's real, effective, and saved group ids.", "gid", world.FactGID, world.FactEGID, world.FactEGID),
}

func threeIDs(c *ctx, own, effective string) value {
	x, y := object.Int(c.Query(world.Fact(own)).N), object.Int(c.Query(world.Fact(effective)).N)
	return object.TupleOf(x, y, y)
}

// Policies of Linux's scheduler that have priorities.
const (
	schedFIFO = 1
	schedRR   = 2
	schedMost = 6
)

func priority(c *ctx, policy value, of int64) value {
	n, ok := intArg(c, policy, 0)
	switch {
	case !ok:
		return object.Nil
	case n < 0 || n > schedMost || n == 4:
		return c.RaiseOS(int64(world.EINVAL), world.EINVAL.Text())
	case n == schedFIFO || n == schedRR:
		return object.Int(of)
	}
	return object.Int(0)
}

// setID makes a function that lets the process stay what it is, and nothing else: a machine that goes back in time could
// not take back what it gave up.
func setID(sig, doc, what, fact string) object.Def { return setPair(sig, doc, what, fact) }

func setPair(sig, doc, what string, facts ...string) object.Def {
	return object.Def{Sig: sig, Doc: doc, Fn: func(c *ctx, a []value) value {
		for i, fact := range facts {
			n, ok := idArg(c, a[i], what)
			if !ok {
				return object.Nil
			}
			if n != -1 && n != c.Query(world.Fact(fact)).N {
				return c.RaiseOS(int64(world.EPERM), world.EPERM.Text())
			}
		}
		return object.None
	}}
}
