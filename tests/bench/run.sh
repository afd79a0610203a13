#!/usr/bin/env bash
# Measures bytes, cold start, frames, scale, memory and native speed against the peers, and prints their table.
# BENCH_ONLY=bytes,frame measures some; BENCH_RUNS (5) says how often; WRITE=1 writes the result into tests/bench/README.md.
set -euo pipefail
# shellcheck source=scripts/tools.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/tools.sh"

need_all node chromium fonts browser_packages build_packages bench_packages
[ -f dist/manifest.json ] || make build
# Without twiggy the bench says that this table is left out.
if [[ ",${BENCH_ONLY:-bytes}," == *,bytes,* ]] && need_twiggy; then bash scripts/wasm.sh player names; fi
exec node tests/bench/run.mjs
