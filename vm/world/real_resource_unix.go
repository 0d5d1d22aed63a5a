//go:build unix

package world

import (
	"runtime"
	"strconv"
	"syscall"
)

// resourceLimit asks for a limit by Linux's number.
func resourceLimit(which string) Answer {
	n, err := strconv.Atoi(which)
	if err != nil {
		return Fail(EINVAL)
	}
	if runtime.GOOS == "darwin" {
		switch n {
		case 5, 6, 7, 8, 9:
			n = map[int]int{5: 5, 6: 7, 7: 8, 8: 6, 9: 5}[n]
		}
	}
	var l syscall.Rlimit
	if err := syscall.Getrlimit(n, &l); err != nil {
		return failed(err)
	}
	return Answer{List: []string{decimal(uint64(l.Cur)), decimal(uint64(l.Max))}}
}

// resourceUsage asks what this process, its children or this thread used.
func resourceUsage(who string) Answer {
	n, err := strconv.Atoi(who)
	if err != nil {
		return Fail(EINVAL)
	}
	var u syscall.Rusage
	if err := syscall.Getrusage(n, &u); err != nil {
		return failed(err)
	}
	list := []string{strconv.FormatInt(u.Utime.Nano()/1000, 10), strconv.FormatInt(u.Stime.Nano()/1000, 10)}
	for _, v := range [...]int64{u.Maxrss, u.Ixrss, u.Idrss, u.Isrss, u.Minflt, u.Majflt, u.Nswap, u.Inblock, u.Oublock, u.Msgsnd, u.Msgrcv, u.Nsignals, u.Nvcsw, u.Nivcsw} {
		list = append(list, strconv.FormatInt(v, 10))
	}
	return Answer{List: list}
}
