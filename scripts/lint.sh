#!/usr/bin/env bash
# Format and lint of the page's JavaScript. `lint.sh --write` mends what can be mended.
set -euo pipefail
# shellcheck source=scripts/tools.sh
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

need_all node build_packages
biome=scripts/site/node_modules/.bin/biome
if [ "${1:-}" = --write ]; then
  "$biome" check --config-path=scripts --write www
else
  "$biome" check --colors=off --config-path=scripts --max-diagnostics=100 --error-on-warnings www
fi
