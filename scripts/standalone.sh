#!/usr/bin/env bash
# Packs dist/ into one HTML file that works from disk, dist/sslengine-doctor.html, with its SHA-256 beside it.
# Where there is no dist/ it is built first.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

cd "$ROOT"
if [ ! -f dist/index.html ]; then exec "$ROOT/scripts/dist.sh"; fi # which ends here
ready page
say "Packing dist/ into one file"
node scripts/standalone.mjs dist
