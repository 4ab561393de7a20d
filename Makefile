# From a clone to a running site: make serve. From a clone to a verdict: make test.
# Needs Python 3.11 or later with venv, and GNU make; everything else is fetched into .venv.
# Each step leaves a stamp in .venv, so that a step whose inputs stand still is not done again.

BIN := .venv/bin
STAMP := .venv/.stamp
PORT ?= 8000
# Set on the command line only: some shells export HOST as the name of the machine.
HOST = 127.0.0.1

CATALOGS := $(patsubst %.po,%.mo,$(wildcard catalogue/translations/*/LC_MESSAGES/*.po))
VENDOR := catalogue/static/vendor
STYLES := $(VENDOR)/pico.min.css
SCRIPTS := $(VENDOR)/htmx.min.js
FONT := source-serif-4
FONTS := $(foreach letters,latin latin-ext cyrillic cyrillic-ext,$(VENDOR)/$(FONT)-$(letters)-600-normal.woff2)
PROCESSOR := catalogue/citations/vendor/citeproc.js

PIP := $(BIN)/python -m pip --disable-pip-version-check
LOCKER := .cache/lock/bin
PIP_COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(LOCKER)/pip-compile --quiet --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
	--strip-extras --allow-unsafe --newline lf --build-deps-for editable

.DELETE_ON_ERROR:
.PHONY: help install install-dev serve index check test bench relevance audit lint types format gallery translations lock clean distclean

help: ## show what can be made
	@echo "Targets:"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'
	@echo "  PORT=8000 HOST=127.0.0.1 PYTHON=python3.12 can be given after any of them."

serve: install ## index data/ and serve it at http://127.0.0.1:8000
	@exec $(BIN)/catalogue serve --host $(HOST) --port $(PORT)

index: install ## bring the index up to date with data/
	@$(BIN)/catalogue index

check: install ## tell what is wrong in data/, changing nothing
	@$(BIN)/catalogue check

test: lint types ## lint, type-check, and run every test with its coverage
	@browser=$$(command -v chromium || command -v chromium-browser || command -v google-chrome); \
	if [ -n "$$browser" ]; then echo "Browser tests: with $$browser."; \
	else echo "Browser tests: SKIPPED, Chromium is not installed (Debian: apt-get install chromium)."; fi
	$(BIN)/python -m pytest --cov --cov-report=term

bench: install-dev ## measure speed, beside other engines: CORPUS=library.bib PARTS=http PEERS=… JSON=…
	$(BIN)/python -m tests.benchmarks $(if $(CORPUS),--corpus $(CORPUS)) $(if $(PARTS),--parts $(PARTS)) \
		$(if $(PEERS),--peers $(PEERS)) $(if $(KEEP),--keep $(KEEP)) $(if $(CLOCK),--clock $(CLOCK)) \
		$(if $(JSON),--json $(JSON))

relevance: install-dev ## measure the order of results: COLLECTION="folder folder" of judged questions, CORPUS="a.bib b.bib"
	$(if $(COLLECTION)$(if $(CORPUS),,1),$(BIN)/python -m tests.benchmarks.relevance $(COLLECTION))
	$(if $(CORPUS),$(BIN)/python -m tests.benchmarks.known_items $(CORPUS))

audit: install-dev ## let Lighthouse judge home, search and an abstract page of data/ (needs Chromium)
	$(BIN)/python -m tests.audit

lint: install-dev ## look for faults and for lines not formatted
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: install-dev ## check the types of both packages and of the benchmarks
	$(BIN)/mypy

format: install-dev ## mend what ruff can mend by itself
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

install: $(STAMP)-project $(STYLES) $(SCRIPTS) $(FONTS) $(PROCESSOR) $(CATALOGS) ## make .venv with the locked dependencies

install-dev: install $(STAMP)-dev $(STAMP)-npm-dev ## the same, and what the tests need

$(STAMP)-venv:
	@set -e; for python in $(PYTHON) python3.11 python3.12 python3.13 python3; do \
		if "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
		then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo "No Python 3.11 or later with venv was found (python3: $$(python3 -V 2>&1 || true))." >&2; \
		echo "Install one (Debian: apt-get install python3 python3-venv), or name it: make PYTHON=/path/to/python3.11" >&2; \
		exit 1; \
	fi; \
	echo "Making .venv with $$($$found -V)."; \
	$$found -m venv .venv
	@touch $@

$(STAMP)-runtime: requirements.lock | $(STAMP)-venv
	@echo "Installing the locked dependencies."
	@$(PIP) install --quiet --require-hashes -r $<
	@touch $@

$(STAMP)-dev: requirements-dev.lock $(STAMP)-runtime
	@echo "Installing what the tests need."
	@$(PIP) install --quiet --require-hashes -r $<
	@touch $@

# Built by the locked setuptools in .venv: with isolation pip would fetch another, unlocked.
$(STAMP)-project: pyproject.toml $(STAMP)-runtime
	@$(PIP) install --quiet --no-deps --no-build-isolation --no-index --editable .
	@touch $@

# npm and the node it starts both come from .venv, whatever else the machine has.
$(STAMP)-npm: package.json package-lock.json .npmrc $(STAMP)-runtime
	@echo "Installing the locked npm packages."
	@PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --omit=dev --loglevel=error
	@touch $@

$(STAMP)-npm-dev: $(STAMP)-npm
	@echo "Installing the npm packages that the tests need."
	@PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --loglevel=error
	@touch $@

$(VENDOR)/pico.min.css: $(STAMP)-npm
	@mkdir -p $(VENDOR)
	@cp node_modules/@picocss/pico/css/pico.min.css $@

$(SCRIPTS): $(STAMP)-npm
	@mkdir -p $(VENDOR)
	@cp node_modules/htmx.org/dist/htmx.min.js $@

$(FONTS): $(STAMP)-npm
	@mkdir -p $(VENDOR)
	@cp node_modules/@fontsource/$(FONT)/files/$(@F) $@

$(PROCESSOR): $(STAMP)-npm
	@mkdir -p $(@D)
	@cp node_modules/citeproc/citeproc_commonjs.js $@

translations: install ## bring the catalogues of words up to date with templates and code
	@mkdir -p .cache
	@$(BIN)/pybabel --quiet extract --mapping catalogue/translations/babel.cfg \
		--no-location --sort-output --output-file .cache/messages.pot catalogue
	@$(BIN)/pybabel --quiet update --input-file .cache/messages.pot --output-dir catalogue/translations \
		--no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date

%.mo: %.po | $(STAMP)-runtime
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

gallery: install-dev ## take the pictures of README.md anew (needs Chromium)
	$(BIN)/python -m tests.gallery

lock: $(STAMP)-runtime ## resolve all dependencies anew and write the lock files
	@test -x $(LOCKER)/pip-compile || { \
		echo "Fetching pip-tools."; \
		$(BIN)/python -m venv .cache/lock && $(LOCKER)/python -m pip install --quiet pip-tools; }
	$(PIP_COMPILE) --upgrade --extra node --output-file requirements.lock pyproject.toml
	$(PIP_COMPILE) --upgrade --extra node --extra dev --constraint requirements.lock \
		--output-file requirements-dev.lock pyproject.toml
	PATH="$(CURDIR)/$(BIN):$$PATH" npm update --package-lock-only --loglevel=error

clean: ## remove what was made, except .venv and the state of the site
	rm -rf build dist *.egg-info node_modules $(VENDOR) $(dir $(PROCESSOR)) $(CATALOGS) .cache .coverage .coverage.* htmlcov \
		.hypothesis .mypy_cache .pytest_cache .ruff_cache $(STAMP)-npm $(STAMP)-npm-dev
	find catalogue index tests -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## remove .venv as well; the state in instance/ stays
	rm -rf .venv
