#!/usr/bin/env bash
# Checks all crates: their licences, crates in two versions, where they come from, and known holes (RustSec).
# Seen to fail: with one licence too few in deny.toml, or one too many; with a second version that is not listed; with a
# crate banned; with no registry allowed.
set -euo pipefail
# shellcheck source=scripts/tools.sh
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

need_all cargo_deny
# Not offline: a new machine has only the crates that it compiles.
cargo deny --locked check --config scripts/deny.toml licenses bans sources
if cargo deny fetch --config scripts/deny.toml all >/dev/null 2>&1; then
  cargo deny --locked check --config scripts/deny.toml --disable-fetch advisories
else
  say 'audit: known holes (RustSec) NOT checked: their database cannot be fetched here'
fi
