#!/bin/bash
# Puts the slp program for one target, as VS Code names it, into bin/. SLP=file takes that one.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"
target=${1:?usage: build-server.sh TARGET}

case "$target" in
	*-x64) arch=amd64 ;;
	*-arm64) arch=arm64 ;;
	*) echo "build-server.sh: unknown target $target" >&2; exit 2 ;;
esac
case "$target" in
	linux-*) os=linux exe='' ;;
	darwin-*) os=darwin exe='' ;;
	win32-*) os=windows exe=.exe ;;
	*) echo "build-server.sh: unknown target $target" >&2; exit 2 ;;
esac

if [ -n "${SLP:-}" ]; then
	[ -x "$SLP" ] || { echo "build-server.sh: SLP=$SLP is not an executable" >&2; exit 1; }
	cp "$SLP" "bin/slp$exe"
	exit 0
fi
command -v go >/dev/null || { echo "build-server.sh: go is missing; install it, or give a built program with SLP=path/to/slp" >&2; exit 1; }
version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' package.json)
make -s -C .. vm/stdlib/library/data/stdlib.zip # the standard library that is embedded
CGO_ENABLED=0 GOOS=$os GOARCH=$arch go build -C .. -trimpath -ldflags="-s -w -X main.version=$version" -o "vscode-extension/bin/slp$exe" ./cmd/slp
