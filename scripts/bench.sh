#!/usr/bin/env bash
# Runs the benchmarks and prints their table.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if ! [ -f tests/bench/run.sh ]; then
  echo "bench: there is no tests/bench/run.sh, so there is nothing to measure" >&2
  exit 1
fi
echo "bench: running tests/bench/run.sh"
exec bash tests/bench/run.sh
