#!/usr/bin/env bash
# Rewrites the golden pictures in tests/golden and the schema in data/schema. Look at the difference before you keep it.
set -euo pipefail
echo "golden: rewriting the pictures in tests/golden"
# shellcheck source=scripts/tools.sh
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

need_rust
if ! [ -f tests/golden.rs ]; then
  echo "golden: there is no tests/golden.rs, so there is nothing to draw" >&2
  exit 1
fi
UPDATE_GOLDEN=1 cargo test --features cli --test golden --test reading --test schema
if has git; then git status --short tests/golden data/schema; fi
