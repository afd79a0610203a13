#!/usr/bin/env bash
# Runs each fuzz target of tests/fuzz for some seconds (default 60) over its seeds; a crash is kept as a file and named.
# Needs a nightly compiler and cargo-fuzz; without them tests/fuzz.rs tries the same properties on random bytes.
set -euo pipefail
# shellcheck source=scripts/tools.sh
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

seconds=${1:-${FUZZ_SECONDS:-60}} work=$root/target/fuzz
echo "fuzz: each target for $seconds s"
need_all fuzz
export RUSTUP_TOOLCHAIN=nightly CARGO_TARGET_DIR=$work/target
for target in story csv layout frame; do
  # New finds go to the work folder, which is first; the seeds in the project are only read.
  seeds=("$work/corpus/$target" "tests/fuzz/seeds/$target")
  case $target in story | csv) seeds+=(tests/fixtures/hostile) ;; esac
  mkdir -p "$work/corpus/$target" "$work/artifacts/$target"
  say "fuzz: $target"
  cargo fuzz run --fuzz-dir tests/fuzz "$target" "${seeds[@]}" -- -max_total_time="$seconds" -timeout=2 -rss_limit_mb=2048 \
    -max_len=8192 -print_final_stats=1 -artifact_prefix="$work/artifacts/$target/" 2>"$work/$target.log" || {
    tail -n 30 "$work/$target.log" >&2
    say "fuzz: $target FAILED; the bytes are in target/fuzz/artifacts/$target. Keep them in tests/fuzz/seeds/$target." >&2
    exit 1
  }
  sed -n 's/^stat::number_of_executed_units: */  inputs tried: /p' "$work/$target.log"
done
say 'fuzz: nothing found'
