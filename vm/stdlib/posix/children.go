package posix

import (
	"strconv"
	"strings"

	"slp/vm/object"
	"slp/vm/world"
)

// Subprocess is the module _posixsubprocess.
var Subprocess = object.ModuleDef{
	Name: "_posixsubprocess",
	Doc:  "A POSIX helper for the subprocess module.",
	Funcs: []object.Def{{Sig: "fork_exec(args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read, errpipe_write, restore_signals, call_setsid, pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn, /)",
		Doc: "Spawn a fresh new child process.", Fn: forkExec}},
}

// pathList reads a sequence of paths, or of other strings that the system gets.
func pathList(c *ctx, v value, where, arg string) ([]string, bool) {
	items, ok := c.Collect(v)
	if !ok {
		return nil, false
	}
	out := make([]string, len(items))
	for i, x := range items {
		p, ok := namedPath(c, x, where, arg, 0)
		if !ok {
			return nil, false
		}
		out[i] = p.text
	}
	return out, true
}

func intList(c *ctx, v value) ([]int, bool) {
	items, ok := c.Collect(v)
	if !ok {
		return nil, false
	}
	out := make([]int, len(items))
	for i, x := range items {
		if out[i], ok = intArg(c, x, 0); !ok {
			return nil, false
		}
	}
	return out, true
}

// restored are the signals that programs get back that Python ignores: SIGPIPE and SIGXFSZ.
var restored = []int{13, 25}

func forkExec(c *ctx, a []value) value {
	if !none(a[21]) {
		return c.Raise(object.RuntimeError, "preexec_fn is not supported: no Python code runs in the new process before its program does; use the arguments of Popen instead")
	}
	start := &world.Start{Group: -1, UID: -1, GID: -1, Mask: -1}
	var ok bool
	if start.Arguments, ok = pathList(c, a[0], "fork_exec", "args"); !ok {
		return object.Nil
	}
	if start.Paths, ok = pathList(c, a[1], "fork_exec", "executable_list"); !ok {
		return object.Nil
	}
	closeFDs, ok := c.Truth(a[2])
	if !ok {
		return object.Nil
	}
	keep, ok := intList(c, a[3])
	if !ok {
		return object.Nil
	}
	for i, fd := range keep {
		if fd < 0 || i > 0 && fd <= keep[i-1] {
			return c.Raise(object.ValueError, "bad value(s) in fds_to_keep")
		}
	}
	if !none(a[4]) {
		p, ok := namedPath(c, a[4], "fork_exec", "cwd", 0)
		if !ok {
			return object.Nil
		}
		if start.Dir = p.text; p.text == "" {
			return spawnFailed(c, a, world.ENOENT, "chdir")
		}
	}
	if none(a[5]) {
		start.Environment = environment(c)
	} else if start.Environment, ok = pathList(c, a[5], "fork_exec", "env"); !ok {
		return object.Nil
	}
	var fds [8]int
	for i := range fds {
		if fds[i], ok = intArg(c, a[6+i], -1); !ok {
			return object.Nil
		}
	}
	for to, fd := range [...]int{fds[0], fds[3], fds[5]} {
		if fd == -1 {
			if r := c.Query(world.Control(to, world.ControlGetDescriptor, 0)); !r.OK() || r.N != 0 {
				continue
			}
			fd = to
		}
		start.Inherit, start.Numbers = append(start.Inherit, fd), append(start.Numbers, to)
	}
	for _, fd := range keep {
		if fd > 2 && fd != fds[7] {
			start.Inherit, start.Numbers = append(start.Inherit, fd), append(start.Numbers, fd)
		}
	}
	start.All = !closeFDs
	restore, ok := c.Truth(a[14])
	if !ok {
		return object.Nil
	}
	if restore {
		start.Default = restored
	}
	if start.Session, ok = c.Truth(a[15]); !ok {
		return object.Nil
	}
	for i, to := range map[int]*int{16: &start.Group, 17: &start.GID, 19: &start.UID, 20: &start.Mask} { // order-free: each sets its own
		if !none(a[i]) {
			if *to, ok = intArg(c, a[i], -1); !ok {
				return object.Nil
			}
		}
	}
	if !none(a[18]) {
		if start.Groups, ok = intList(c, a[18]); !ok {
			return object.Nil
		}
		start.SetGroups = true
	}
	r := c.Query(world.Spawn(start))
	if !r.OK() {
		return spawnFailed(c, a, r.Errno, r.Text)
	}
	return object.Int(r.N)
}

