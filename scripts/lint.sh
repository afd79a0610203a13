#!/usr/bin/env bash
# Checks format, lint and types of the page's JavaScript, and format and lint of the browser tests. `lint.sh --write`
# corrects what can be corrected.
set -euo pipefail
# shellcheck source=scripts/tools.sh
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

need_all node build_packages
programs=scripts/site/node_modules/.bin
# A copy of the engine's types is kept in www/, so that the scripts can be checked before anything has been built.
built=target/site/pkg/engine.d.ts kept=www/pkg/engine.d.ts
if [ "${1:-}" = --write ]; then
  "$programs/biome" check --config-path=scripts --write www tests/browser
  if [ -s "$built" ]; then cp "$built" "$kept"; fi
else
  "$programs/biome" check --colors=off --config-path=scripts --max-diagnostics=100 --error-on-warnings www tests/browser
  if [ -s "$built" ] && ! cmp -s "$built" "$kept"; then
    missing "the types of the last build in $kept" 'the engine has other functions now' 'bash scripts/lint.sh --write'
  fi
fi
"$programs/tsc" -p scripts/tsconfig.json
