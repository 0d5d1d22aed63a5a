package main

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"slp/vm"
)

// cacheDir keeps compiled code in files of a folder: one a text, named after what it was compiled from. Files appear whole
// (they are renamed into place) and are never changed, so that any number of processes may use the folder at once; what
// is broken all the same is noticed by its checksum. Whatever goes wrong here costs time and nothing else.
type cacheDir string

const (
	cacheKept      = 60 * 24 * time.Hour // how long code stays that nobody uses
	cacheRefreshed = 7 * 24 * time.Hour  // how often its use is noted
)

// codeCache is the cache that the environment asks for: SLP_CACHE names a folder, or says off. It is nil for none.
func codeCache() vm.Cache {
	dir := os.Getenv("SLP_CACHE")
	switch dir {
	case "off", "0", "no":
		return nil
	case "":
		base, err := os.UserCacheDir()
		if err != nil {
			return nil
		}
		dir = filepath.Join(base, "slp")
	}
	return cacheDir(dir)
}

func (d cacheDir) file(key string) string {
	return filepath.Join(string(d), "code", key[:2], key[2:])
}

// Load implements vm.Cache.
func (d cacheDir) Load(key string) []byte {
	name := d.file(key)
	data, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	if info, err := os.Stat(name); err == nil {
		if now := time.Now(); now.Sub(info.ModTime()) > cacheRefreshed {
			_ = os.Chtimes(name, now, now)
		}
	}
	return data
}

// Store implements vm.Cache.
func (d cacheDir) Store(key string, data []byte) {
	name := d.file(key)
	dir := filepath.Dir(name)
	if os.MkdirAll(dir, 0o700) != nil {
		return
	}
	temp, err := os.CreateTemp(dir, ".new-*")
	if err != nil {
		return
	}
	_, err = temp.Write(data)
	if closed := temp.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(temp.Name(), name)
	}
	if err != nil {
		_ = os.Remove(temp.Name())
		return
	}
	d.sweep(dir)
}

// sweep removes from a folder what nobody has used for long, and what processes that were killed left half written.
func (d cacheDir) sweep(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			continue
		}
		kept := cacheKept
		if strings.HasPrefix(e.Name(), ".new-") {
			kept = time.Hour
		}
		if time.Since(info.ModTime()) > kept {
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}
