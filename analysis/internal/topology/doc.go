// Package topology finds the channels and tasklets of a project and who does what with them.
//
// Its nouns: Channel and Tasklet (by allocation site: the call that makes them), Op (a send,
// receive, iteration or close), Spawn (a place that schedules a tasklet), Runs (who executes a
// function: main, which spawns, or somebody unknown), Graph (all of it for one view).
//
// A site is followed forward: into variables, attributes, parameters, results and simple
// containers. Where it goes to code that cannot be followed, the site is Open: then nothing may be
// concluded from what is missing.
//
// Invariant: a site that is not Open has no operation but the listed ones, as far as Python can be
// read at all (no pickling, no walking over frames, no ctypes).
package topology
