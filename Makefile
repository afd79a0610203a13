# Each target says what it does; the scripts of scripts/ set up the tools that are missing.
.PHONY: help serve check test test-long assets install build bench fuzz golden sheets audit clean
.DEFAULT_GOAL := help
# scripts/tools.sh is written for bash; make's own shell is another one on Debian.
SHELL := bash
# A shell opened before rustup was installed does not know its folder yet.
export PATH := $(PATH):$(HOME)/.cargo/bin

help: ## this list
	@echo "duoyuan: the targets of the Makefile"
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' Makefile

serve: ## set up what is missing, build, serve the story with live reload, the editor at /editor/ (PORT, default 8080)
	@bash scripts/wasm.sh
	@. scripts/tools.sh && need_all node build_packages && node scripts/site/editor.mjs target/site
	@echo 'compiling the server; stop it with Ctrl-C'
	@cargo run --quiet --features cli --bin duoyuan -- \
	  serve data/karamay --site target/site --www www --port $(or $(PORT),8080)

# Clippy three times: for the command line, for the author's engine and for the reader's engine, which have different code.
check: ## the inner loop, under a minute once all is built: format, lints, unit tests
	cargo fmt --check
	cargo clippy --quiet --all-targets --features cli -- -D warnings
	cargo clippy --quiet --lib --target wasm32-unknown-unknown -- -D warnings
	cargo clippy --quiet --lib --target wasm32-unknown-unknown --no-default-features -- -D warnings
	cargo test --quiet --lib --features cli
	bash scripts/lint.sh

test: ## set up what is missing, run everything CI runs (KEEP_GOING=1: go on after a failure)
	@bash scripts/test.sh

test-long: ## the tests that take an hour: audit, two clean builds, load, leaks, sizes, random walks in three engines
	@bash scripts/test-long.sh

assets: ## the scripts, styles and engines of published sites, in target/assets; the npm package, in target/npm
	@bash scripts/assets.sh

install: assets ## the command `duoyuan` with these assets inside: one file that publishes, anywhere
	cargo install --path . --locked --profile tool --features assets --bin duoyuan

# oEmbed answers, share cards and canonical links need whole addresses.
build: assets ## the static site of data/karamay in dist/, for SITE (https://…)
	cargo run --quiet --features cli --bin duoyuan -- \
	  build data/karamay -o dist --inline --editor --base $(or $(SITE:/=),https://example.org/duoyuan)/

bench: ## the benchmark table
	@bash tests/bench/run.sh

fuzz: ## random bytes into stories, CSV, layout and frames, FUZZ_SECONDS each (default 60; needs nightly Rust)
	@bash scripts/fuzz.sh

golden: ## rewrite the golden pictures, the schema and what www/ shares with Rust; look at the difference before you commit
	UPDATE_GOLDEN=1 cargo test --features cli --test tests -- golden:: reading:: schema:: shared::

sheets: ## contact sheets of all chapters in target/sheets, to look at; needs the built engines and Chromium
	node tests/browser/sheets.mjs target/sheets

audit: ## licences, origins and known holes of all crates
	@bash scripts/audit.sh

clean: ## remove what the other targets made here (tools stay in the cache folder)
	rm -rf target dist tests/browser/node_modules tests/bench/node_modules scripts/site/node_modules
