#!/usr/bin/env bash
# Writes target/assets/, the engines, scripts and styles that `duoyuan build` puts into every site, and target/npm/, the
# npm package. This needs Node; the command duoyuan does not. Bundling is skipped where nothing that it reads has changed.
set -euo pipefail
# shellcheck source=scripts/tools.sh
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

need_all node build_packages
bash scripts/wasm.sh
bash scripts/wasm.sh player
stamp=target/assets.stamp
inputs=$(find www scripts/site data/grammar data/charts data/karamay src/editor/example target/site README.md LICENSE \
  Cargo.toml -name node_modules -prune -o -type f -print0 | sort -z | xargs -0 cksum | cksum)
if [ -s target/assets/icon.svg ] && [ -s target/npm/LICENSE ] && [ "$(cat "$stamp" 2>/dev/null)" = "$inputs" ]; then exit 0; fi
rm -f "$stamp"
node scripts/site/assets.mjs "$root/target/assets" "$root/target/npm"
printf '%s\n' "$inputs" >"$stamp"
say "assets: target/assets has $(find target/assets -type f | wc -l | tr -d ' ') files, $(du -sk target/assets | awk '{print $1}') KiB"
