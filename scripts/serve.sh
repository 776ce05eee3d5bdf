#!/usr/bin/env bash
# Installs missing tools, builds the release page and serves it on localhost. A changed source
# triggers a rebuild.
#   PORT=8080 scripts/serve.sh
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

PORT=${PORT:-8080}

ready page
cd "$ROOT"
# Trunk refuses to watch if a folder that it ignores (Trunk.toml) is missing.
mkdir -p dist pkg target
SSLENGINE_DOCTOR_DOCS=$(target_dir)/docs-site
export SSLENGINE_DOCTOR_DOCS
"$ROOT/scripts/docs.sh" "$SSLENGINE_DOCTOR_DOCS"
say "Building the page (a few minutes the first time), then serving it at http://localhost:$PORT/ - stop with Ctrl-C"
# No service worker: a reload must show the newest build. No autoreload: it needs an inline script,
# which the page's Content-Security-Policy forbids.
export SSLENGINE_DOCTOR_SERVICE_WORKER=no
run_trunk serve --release --no-autoreload --address 127.0.0.1 --port "$PORT" --public-url ./ --serve-base /
