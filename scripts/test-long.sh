#!/usr/bin/env bash
# The long runs, for the night: the sample nginx configuration under load, the crate's package and documentation, two clean builds of the engines, 500 mounts, 2,000 changes, 200 sizes, random walks of 10,000 steps in three engines. SEED walks a walk again.
set -euo pipefail
echo "test-long: setting up what is missing, building, running what takes long"
# shellcheck source=scripts/tools.sh
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

need_all node chromium firefox webkit geckodriver fonts browser_packages nginx
# What is published must build from its own files, and its documentation without a warning.
cargo package --allow-dirty
RUSTDOCFLAGS=-Dwarnings cargo doc --no-deps --features cli
bash scripts/same-twice.sh
bash scripts/build.sh
NGINX=$nginx WRK=$wrk node tests/load/nginx.mjs
CHROMIUM=$chromium FIREFOX=$firefox GECKODRIVER=$geckodriver WEBKIT=$webkit WEBKITDRIVER=$webkitdriver LONG=1 node tests/browser/run.mjs "${@:-long:}"
