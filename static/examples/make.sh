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

# Made once: a new key every time would change what links hold.
if [ ! -f default-certificate.pem ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  touch "$work/index"
  printf '[ca]\ndefault_ca = it\n[it]\nnew_certs_dir = %s\ndatabase = %s/index\nrand_serial = yes\ndefault_md = sha256\npolicy = any\n[any]\ncommonName = supplied\norganizationName = optional\n[ext]\nbasicConstraints = critical, CA:FALSE\nsubjectAltName = DNS:ingress.local\n' \
    "$work" "$work" >"$work/ca.cnf"
  openssl req -new -newkey rsa:2048 -nodes -keyout "$work/key" -out "$work/csr" \
    -subj '/O=Acme Co/CN=Kubernetes Ingress Controller Fake Certificate' 2>/dev/null
  openssl ca -batch -notext -selfsign -config "$work/ca.cnf" -extensions ext -keyfile "$work/key" -in "$work/csr" \
    -startdate 20260101000000Z -enddate 20270101000000Z -out default-certificate.pem 2>/dev/null
fi
