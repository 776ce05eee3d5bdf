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
cp "$real/private-wpt.pem" private-ca.pem

# The leaf, the topmost certificate, the leaf once more, then the rest.
awk 'BEGIN { RS = "-----END CERTIFICATE-----\n" } NF { block[++n] = $0 RS } END { printf "%s%s%s", block[1], block[n], block[1]; for (i = 2; i < n; i++) printf "%s", block[i] }' \
  "$real/crates-io.pem" >wrong-order.pem

# Made once, like self-signed.pem: a new key every time would change what links hold.
if [ ! -f default-certificate.pem ]; then
  openssl req -x509 -newkey rsa:2048 -nodes -keyout /dev/null -days 365 -not_before 20260101000000Z -not_after 20270101000000Z \
    -subj '/O=Acme Co/CN=Kubernetes Ingress Controller Fake Certificate' -addext 'subjectAltName=DNS:ingress.local' \
    -addext 'basicConstraints=critical,CA:FALSE' -out default-certificate.pem
fi
