#!/bin/sh
# What slp is for, in three short acts. `make demo` builds it and runs this.
set -eu
cd "$(dirname "$0")"
slp=../bin/slp

bold='' plain=''
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then bold=$(printf '\033[1m') plain=$(printf '\033[0m'); fi
act() { printf '\n%s%s%s\n$ %s\n' "$bold" "$1" "$plain" "$2"; }

act "1. Run a Stackless program: a sieve of tasklets" "slp run examples/primes.py"
"$slp" run primes.py

act "2. Catch a deadlock, and say why" "slp check examples/exchange.py"
status=0
"$slp" check exchange.py || status=$?
if [ "$status" -ne 1 ]; then
  echo "demo: slp check ended with status $status; 1 was expected: it should have found the deadlock" >&2
  exit 1
fi

act "3. Step back in time, from the exception to its cause" "dialogue examples/account.dialogue"
../bin/dialogue -adapter "$slp" account.dialogue
