.DEFAULT_GOAL := build

build: ## Build everything
	dotnet build Emulator.sln -c Release --nologo -v quiet

format: ## Format the sources
	dotnet tool restore
	dotnet csharpier format .

.PHONY: build format
