package vm

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"slp/vm/world"
)

// Header is what a recording of the program says about itself. version is that of slp.
func (p *Program) Header(version string, notes ...world.Note) (world.Header, error) {
	start, err := json.Marshal(p)
	if err != nil {
		return world.Header{}, fmt.Errorf("record %s: %w", p.Name, err)
	}
	return world.Header{VM: version, Start: start, Program: world.Program{Name: p.Name, Source: p.Text}, Notes: notes}, nil
}

// LoadRecording reads a recording and the program that it is of. cut says that the file has no end: it holds what there was
// before a crash.
func LoadRecording(r io.Reader) (rec *world.Recording, p *Program, cut bool, err error) {
	rec, err = world.Load(r)
	cut = errors.Is(err, world.ErrTruncated) && rec != nil
	if err != nil && !cut {
		return nil, nil, false, err
	}
	p = &Program{}
	if err := json.Unmarshal(rec.Start, p); err != nil {
		return nil, nil, false, fmt.Errorf("load recording: it does not say how its program is started: %w", err)
	}
	return rec, p, cut, nil
}
