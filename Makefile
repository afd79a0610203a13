# Each target says what it does and calls one script in scripts/; the scripts set up the tools that are missing.
.PHONY: help serve test test-long build bench fuzz golden clean
.DEFAULT_GOAL := help

help: ## this list
	@bash scripts/help.sh

serve: ## set up what is missing, build, serve the story with live reload (PORT, default 8080)
	@bash scripts/serve.sh

test: ## set up what is missing, run everything CI runs (KEEP_GOING=1: go on after a failure)
	@bash scripts/test.sh

test-long: ## what takes an hour: leaks, sizes, random walks of 10,000 steps in three engines
	@bash scripts/test-long.sh

build: ## the static site in dist/
	@bash scripts/build.sh

bench: ## the benchmark table
	@bash scripts/bench.sh

fuzz: ## random bytes into stories, CSV, layout and frames, FUZZ_SECONDS each (default 60; needs nightly Rust)
	@bash scripts/fuzz.sh

golden: ## rewrite the golden pictures (test never does)
	@bash scripts/golden.sh

clean: ## remove what the other targets made here (tools stay in the cache folder)
	@bash scripts/clean.sh
