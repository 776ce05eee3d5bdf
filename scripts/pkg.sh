#!/usr/bin/env bash
# Builds the npm package into pkg/: the library for wasm32, its JavaScript and TypeScript faces by wasm-bindgen,
# and the files that npm/ keeps by hand. The version is Cargo.toml's.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"

ready page
cd "$ROOT"
say "Building pkg/"
[ -f npm/package.json ] || die "npm/package.json is missing: it is what pkg/package.json is made from."

with_wasm_rust cargo build --lib --release --target "$WASM_TARGET" --no-default-features --features js-api,cli

rm -rf pkg
wasm-bindgen --target web --out-dir pkg --out-name sslengine_doctor \
  "$(target_dir)/$WASM_TARGET/release/sslengine_doctor.wasm"
wasm-opt -O3 -o pkg/optimised.wasm pkg/sslengine_doctor_bg.wasm
mv pkg/optimised.wasm pkg/sslengine_doctor_bg.wasm

if [ -f README.md ]; then cp README.md pkg/; fi
cp -R static/intermediates pkg/
cp LICENSE-MIT LICENSE-APACHE pkg/
cp -R npm/. pkg/ # npm/README.md, where there is one, takes the place of the project's
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
node -e '
  const fs = require("node:fs");
  const [file, version] = process.argv.slice(1);
  const manifest = JSON.parse(fs.readFileSync(file, "utf8"));
  fs.writeFileSync(file, JSON.stringify({ ...manifest, version }, null, 2) + "\n");
' pkg/package.json "$version"
note "pkg/: version $version, $(wc -c <pkg/sslengine_doctor_bg.wasm | tr -d ' ') bytes of wasm"
