# make demo: read the example report. make test: everything that must hold.
# Both need Python 3.11 or later and a connection to a package index for the first run.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed

.PHONY: demo test clean

demo: $(STAMP)
	@$(BIN)/zufolge read examples/tanker.txt
	@$(BIN)/zufolge read --text examples/bibliothek.html

test: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; name it with make PYTHON=...")'
	@echo "installing into $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@# FollowTheMoney compiles PyICU; without the headers of ICU its tests are skipped.
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[openaleph]' || echo "tests of FollowTheMoney are skipped"
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis
