#!/usr/bin/env bash
# Runs everything CI runs, step by step; the last line counts the steps. With KEEP_GOING=1 a failure does not stop it.
set -euo pipefail
echo 'test: setting up what is missing, running everything CI runs'
# shellcheck source=scripts/tools.sh
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

# The engines are compiled beside the next steps: the optimiser and the longest tests keep one core busy each.
set_up() {
  need_all wasm_target wasm_bindgen wasm_pack node chromium firefox geckodriver webkit fonts poppler browser_packages \
    build_packages || return
  mkdir -p target/test
  set -m # A process group of its own, so that it can be ended with all that it has started.
  { bash scripts/wasm.sh && bash scripts/wasm.sh player; } >target/test/engines.log 2>&1 &
  set +m
  engines=$!
  trap 'kill -- "-$engines" 2>/dev/null || true' EXIT
}
check() { make check; }
native_tests() { cargo test --features cli; }
# What is published must have all its files, and its documentation no warning. `make test-long` also builds the package alone.
package() {
  cargo package --quiet --allow-dirty --no-verify &&
    RUSTDOCFLAGS=-Dwarnings cargo doc --quiet --no-deps --features cli
}
# tests/webdriver.json has the browsers' settings. The runner takes the first driver that the environment names: none, so that
# wasm-pack names the one that is asked for.
wasm_tests() {
  env -u CHROMEDRIVER -u GECKODRIVER -u SAFARIDRIVER WASM_BINDGEN_TEST_TIMEOUT=120 WASM_BINDGEN_TEST_DRIVER_TIMEOUT=30 \
    wasm-pack test --headless "$1" --mode no-install
}
wasm_tests_chromium() { wasm_tests --chrome; }
wasm_tests_firefox() { wasm_tests --firefox; }
site() {
  wait "${engines:-none}" || { cat target/test/engines.log && return 1; }
  make build
}
# Refuses a story that has become heavier; `make bench` says what it is made of.
bytes() { node tests/bench/bytes.mjs --check && node --test --test-reporter=dot tests/bench/*.test.mjs; }
browser_tests() { node tests/browser/run.mjs; }

steps=(
  'set_up: the tools'
  'check: make check'
  'native_tests: cargo test'
  'package: cargo package and cargo doc'
  'wasm_tests_chromium: wasm-pack test in Chromium'
  'wasm_tests_firefox: wasm-pack test in Firefox'
  'site: make build'
  'bytes: what a reader fetches, and that its check can fail'
  'browser_tests: the pages in the browsers'
)
number=0 failed=()
for step in "${steps[@]}"; do
  [ "${#failed[@]}" = 0 ] || [ "${KEEP_GOING:-0}" = 1 ] || break
  title=${step#*: } number=$((number + 1)) started=$SECONDS word=passed
  say "[$number/${#steps[@]}] $title"
  # As a condition, so that a failure does not end the script: its commands are joined by && for the same reason.
  "${step%%: *}" || { word="FAILED (status $?)" && failed+=("$title"); }
  say "[$number/${#steps[@]}] $word in $((SECONDS - started)) s: $title"
done
for title in ${failed[@]+"${failed[@]}"}; do say "failed: $title"; done
left=$((${#steps[@]} - number))
[ "$left" = 0 ] || say "steps not run after the failure (KEEP_GOING=1 runs them): $left"
say "$((number - ${#failed[@]})) passed, ${#failed[@]} failed"
[ "${#failed[@]}" = 0 ]
