# `make help` lists what there is.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
ARTICLES ?= articles
OUT ?=

# Static, so that the installed program needs no Swift on the machine and starts at once.
BUILD = "$(SWIFT)" build -c release --static-swift-stdlib --product stancegraph
PROGRAM = .build/release/stancegraph
# The tests have a build folder of their own: they are built with other flags than the program.
TEST = "$(SWIFT)" test --scratch-path .build-test -c release -Xswiftc -enable-testing --disable-xctest
SHARE = $(DESTDIR)$(PREFIX)/share/stancegraph

export SWIFT ARTICLES OUT

.DEFAULT_GOAL := graph
# Two builds at a time are slower than one after the other.
.NOTPARALLEL:
.PHONY: graph program test bench install lint clean help

graph: program ## Set up, build, and draw the graph of articles/ (or of ARTICLES=FOLDER, into out/)
	@case "$${ARTICLES%/}" in (articles) out=exports/sample ;; (*) out=out ;; esac; \
	$(PROGRAM) build "$$ARTICLES" -o "$${OUT:-$$out}"

program: ## Set up and build the program
	@scripts/setup.sh build
	@$(BUILD)

test: ## Set up for testing and run every test
	@scripts/setup.sh test
	STANCEGRAPH_PYTHON="$(CURDIR)/.venv-test/bin/python" $(TEST)
	@for test in scripts/*_test.py; do .venv-test/bin/python "$$test" || exit; done

bench: ## Words per second of each stage, memory, start-up time
	@scripts/setup.sh build
	@scripts/bench.sh

# Builds only where nothing is built yet, so that `sudo make install` needs no Swift for root.
install: ## Put program, weights and ontology under PREFIX (/usr/local)
	@test -x $(PROGRAM) || $(MAKE) program
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)"
	install -m 755 $(PROGRAM) "$(DESTDIR)$(PREFIX)/bin/stancegraph"
	install -m 644 Sources/LanguageAnalysis/Resources/encoder.sgw "$(SHARE)/encoder.sgw"
	rm -rf "$(SHARE)/ontology"
	cp -R ontology "$(SHARE)/ontology"
	cp -R LICENSE LICENSES "$(SHARE)/"
	chmod -R a+rX "$(SHARE)"

lint: ## Check the style of the code
	@scripts/lint.sh

clean: ## Remove what was built (never out/)
	rm -rf .build .build-test .venv-test

help: ## This list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20