// spawnFailed tells the parent what a child would that could not run its program.
func spawnFailed(c *ctx, a []value, e world.Errno, stage string) value {
	if stage == "fork" {
		return c.RaiseOS(int64(e), e.Text())
	}
	message := "OSError:" + strings.ToUpper(strconv.FormatInt(int64(e), 16)) + ":"
	if stage == "chdir" {
		message += "noexec:chdir"
	}
	fd, ok := intArg(c, a[13], -1)
	if !ok {
		return object.Nil
	}
	c.Query(world.Write(fd, []byte(message), world.AtCursor))
	return object.Int(int64(1) << 30) // of no process
}

// environment is the process's own, with what the program changed.
func environment(c *ctx) []string {
	d := stateOf(c).env.AsDict()
	out := []string{}
	for _, k := range d.Keys() {
		out = append(out, k.AsBytes().S+"="+c.DictGet(d, k).AsBytes().S)
	}
	return out
}

// waitChild waits for the end of a child without keeping other threads from running.
func waitChild(c *ctx, pid, options int, made func(c *ctx, r *world.Answer) value) value {
	r := c.Query(world.WaitChild(pid, options))
	switch {
	case !r.OK():
		return fail(c, &r)
	case r.N != 0 || options&world.WaitNoHang != 0:
		return made(c, &r)
	}
	return waiterOf(c).AwaitChild(c, -1, func(c *ctx, _ []byte) value { return waitChild(c, pid, options, made) })
}

func pidAndStatus(c *ctx, r *world.Answer) value {
	return object.TupleOf(object.Int(r.N), object.Int(r.M))
}

// withUsage is (pid, status, resource usage).
func withUsage(c *ctx, r *world.Answer) value {
	n := [3]int64{}
	for i := range min(3, len(r.List)) {
		n[i], _ = strconv.ParseInt(r.List[i], 10, 64)
	}
	return c.Self("_wait_usage", object.Int(r.N), object.Int(r.M), object.Float(float64(n[0])/1e9), object.Float(float64(n[1])/1e9), object.Int(n[2]))
}

// run starts a program.
func run(c *ctx, start *world.Start, name value, made func(c *ctx, pid int) value) value {
	r := c.Query(world.Spawn(start))
	if !r.OK() {
		return fail(c, &r, name)
	}
	return made(c, int(r.N))
}

func newStart() *world.Start {
	return &world.Start{Group: -1, UID: -1, GID: -1, Mask: -1, All: true, Inherit: []int{}}
}

// standard are the descriptors that every program gets if they are open.
func standard(c *ctx, start *world.Start) {
	for fd := range 3 {
		if r := c.Query(world.Control(fd, world.ControlGetDescriptor, 0)); r.OK() && r.N == 0 {
			start.Inherit, start.Numbers = append(start.Inherit, fd), append(start.Numbers, fd)
		}
	}
}

func environmentArg(c *ctx, v value, where string) ([]string, bool) {
	if none(v) {
		return environment(c), true
	}
	items := c.CallHosted("_environment_list", v, object.NewStr(where))
	if items.IsNil() {
		return nil, false
	}
	return pathList(c, items, where, "env")
}

func execute(c *ctx, where string, path, argv, env value) value {
	p, ok := pathArg(c, path, where, 0)
	if !ok {
		return object.Nil
	}
	if argv.AsList() == nil && argv.AsTuple() == nil {
		return c.Raise(object.TypeError, "%s: argv must be a tuple or list", where)
	}
	start := newStart()
	start.Paths, start.Replace = []string{p.text}, true
	if start.Arguments, ok = pathList(c, argv, where, "argv"); !ok {
		return object.Nil
	}
	switch {
	case len(start.Arguments) == 0:
		return c.Raise(object.ValueError, "%s: argv must not be empty", where)
	case start.Arguments[0] == "":
		return c.Raise(object.ValueError, "%s: argv first element cannot be empty", where)
	}
	if start.Environment, ok = environmentArg(c, env, where); !ok {
		return object.Nil
	}
	standard(c, start)
	r := c.Query(world.Spawn(start))
	return fail(c, &r, p.name)
}

// cannotFork makes a function that would double the machine.
func cannotFork(name string) object.Def {
	return object.Def{Sig: name + "()", Fn: func(c *ctx, a []value) value {
		return c.RaiseOS(int64(world.ENOSYS), "os."+name+"() is not possible: a machine that records what it does cannot be doubled; use subprocess to run programs, threading to run functions")
	}}
}

