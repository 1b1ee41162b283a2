# make demo: read the example reports, ask a ledger of them. make test: everything that must hold.
# Both need Python 3.11 or later and a connection to a package index for the first run.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
TESTABLE := $(VENV)/testable

.PHONY: demo test clean

demo: $(INSTALLED)
	@$(BIN)/zufolge read examples/tanker.txt
	@$(BIN)/zufolge read --text examples/bibliothek.html
	@rm -f demo.ledger*
	@echo && $(BIN)/zufolge add demo.ledger examples/kaimauer
	@echo && $(BIN)/zufolge disputes demo.ledger
	@echo && $(BIN)/zufolge origins demo.ledger
	@echo && $(BIN)/zufolge verify demo.ledger

test: $(TESTABLE)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; name it with make PYTHON=...")'
	@echo "installing into $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(TESTABLE): $(INSTALLED)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@# FollowTheMoney compiles PyICU; without the headers of ICU its tests are skipped.
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[openaleph]' || echo "tests of FollowTheMoney are skipped"
	@touch $@

clean:
	rm -rf demo.ledger* $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis
