#!/usr/bin/env bash
# Installs missing tools, builds the page for a first look and serves it on localhost. A changed
# source triggers a rebuild (scripts/serve.mjs).
#   PORT=8080 scripts/serve.sh
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

ready serve
cd "$ROOT"
say "Building the page (about two minutes the first time, seconds after that)"
with_wasm_rust node "$ROOT/scripts/serve.mjs" "$@"
