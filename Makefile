# The only entry: what a developer types, CI types too. `make help` lists the targets.
.DEFAULT_GOAL := build
.PHONY: build run test check system conformance image container budgets pack snapshots coverage bench format lint clean help install-clients

# Debug carries the assertions that tests should meet; Release is what users run.
CONFIGURATION ?= Debug
# The worlds that `make run` loads; `make run FIXTURES=` loads none.
FIXTURES ?= sms chime connect
SERVER := artifacts/bin/Emulator.Server/release/cloudwatch-emulator

SUITES ?= unit examples system conformance

export DOTNET_CLI_TELEMETRY_OPTOUT = 1
export DOTNET_NOLOGO = 1
export CONFIGURATION

build: ## Build everything (default)
	dotnet build Emulator.sln -c $(CONFIGURATION) --nologo -v quiet

run: ## Build and serve on http://127.0.0.1:4566 with the worlds in FIXTURES; options go in ARGS="--port 4567"
	dotnet build src/Emulator.Server -c Release --nologo -v quiet
	@exec $(SERVER) $(addprefix --fixture ,$(FIXTURES)) $(ARGS)

test: build install-clients ## Install what is missing, then run the suites; SUITES="unit system" picks some
	@tests/run $(SUITES)

check: lint ## What CI runs: lint and every suite, also those that publish the program and its image
	@$(MAKE) --no-print-directory test SUITES="$(SUITES) budgets container"

system: build ## The program as a process: crashes, damaged files, full disks
	@tests/run system

conformance: build install-clients ## The real clients against a running server
	@tests/run conformance

image: ## Build the container image; PLATFORM=linux/arm64 for another architecture
	@container/build

container: ## Build the image and test it; installs Podman where there is no container engine
	@tests/run container

budgets: build ## Publish the program and measure its start, memory and size
	@tests/run budgets

pack: ## Make the NuGet package for .NET tests in artifacts/packages
	dotnet pack src/Emulator.Server -c Release -o artifacts/packages --nologo -v quiet

snapshots: build ## Write anew what is generated: docs/coverage.md and the list of the public API
	UPDATE_SNAPSHOTS=1 artifacts/bin/Emulator.Tests/$(shell echo $(CONFIGURATION) | tr A-Z a-z)/Emulator.Tests --no-progress --filter-class "*CoverageTests" "*PublicApiTests"

coverage: snapshots

bench: ## Measure the server under load; ARGS="--seconds 5 put" picks workloads
	dotnet build src/Emulator.Server -c Release --nologo -v quiet
	dotnet run --project tests/Emulator.Benchmarks -c Release -- --product $(SERVER) $(ARGS)

format: ## Format the sources
	dotnet tool restore
	dotnet csharpier format .

lint: ## Check formatting and scripts
	dotnet tool restore
	dotnet csharpier check .
	for script in tests/clients/install tests/clients/container/run container/engine container/build container/stand-ins; do sh -n $$script || exit 1; done
	bash -n .ci/run

install-clients:
	@tests/clients/install

clean: ## Remove everything that was built or installed here
	rm -rf artifacts tests/clients/*/node_modules

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
