#!/usr/bin/env bash
# Writes target/assets/: the engines, scripts and styles that `duoyuan build` puts into every site. Needs Node; the command does not.
set -euo pipefail
# shellcheck source=scripts/tools.sh
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

need_all node build_packages
bash scripts/wasm.sh
bash scripts/wasm.sh player
node scripts/site/assets.mjs "$root/target/assets"
say "assets: target/assets has $(find target/assets -type f | wc -l | tr -d ' ') files, $(du -sk target/assets | awk '{print $1}') KiB"
