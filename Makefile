# The two commands: `make run` and `make test`. Everything they need is set up on the way.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SENTENCES := $(wildcard resources/i18n/*.ts)

.PHONY: run setup translations test lint types contracts pytest late faults bench bench-large shots references clean

run: setup
	$(BIN)/python main.py run --demo

setup: $(READY) $(SENTENCES:.ts=.qm)

$(READY): pyproject.toml .ci/constraints.txt .ci/setup
	bash .ci/setup $(PYTHON) $(VENV)
	touch $(READY)

%.qm: %.ts | $(READY)
	$(BIN)/pyside6-lrelease -silent $< -qm $@

# After sentences were added or changed: brings them into the files that translators fill in.
translations: $(READY)
	bash .ci/translations $(BIN) resources/i18n

test: setup lint types contracts pytest

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	bash .ci/lint-migrations $(BIN)

types: setup
	$(BIN)/mypy

contracts: setup
	$(BIN)/lint-imports

pytest: setup
	$(BIN)/python -m pytest -n 2

# The tests of windows, with every answer late by chance: finds what counts on a quick machine.
late: setup
	$(BIN)/python -m pytest -n 2 -p tests.late_answers tests/ui tests/journeys --ignore tests/ui/test_tasks.py

# The long form of what `test` runs in short: servers and clients killed, lines cut, disks full.
faults: setup
	INSTAPAY_FAULTS=long $(BIN)/python -m pytest tests/faults
	INSTAPAY_FAULTS=long $(BIN)/python -m pytest -n 2 \
		tests/attacks/test_bad_input.py tests/database/test_ugly_values.py

bench: setup
	$(BIN)/python -m bench

bench-large: setup
	$(BIN)/python -m bench.large

shots: setup
	$(BIN)/python -m tests.shots

# What tests/pictures compares with: look at each before it is committed.
references: setup
	$(BIN)/python -m tests.pictures

clean:
	rm -rf $(VENV) build resources/i18n/*.qm
