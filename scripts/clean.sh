#!/usr/bin/env bash
# Removes what the other targets made in this folder. Tools in the cache folder stay.
set -euo pipefail
echo "clean: removing target, dist and the node_modules folders"
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rm -rf target dist tests/browser/node_modules tests/bench/node_modules scripts/site/node_modules
