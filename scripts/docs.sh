#!/usr/bin/env bash
# Makes the documentation's site out of docs/ and the program's own words:
#   scripts/docs.sh FOLDER
# Natively, whatever is built for wasm32: it runs here.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

[ $# -eq 1 ] || die "usage: scripts/docs.sh FOLDER"
case $1 in /*) folder=$1 ;; *) folder=$PWD/$1 ;; esac
cd "$ROOT"
say "Building the documentation"
cargo run --quiet --locked --example docs -- "$folder"