var childFuncs = []object.Def{
	cannotFork("fork"), cannotFork("forkpty"),
	{Sig: "execv(path, argv, /)", Doc: "Execute an executable path with arguments, replacing current process.", Fn: func(c *ctx, a []value) value { return execute(c, "execv", a[0], a[1], object.None) }},
	{Sig: "execve(path, argv, env)", Doc: "Execute an executable path with arguments, replacing current process.", Fn: func(c *ctx, a []value) value { return execute(c, "execve", a[0], a[1], a[2]) }},
	{Sig: "waitpid(pid, options, /)", Doc: "Wait for completion of a given child process.", Fn: func(c *ctx, a []value) value {
		pid, ok := intArg(c, a[0], 0)
		if !ok {
			return object.Nil
		}
		options, ok := intArg(c, a[1], 0)
		if !ok {
			return object.Nil
		}
		return waitChild(c, pid, options, pidAndStatus)
	}},
	{Sig: "wait()", Doc: "Wait for completion of a child process.", Fn: func(c *ctx, a []value) value { return waitChild(c, -1, 0, pidAndStatus) }},
	{Sig: "wait3(options)", Doc: "Wait for completion of a child process.", Fn: func(c *ctx, a []value) value {
		options, ok := intArg(c, a[0], 0)
		if !ok {
			return object.Nil
		}
		return waitChild(c, -1, options, withUsage)
	}},
	{Sig: "wait4(pid, options)", Doc: "Wait for completion of a specific child process.", Fn: func(c *ctx, a []value) value {
		pid, ok := intArg(c, a[0], 0)
		if !ok {
			return object.Nil
		}
		options, ok := intArg(c, a[1], 0)
		if !ok {
			return object.Nil
		}
		return waitChild(c, pid, options, withUsage)
	}},
	{Sig: "system(command)", Doc: "Execute the command in a subshell.", Fn: func(c *ctx, a []value) value {
		p, ok := namedPath(c, a[0], "system", "command", 0)
		if !ok {
			return object.Nil
		}
		start := newStart()
		start.Paths, start.Arguments, start.Environment = []string{"/bin/sh"}, []string{"sh", "-c", p.text}, environment(c)
		start.Default = restored
		standard(c, start)
		return run(c, start, object.Nil, func(c *ctx, pid int) value {
			return waitChild(c, pid, 0, func(c *ctx, r *world.Answer) value { return object.Int(r.M) })
		})
	}},
	{Sig: "posix_spawn(path, argv, env, /, *, file_actions=(), setpgroup=None, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=None)", Doc: "Execute the program specified by path in a new process.",
		Fn: func(c *ctx, a []value) value { return posixSpawn(c, "posix_spawn", a) }},
	{Sig: "posix_spawnp(path, argv, env, /, *, file_actions=(), setpgroup=None, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=None)", Doc: "Execute the program specified by path in a new process.",
		Fn: func(c *ctx, a []value) value { return posixSpawn(c, "posix_spawnp", a) }},
	{Sig: "killpg(pgid, signal, /)", Doc: "Kill a process group with a signal.", Fn: func(c *ctx, a []value) value {
		group, ok := intArg(c, a[0], 0)
		if !ok {
			return object.Nil
		}
		sig, ok := intArg(c, a[1], 0)
		if !ok {
			return object.Nil
		}
		return c.Self("_signal_kill", object.Int(int64(-group)), object.Int(int64(sig)))
	}},
	{Sig: "sendfile(out_fd, in_fd, offset, count)", Doc: "Copy count bytes from file descriptor in_fd to file descriptor out_fd.", Fn: sendFile},
	{Sig: "openpty()", Doc: "Open a pseudo-terminal.", Fn: func(c *ctx, a []value) value {
		r := c.Query(world.PseudoTerminal())
		if !r.OK() {
			return fail(c, &r)
		}
		return object.TupleOf(object.Int(r.N), object.Int(r.M))
	}},
}

// What a file action of posix_spawn does.
const (
	spawnOpen = iota
	spawnClose
	spawnDup2
)

