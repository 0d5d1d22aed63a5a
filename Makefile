# make          builds bin/slp
# make demo     builds it and shows the main job on the programs in examples/
# make test     everything that has to be green before a change lands
# make help     the rest
#
# A fresh machine needs Go and, for the extension, Node; what else is wanted
# the targets fetch themselves.

GO      ?= go
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo 0.1.0)
LIBRARY := vm/stdlib/library/data/stdlib.zip
CODE    := vm/stdlib/library/data/code.bin
LINTER  := bin/golangci-lint
export CGO_ENABLED := 0

.DEFAULT_GOAL := build
.PHONY: build demo test check format lint unit extension bench profile vsix generate cross clean help

## build: the binary, bin/slp
build: $(LIBRARY) $(CODE)
	$(GO) build -trimpath -ldflags '-X main.version=$(VERSION)' -o bin/slp ./cmd/slp

# The Python part of the standard library, embedded into the binary.
$(LIBRARY): tools/stdlibzip/main.go tools/go.mod
	cd tools && $(GO) run ./stdlibzip -o ../$(LIBRARY)
	@touch $(LIBRARY)

# The same, compiled. Code that an older compiler made is not used, so a stale file only costs time.
$(CODE): $(LIBRARY) $(wildcard syntax/*.go syntax/scope/*.go vm/internal/code/*.go vm/internal/compile/*.go vm/internal/interp/hosted/*.py vm/internal/interp/hosted/modules/*.py vm/stdlib/library/own/*.py vm/stdlib/library/own/*/*.py)
	$(GO) run ./vm/internal/precompile -o $(CODE)
	@touch $(CODE)

## demo: run a program, catch a deadlock, step back in time
demo: build
	@cd tools && $(GO) build -o ../bin/dialogue ./dialogue
	@sh examples/demo.sh

## test: format, vet, lint, unit and black-box tests, extension tests
test: check lint unit extension

## check: gofmt and go vet
check: $(LIBRARY)
	@unformatted=$$($(GO) list -f '{{.Dir}}' ./... | xargs gofmt -l | sort -u); \
	  if [ -n "$$unformatted" ]; then echo "gofmt would change:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet ./...
	cd tools && $(GO) vet ./...

## format: let gofmt mend the files
format:
	@$(GO) list -f '{{.Dir}}' ./... | xargs gofmt -l -w | sort -u

## lint: golangci-lint, of the version that tools/lint pins
lint: $(LINTER) $(LIBRARY)
	$(LINTER) run ./...
	cd tools && ../$(LINTER) run --config ../.golangci.yml ./...

$(LINTER): tools/lint/go.mod
	cd tools/lint && $(GO) build -o ../../$(LINTER) github.com/golangci/golangci-lint/v2/cmd/golangci-lint

## unit: all Go tests
unit: build
	$(GO) test ./...

## extension: the tests of the VS Code extension, one of them in a real VS Code
extension: build
	$(MAKE) -C vscode-extension test SLP=$(CURDIR)/bin/slp

## bench: how fast is it
bench: $(LIBRARY)
	$(GO) test -run '^$$' -bench . -benchmem ./...

## profile: measure anew what the compiler optimizes the binary for
profile: $(LIBRARY)
	$(GO) test -trimpath -run '^$$' -bench . -o bin/bench.test -cpuprofile cmd/slp/default.pgo ./tests

## vsix: the VS Code extension for this platform, with its binary inside
vsix: build
	$(MAKE) -C vscode-extension vsix SLP=$(CURDIR)/bin/slp

## generate: rewrite the generated files
generate:
	$(GO) generate ./...

## cross: prove that it builds for every platform we release
cross: $(LIBRARY) $(CODE)
	@set -e; for target in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64; do \
	  echo "build for $$target"; \
	  GOOS=$${target%/*} GOARCH=$${target#*/} $(GO) build -o /dev/null ./cmd/slp; \
	done

## clean: remove what was built
clean:
	rm -rf bin $(LIBRARY) $(CODE)

## help: this list
help:
	@sed -n 's/^## //p' Makefile
