# Everything is set up in .venv; nothing is installed into the system's Python.
PYTHON ?= python3
BIN := .venv/bin
MESH := examples/mesh

.PHONY: demo test check servers schema clean

demo: .venv/installed
	@$(BIN)/kubectl-inject -R -f examples/bookinfo --inject-config-file $(MESH)/inject-config.yaml \
		--values-file $(MESH)/values.json --mesh-config-file $(MESH)/mesh.yaml

test: .venv/installed servers
	$(BIN)/pytest -n auto --dist loadgroup

check: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The servers that tests run against, built once with Go, and kept outside the repository.
servers:
	@$(PYTHON) -m tests.cluster.server_binaries

# The tables of field names and types, from Kubernetes' and Istio's own Go modules.
schema:
	cd tools/schema && go run . kubernetes > ../../kubectl_inject/kubernetes/types_table.py
	cd tools/schema && go run . mesh > ../../kubectl_inject/config/mesh_types_table.py

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
