#!/usr/bin/env bash
# Installs what is missing, builds the release page and serves it on this machine only; a changed source is built anew.
#   PORT=8080 scripts/serve.sh
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

PORT=${PORT:-8080}

ready page
cd "$ROOT"
# Trunk refuses to watch while a folder that it is to ignore (Trunk.toml) is missing.
mkdir -p dist pkg target
SSLENGINE_DOCTOR_DOCS=$(target_dir)/docs-site
export SSLENGINE_DOCTOR_DOCS
"$ROOT/scripts/docs.sh" "$SSLENGINE_DOCTOR_DOCS"
say "Building the page (a few minutes the first time); then it is at http://localhost:$PORT/ - Ctrl-C ends it"
# No service worker: a reload is to show the newest build. No autoreload: its script is inline, which the page's Content-Security-Policy forbids.
export SSLENGINE_DOCTOR_SERVICE_WORKER=no
run_trunk serve --release --no-autoreload --address 127.0.0.1 --port "$PORT" --public-url ./ --serve-base /
