#!/usr/bin/env bash
# Runs everything CI runs, step by step; the last line counts the steps. With KEEP_GOING=1 a failure does not stop it.
set -euo pipefail
echo "test: setting up what is missing, running everything CI runs"
# shellcheck source=scripts/tools.sh
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

# --- the steps --------------------------------------------------------------------------------------------------

set_up() {
  need_all rust rustfmt_and_clippy cargo_deny wasm_target wasm_bindgen wasm_pack wasm_opt node chromium firefox geckodriver fonts poppler webkit
}

format() { cargo fmt --check; }
# Three times: the first does not see the code that is only for the browser, the second not what only the reader's engine has.
lints() {
  cargo clippy --all-targets --features cli -- -D warnings
  cargo clippy --lib --target "$wasm_target" -- -D warnings
  cargo clippy --lib --target "$wasm_target" --no-default-features -- -D warnings
}
# Seen to fail: with a licence less in deny.toml, one too many, a second version unlisted, a crate banned, no registry allowed.
dependencies() {
  need_cargo_deny
  mkdir -p target
  # Not offline: a new machine has only the crates that it compiles.
  "$cargo_deny" --locked check --config scripts/deny.toml licenses bans sources
  if "$cargo_deny" fetch --config scripts/deny.toml all >target/advisories.log 2>&1; then
    "$cargo_deny" --locked check --config scripts/deny.toml --disable-fetch advisories
  else
    say 'known holes (RustSec) NOT checked: their database cannot be fetched here'
  fi
}
# What is published must have all its files, and its documentation no warning. `make test-long` also builds the package alone.
package() {
  cargo package --quiet --allow-dirty --no-verify
  RUSTDOCFLAGS=-Dwarnings cargo doc --quiet --no-deps --features cli
}
native_tests() { cargo test --features cli; }
# The full run is `make fuzz`.
fuzz() {
  if can_fuzz; then bash scripts/fuzz.sh 10; else say 'no nightly Rust here: tests/fuzz.rs has tried the same properties'; fi
}
story() { cargo run --quiet --features cli --bin duoyuan -- check data/karamay/story.json; }

# The test runner reads the browser's settings from a file. One file for each browser: geckodriver refuses what it
# does not know. Without a sandbox, as Chromium has none for root, and without the calls home that only slow it down.
wasm_tests_chromium() {
  need_all wasm_bindgen wasm_pack chromium
  mkdir -p target/webdriver
  cat >target/webdriver/chromium.json <<JSON
{"goog:chromeOptions": {"binary": "$chromium", "args": ["--headless=new", "--no-sandbox", "--disable-gpu",
  "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync"]}}
JSON
  wasm_tests chromium --chrome --chromedriver "$chromedriver"
}

wasm_tests_firefox() {
  need_all wasm_bindgen wasm_pack firefox geckodriver
  mkdir -p target/webdriver
  printf '{"moz:firefoxOptions": {"binary": "%s"}}\n' "$firefox" >target/webdriver/firefox.json
  wasm_tests firefox --firefox --geckodriver "$geckodriver"
}

# wasm_tests NAME FLAG… ; the runner takes the first driver that the environment names, so only ours may be named.
wasm_tests() {
  local name=$1
  shift
  env -u CHROMEDRIVER -u GECKODRIVER -u SAFARIDRIVER \
    WASM_BINDGEN_TEST_WEBDRIVER_JSON="$root/target/webdriver/$name.json" \
    WASM_BINDGEN_TEST_TIMEOUT="${WASM_BINDGEN_TEST_TIMEOUT:-120}" \
    WASM_BINDGEN_TEST_DRIVER_TIMEOUT="${WASM_BINDGEN_TEST_DRIVER_TIMEOUT:-30}" \
    "$wasm_pack" test --headless "$@" --mode no-install . --test web
}

page_wasm() { bash scripts/wasm.sh; }

browser_packages() { need_browser_packages; }
site() { bash scripts/build.sh; }

browser_tests() {
  need_all node chromium firefox webkit geckodriver
  CHROMIUM=$chromium FIREFOX=$firefox GECKODRIVER=$geckodriver WEBKIT=$webkit WEBKITDRIVER=$webkitdriver node tests/browser/run.mjs
}

# Refuses a story that has become heavier; `make bench` says what it is made of.
bytes() {
  need_all node chromium
  CHROMIUM=$chromium node tests/bench/bytes.mjs --check
  CHROMIUM=$chromium node --test --test-reporter=dot tests/bench/*.test.mjs
}

# --- running them -----------------------------------------------------------------------------------------------

steps=(
  'set_up: the tools'
  'format: cargo fmt --check'
  'lints: cargo clippy'
  'dependencies: cargo deny check'
  'native_tests: cargo test'
  'package: cargo package and cargo doc'
  'fuzz: the fuzz targets, 10 s each'
  'story: duoyuan check data/karamay/story.json'
  'wasm_tests_chromium: wasm-pack test in Chromium'
  'wasm_tests_firefox: wasm-pack test in Firefox'
  'page_wasm: the WASM of the page'
  'browser_packages: npm ci in tests/browser'
  'site: make build'
  'bytes: what a reader fetches, and that its check can fail'
  'browser_tests: the pages in the browsers'
)
total=${#steps[@]} number=0 passed=0 failed=0 not_run='' failures=''

for step in "${steps[@]}"; do
  number=$((number + 1))
  run=${step%%: *} title=${step#*: }
  if [ "$failed" -gt 0 ] && [ "${KEEP_GOING:-0}" != 1 ]; then
    not_run="$not_run, $title"
    continue
  fi
  say "[$number/$total] $title"
  started=$SECONDS
  # The step is no condition of an `if` or `||`: bash would then ignore `set -e` inside it.
  set +e
  if [ "$run" = set_up ]; then
    # In this shell, so that the later steps know what it found out.
    set_up
    status=$?
  else
    (
      set -e
      "$run"
    )
    status=$?
  fi
  set -e
  if [ "$status" = 0 ]; then
    passed=$((passed + 1))
    say "[$number/$total] passed in $((SECONDS - started)) s: $title"
  else
    failed=$((failed + 1))
    failures="$failures, $title"
    say "[$number/$total] FAILED in $((SECONDS - started)) s (status $status): $title"
  fi
done

[ -z "$failures" ] || say "failed: ${failures#, }"
[ -z "$not_run" ] || say "not run after the failure (KEEP_GOING=1 runs them): ${not_run#, }"
say "$passed passed, $failed failed"
[ "$failed" = 0 ]
