#!/usr/bin/env bash
# Draws the pictures that lie in static/ anew: the icons of the installed page and the card of link previews.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

ready test
cd "$ROOT"
node scripts/pictures.mjs
