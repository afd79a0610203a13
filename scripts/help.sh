#!/usr/bin/env bash
# Lists the targets of the Makefile with their one-line description.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
echo "duoyuan: the targets of the Makefile"
awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $1, $2}' Makefile
