//go:build pin

package main

// The import keeps the module that holds the library in go.mod. It is never
// compiled: the module would embed a whole Python.
import _ "github.com/kluctl/go-embed-python/python"
