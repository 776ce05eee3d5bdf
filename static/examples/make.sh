#!/usr/bin/env bash
# Makes the examples of the page from the tests' chains; README.md says where those come from. Run it again after a change there.
set -euo pipefail
cd "$(dirname "$0")"
real=../../tests/fixtures/real
made=../../tests/fixtures/made

first() { sed '/-----END CERTIFICATE-----/q' "$1"; }

cp "$real/crates-io.pem" complete.pem
first "$real/crates-io.pem" >missing-intermediate.pem
cp "$real/amazon-expired.pem" expired.pem
cp "$real/amazon-rsa4096.pem" large-key.pem
cp "$made/self-signed.pem" self-signed.pem
