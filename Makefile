# The only entry: what a developer types, CI types too. `make help` lists the targets.
.DEFAULT_GOAL := build
.PHONY: build run test check system conformance bench format lint clean help install-clients

# Debug carries the assertions that tests should meet; Release is what users run.
CONFIGURATION ?= Debug
SERVER := artifacts/bin/Emulator.Server/release/cloudwatch-emulator

export DOTNET_CLI_TELEMETRY_OPTOUT = 1
export DOTNET_NOLOGO = 1
export CONFIGURATION

build: ## Build everything (default)
	dotnet build Emulator.sln -c $(CONFIGURATION) --nologo -v quiet

run: ## Build and serve on http://127.0.0.1:4566; options go in ARGS="--port 4567"
	dotnet build src/Emulator.Server -c Release --nologo -v quiet
	@exec $(SERVER) $(ARGS)

test: build install-clients ## Install what is missing, then run every suite
	@tests/run unit system conformance

check: lint test ## What CI runs: lint and every suite

system: build ## The program as a process: crashes, damaged files, full disks
	@tests/run system

conformance: build install-clients ## The real clients against a running server
	@tests/run conformance

bench: ## Measure the server under load; ARGS="--seconds 5 put" picks workloads
	dotnet build src/Emulator.Server -c Release --nologo -v quiet
	dotnet run --project tests/Emulator.Benchmarks -c Release -- --product $(SERVER) $(ARGS)

format: ## Format the sources
	dotnet tool restore
	dotnet csharpier format .

lint: ## Check formatting and scripts
	dotnet tool restore
	dotnet csharpier check .
	sh -n tests/clients/install
	bash -n .ci/run

install-clients:
	@tests/clients/install

clean: ## Remove everything that was built or installed here
	rm -rf artifacts tests/clients/js/node_modules

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
