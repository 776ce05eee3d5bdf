#!/usr/bin/env bash
# Creates the seeds of every target from the tests' fixtures in fuzz/seeds/TARGET. They are not
# committed; the corpora are.
set -euo pipefail
cd "$(dirname "$0")"
fixtures=../tests/fixtures
rm -rf seeds
mkdir -p seeds/{ingest,pkcs7,certificate,validate,containers,link,truststore,connect}
small() { find "$@" -type f -size -40k ! -name '*.sh' ! -name 'README.md'; }

small $fixtures/{ingest,made,real,findings,products,truststores} | while read -r file; do
    cp "$file" "seeds/ingest/$(basename "$(dirname "$file")")-$(basename "$file")"
    { printf '\x40\x00'; cat "$file"; } >"seeds/validate/$(basename "$(dirname "$file")")-$(basename "$file")"
done
for file in "$fixtures"/{made,real,findings,products,truststores}/*.pem "$fixtures"/ingest/chain.pem; do
    csplit --quiet --elide-empty-files --prefix=seeds/part- --suffix-format=%03d "$file" '/BEGIN CERTIFICATE/' '{*}'
    for part in seeds/part-*; do
        openssl x509 -in "$part" -outform DER -out "seeds/certificate/$(basename "$file" .pem)-${part##*-}.der" 2>/dev/null || true
    done
    rm -f seeds/part-*
done
for file in chain.p7b pkcs7.pem streamed-ber.p7s; do cp $fixtures/ingest/$file seeds/pkcs7/; done
openssl pkcs7 -in $fixtures/ingest/pkcs7.pem -outform DER -out seeds/pkcs7/pkcs7.der
for file in seeds/pkcs7/pkcs7.der seeds/pkcs7/streamed-ber.p7s; do tail -c +20 $file >"$file-inside"; done
if [ -d $fixtures/containers ]; then
    for file in $(small $fixtures/containers); do
        { printf '\x00'; cat "$file"; } >"seeds/containers/$(basename "$file")"
    done
fi
# A truststore of the user's: the first byte selects the form and the chain that is checked with it.
for file in $(small $fixtures/truststores $fixtures/containers) $fixtures/ingest/keytool-rfc.txt $fixtures/made/root.pem; do
    { printf '\x00'; cat "$file"; } >"seeds/truststore/$(basename "$file")"
done
{ printf '\x01'; tail -c +13 $fixtures/truststores/root.jks; } >seeds/truststore/root.jks-inside
# The output of `sslengine-doctor --connect`, as src/cli/pem.rs writes it, and other lines of it.
i=0
while IFS= read -r lines; do
    i=$((i + 1))
    for how in '\x00' '\x01'; do printf "$how%b" "$lines" >"seeds/connect/$i-${how#??}"; done
done <<'LINES'
a.example for a.example\nAddress 192.0.2.1:443 TLSv1.3 TLS_AES_256_GCM_SHA384\n
a.example:8443 for b.example\nAddress [2001:db8::1]:8443 TLSv1.2 TLS_RSA_WITH_AES_128_CBC_SHA\nThe server asks for a client certificate\n
a.example for a.example\nNo chain without the server name (SNI)\nAnother chain at the address 192.0.2.7:443 (b.example)\n
a.example for a.example\nThe server requires a client certificate\nAnother chain with TLS 1.2 only\nNo chain with TLS 1.3 only\n
192.0.2.1 for 192.0.2.1\nRead from the beginning of a handshake: TLSv1.0 TLS_RSA_WITH_3DES_EDE_CBC_SHA\nAnother chain without the server name (SNI) (Kubernetes Ingress Controller Fake Certificate)\n
LINES
# Share links as the tests build them: the test writes into the folder SHARE_SEEDS.
SHARE_SEEDS="$PWD/seeds/link" cargo test --quiet --manifest-path ../Cargo.toml --test native -- --ignored --exact share::seeds::write
