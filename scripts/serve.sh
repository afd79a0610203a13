#!/usr/bin/env bash
# Serves the story with live reload. Needs no browser and no node.
set -euo pipefail
echo "serve: setting up what is missing, building, serving data/karamay with live reload (stop with Ctrl-C)"
# shellcheck source=scripts/tools.sh
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

WASM_OPT=optional bash scripts/wasm.sh
say 'serve: compiling the server'
# The development build: no link-time optimisation to wait for at the first start, and the same as in `make test`.
exec cargo run --quiet --features cli --bin duoyuan -- \
  serve data/karamay --site target/site --www www --port "${PORT:-8080}"
