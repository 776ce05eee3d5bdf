#!/usr/bin/env bash
# Redraws the pictures in static/: the icons of the installed page and the card of link previews.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

ready test
cd "$ROOT"
node scripts/pictures.mjs