func posixSpawn(c *ctx, where string, a []value) value {
	p, ok := pathArg(c, a[0], where, 0)
	if !ok {
		return object.Nil
	}
	if a[1].AsList() == nil && a[1].AsTuple() == nil {
		return c.Raise(object.TypeError, "%s: argv must be a tuple or list", where)
	}
	start := newStart()
	if start.Arguments, ok = pathList(c, a[1], where, "argv"); !ok {
		return object.Nil
	}
	switch {
	case len(start.Arguments) == 0:
		return c.Raise(object.ValueError, "%s: argv must not be empty", where)
	case start.Arguments[0] == "":
		return c.Raise(object.ValueError, "%s: argv first element cannot be empty", where)
	}
	if start.Environment, ok = environmentArg(c, a[2], where); !ok {
		return object.Nil
	}
	start.Paths = []string{p.text}
	if where == "posix_spawnp" && !strings.Contains(p.text, "/") {
		start.Paths = nil
		for _, e := range environment(c) {
			if dirs, ok := strings.CutPrefix(e, "PATH="); ok {
				for _, dir := range strings.Split(dirs, ":") {
					start.Paths = append(start.Paths, dir+"/"+p.text)
				}
			}
		}
	}
	if !none(a[4]) {
		if start.Group, ok = intArg(c, a[4], 0); !ok {
			return object.Nil
		}
	}
	if !a[6].IsNil() {
		if start.Session, ok = c.Truth(a[6]); !ok {
			return object.Nil
		}
	}
	standard(c, start)
	var opened []int
	defer func() {
		for _, fd := range opened {
			c.Query(world.Close(fd))
		}
	}()
	if !none(a[3]) {
		actions, ok := c.Collect(a[3])
		if !ok {
			return object.Nil
		}
		for _, x := range actions {
			if !fileAction(c, start, x, &opened) {
				return object.Nil
			}
		}
	}
	return run(c, start, p.name, func(c *ctx, pid int) value { return object.Int(int64(pid)) })
}

// fileAction does to the descriptors of a new program what it says.
func fileAction(c *ctx, start *world.Start, action value, opened *[]int) bool {
	t := action.AsTuple()
	if t == nil || len(t.Items) < 2 {
		c.Raise(object.TypeError, "Each file_actions element must be a non-empty tuple")
		return false
	}
	n := make([]int, len(t.Items))
	for i, x := range t.Items {
		if x.AsStr() == nil && x.AsBytes() == nil {
			var ok bool
			if n[i], ok = intArg(c, x, 0); !ok {
				return false
			}
		}
	}
	give := func(fd, to int) {
		for i := range start.Numbers {
			if start.Numbers[i] == to {
				start.Inherit[i] = fd
				return
			}
		}
		start.Inherit, start.Numbers = append(start.Inherit, fd), append(start.Numbers, to)
	}
	switch {
	case n[0] == spawnClose && len(n) == 2:
		for i := range start.Numbers {
			if start.Numbers[i] == n[1] {
				start.Inherit = append(start.Inherit[:i], start.Inherit[i+1:]...)
				start.Numbers = append(start.Numbers[:i], start.Numbers[i+1:]...)
				return true
			}
		}
		start.Without = append(start.Without, n[1])
	case n[0] == spawnDup2 && len(n) == 3:
		fd := n[1]
		for i := range start.Numbers {
			if start.Numbers[i] == fd {
				fd = start.Inherit[i]
				break
			}
		}
		give(fd, n[2])
	case n[0] == spawnOpen && len(n) == 5:
		p, ok := pathArg(c, t.Items[2], "posix_spawn", 0)
		if !ok {
			return false
		}
		r := c.Query(world.Open(p.text, n[3], uint32(n[4])))
		if !r.OK() {
			fail(c, &r, p.name)
			return false
		}
		*opened = append(*opened, int(r.N))
		give(int(r.N), n[1])
	default:
		c.Raise(object.TypeError, "Unknown file_actions identifier")
		return false
	}
	return true
}

// sendFile reads a part of a file and hands it to a descriptor; what that does not take goes back.
func sendFile(c *ctx, a []value) value {
	out, ok := fdArg(c, a[0])
	if !ok {
		return object.Nil
	}
	in, ok := fdArg(c, a[1])
	if !ok {
		return object.Nil
	}
	at := world.AtCursor
	if !a[2].IsNone() {
		if at, ok = c.Long(a[2]); !ok {
			return object.Nil
		}
		if at < 0 {
			return c.RaiseOS(int64(world.EINVAL), world.EINVAL.Text())
		}
	}
	count, ok := c.Long(a[3])
	if !ok {
		return object.Nil
	}
	const most = 128 << 10
	r := c.Query(world.Read(in, int(min(max(count, 0), most)), at))
	switch {
	case !r.OK():
		return fail(c, &r)
	case len(r.Data) == 0:
		return object.Int(0)
	}
	return sendPart(c, out, in, append([]byte(nil), r.Data...), at)
}

func sendPart(c *ctx, out, in int, data []byte, at int64) value {
	r := c.Query(world.WriteNow(out, data))
	if r.Errno == world.EAGAIN && r.M == 1 {
		return waiterOf(c).Await(c, []world.Interest{{Fd: out, Write: true}}, -1, func(c *ctx, _ []byte) value { return sendPart(c, out, in, data, at) })
	}
	if n := int64(len(data)) - r.N; at < 0 && n > 0 {
		c.Query(world.Seek(in, -n, 1))
	}
	if !r.OK() {
		return fail(c, &r)
	}
	return object.Int(r.N)
}
