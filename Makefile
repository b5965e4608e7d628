# Everything from a fresh checkout, on a machine that has Python ≥ 3.11, git and make:
#
#   make demo    what codegen does, on this project's own queries
#   make test    everything that CI runs

VENV   := .venv
BIN    := $(VENV)/bin
# Touched once all is installed, so that the second run starts at once.
READY  := $(VENV)/.ready

# The first Python on the PATH that is new enough; PYTHON=… overrides it.
CANDIDATES := python3 python3.14 python3.13 python3.12 python3.11 python
PYTHON     ?= $(shell for python in $(CANDIDATES); do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$python; break; }; done)

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint types unit drift format index docs generate verify differential corpora corpora-generate \
	fuzz bench-runtime bench-generate clean

help: ## say what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

setup: $(READY) ## make the virtual environment in .venv

$(READY): pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; set PYTHON=…"; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(READY) ## generate, check, verify, and run the chat daemon on it
	@echo "== codegen generate: typed Python for queries/ and schema.sql into generated/"
	$(BIN)/codegen generate
	@echo
	@echo "== codegen check: generated/ is what the queries say"
	$(BIN)/codegen check
	@echo
	@echo "== codegen verify: an embedded PostgreSQL agrees with every inferred type"
	$(BIN)/codegen verify
	@echo
	@echo "== examples.chatd: a daemon on the generated functions"
	$(BIN)/python -m examples.chatd

test: lint types unit drift ## everything that CI runs

lint: $(READY) ## style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY) ## mypy and pyright, both strict
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python

unit: $(READY) ## all tests, on a real PostgreSQL
	$(BIN)/pytest --numprocesses auto

drift: $(READY) ## generated/ is what the queries say
	$(BIN)/codegen check

format: $(READY) ## format and fix what can be fixed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

index: $(READY) ## write codegen/README.md anew, from the modules' docstrings
	$(BIN)/python -m tests.support.module_index

docs: $(READY) ## write the pages and transcripts that are made of the code
	$(BIN)/python -m tests.support.vet_page
	$(BIN)/python -m tests.support.codes_page
	$(BIN)/python -m tests.support.schema_files
	$(BIN)/python -m tests.transcripts.run

generate: $(READY) ## write generated/ anew
	$(BIN)/codegen generate

verify: $(READY) ## compare every inferred type with an embedded PostgreSQL
	$(BIN)/codegen verify

differential: $(READY) ## compare all type resolution with the server's (some minutes)
	$(BIN)/python -m tests.differential.run

corpora: $(READY) ## run on public projects: MIRROR=folder of git repositories
	@test -n "$(MIRROR)" || { echo "MIRROR=… has to name a folder of git repositories"; exit 1; }
	$(BIN)/python -m tests.corpora.run --mirror $(MIRROR)

corpora-generate: $(READY) ## generate, type-check and import their packages: MIRROR=as above
	@test -n "$(MIRROR)" || { echo "MIRROR=… has to name a folder of git repositories"; exit 1; }
	$(BIN)/python -m tests.corpora.generate --mirror $(MIRROR)

fuzz: $(READY) ## random statements against PostgreSQL, damaged files against us: MINUTES=10
	$(BIN)/python -m tests.fuzz.run --minutes $(or $(MINUTES),10)

bench-runtime: $(READY) ## the generated functions against other libraries (some minutes)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python -W ignore -m benchmarks.runtime

bench-generate: $(READY) ## generating, against sqlc (some minutes); CONFIG=sqlc.yaml of a project
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python -m benchmarks.generate $(if $(CONFIG),--config $(CONFIG))

clean: ## remove the virtual environment and all caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
