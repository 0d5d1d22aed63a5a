package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"runtime/pprof"

	"slp/vm"
	"slp/vm/world"
)

func main() {
	text, _ := os.ReadFile(os.Args[1])
	debug.SetGCPercent(400)
	m := vm.New(&vm.Program{Name: os.Args[1], Text: text}, world.Real(world.Options{}))
	f, _ := os.Create("/tmp/accel/cpu.prof")
	pprof.StartCPUProfile(f)
	fmt.Println(m.RunToEnd())
	pprof.StopCPUProfile()
}
