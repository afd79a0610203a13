#!/usr/bin/env bash
# Removes what the other targets made in this folder. Tools in the cache folder stay.
set -euo pipefail
echo "clean: removing target, dist and tests/browser/node_modules"
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rm -rf target dist tests/browser/node_modules
