# Everything is set up in .venv; nothing is installed into the system's Python.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test test-real check fuzz bench bytecode programs schema templates reference docs docs-serve release clean

demo: bytecode
	@$(BIN)/kubectl-inject -f examples/bookinfo

# What needs Python alone, and is soon done.
test: bytecode
	$(BIN)/pytest -n auto --dist loadgroup -m "not real and not slow"

# What needs real programs and servers, or takes long. The programs are built first, which takes minutes the first time.
test-real: bytecode .venv/release programs
	$(BIN)/pytest -n auto --dist loadgroup -m "real or slow"

check: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# What strangers might send to what reads it: MINUTES=1 for less, SEED=1 for the same again.
MINUTES ?= 10
fuzz: bytecode
	@$(BIN)/python -m tools.fuzz --minutes $(MINUTES) $(if $(SEED),--seed $(SEED))

# Speed and memory, as docs/performance.md has them.
bench: bytecode
	@$(BIN)/python -m bench

# The programs and servers that tests run, built once with Go, and kept outside the repository.
programs:
	@$(PYTHON) -m tools.real_programs

# The tables of field names and types, from Kubernetes' and Istio's own Go modules.
schema:
	cd tools/schema && go run . kubernetes > ../../kubectl_inject/kubernetes/schema/types_table.py
	cd tools/schema && go run . mesh > ../../kubectl_inject/mesh_config/types_table.py

# The built-in templates as Python, so that no program compiles them when it starts.
templates: .venv/installed
	$(BIN)/python -m tools.write_compiled

# The pages that are made of tables.
reference: .venv/installed
	$(BIN)/python -m tools.write_annotation_reference
	$(BIN)/python -m tools.write_warning_reference
	$(BIN)/python -m tools.write_command_reference
	$(BIN)/python -m tools.write_workload_kinds
	$(BIN)/python -m tools.write_licences

# The pages as a site, into site/.
docs: .venv/installed
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict

docs-serve: .venv/installed
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve

# All that a release consists of, into dist/: the same commit gives the same bytes. PREFIX=... is the folder of another
# Python for the self-contained archive.
release: .venv/release
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m tools.release "$(VERSION)" $(if $(PREFIX),--python "$(PREFIX)")

.venv/release: .venv/installed
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,release]'
	@touch $@

# The programs that an older pip writes take longer to start.
.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --upgrade pip
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

# Sources as Python's bytecode, so that programs start as fast the first time, and where they may not write it themselves.
bytecode: .venv/installed
	@$(BIN)/python -m compileall -q kubectl_inject kustomize_plugin helm_postrenderer bench

clean:
	rm -rf site .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
