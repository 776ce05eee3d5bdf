#!/usr/bin/env bash
# Packs dist/ into one HTML file that works from disk, dist/sslengine-doctor.html, and writes its
# SHA-256 next to it. Builds dist/ first if it is missing.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

cd "$ROOT"
if [ ! -f dist/index.html ]; then exec "$ROOT/scripts/dist.sh"; fi # it calls this script again
ready page
say "Packing dist/ into one file"
node scripts/standalone.mjs dist
