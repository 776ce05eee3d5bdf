#!/usr/bin/env bash
# Creates the seeds of every target from the tests' fixtures in fuzz/seeds/TARGET. They are not
# committed; the corpora are.
set -euo pipefail
cd "$(dirname "$0")"
fixtures=../tests/fixtures
rm -rf seeds
mkdir -p seeds/{ingest,pkcs7,certificate,validate,containers,link}
small() { find "$@" -type f -size -40k ! -name '*.sh' ! -name 'README.md'; }

small $fixtures/ingest $fixtures/made $fixtures/real | while read -r file; do
    cp "$file" "seeds/ingest/$(basename "$(dirname "$file")")-$(basename "$file")"
    { printf '\x40\x00'; cat "$file"; } >"seeds/validate/$(basename "$(dirname "$file")")-$(basename "$file")"
done
for file in "$fixtures"/made/*.pem "$fixtures"/real/*.pem "$fixtures"/ingest/chain.pem; do
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
# Share links as the tests build them: the test writes into the folder SHARE_SEEDS.
SHARE_SEEDS="$PWD/seeds/link" cargo test --quiet --manifest-path ../Cargo.toml --test native -- --ignored --exact share::seeds::write
