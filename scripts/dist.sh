#!/usr/bin/env bash
# Builds the release page into dist/, then packs it into one file. Its links are relative, so it
# works under any path.
#   SSLENGINE_DOCTOR_URL=https://example.org/doctor/ scripts/dist.sh    sets the public address
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

ready page
cd "$ROOT"
SSLENGINE_DOCTOR_DOCS=$(target_dir)/docs-site
export SSLENGINE_DOCTOR_DOCS
"$ROOT/scripts/docs.sh" "$SSLENGINE_DOCTOR_DOCS"
if small_std; then
  say "Building dist/ with a standard library compiled for size"
else
  say "Building dist/ with the ordinary standard library"
fi
with_small_std run_trunk build --release --public-url ./ "$@"
"$ROOT/scripts/standalone.sh"
