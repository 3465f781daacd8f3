# Thin lines that call plain commands; each can be typed by hand as it stands.
SHELL := /bin/bash
PYTHON := .venv/bin/python
unexport PYTHONDONTWRITEBYTECODE PYTHONPATH PYTHONHOME

.PHONY: run test check bench screenshots package setup lock

run: ## opens the desk with a demo round; without a display runs the main job and takes pictures
	@tools/setup.sh window
	@tools/run.sh

test: ## the whole test suite; COVERAGE=1 measures what it reaches
	@tools/setup.sh window test
	@tools/test.sh

check: ## style, types, directions of import, and the exported PDF files
	@tools/setup.sh window $(if $(wildcard ../shared/tools/verapdf),check)
	@tools/check.sh

bench: ## the table of speeds
	@tools/setup.sh window
	@$(PYTHON) -m tests.bench

screenshots: ## pictures of every page into build/screenshots/
	@tools/setup.sh window
	@$(PYTHON) -m tests.screenshots

package: ## a wheel into build/dist/
	@tools/setup.sh
	@$(PYTHON) -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir build/dist .

setup: ## .venv, fonts and the libraries a window needs
	@tools/setup.sh window

lock: ## requirements.lock anew from pyproject.toml; needs uv
	@tools/lock.sh
