#!/usr/bin/env bash
# Builds the release page into dist/. Its addresses are relative, so it works under any path, and from a folder.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

ready page
cd "$ROOT"
say "Building dist/"
run_trunk build --release --public-url ./ "$@"
