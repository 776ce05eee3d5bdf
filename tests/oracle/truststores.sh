#!/usr/bin/env bash
# Makes the truststores in tests/fixtures/truststores with keytool and openssl: a root, a trusted
# server certificate, a trusted intermediate, an expired root, a version 1 root, PKCS#12 with and
# without Oracle's attribute, key entries, and a listing of keytool. The keys are made anew and are
# thrown away, except those that the stores contain to test that they are ignored.
set -euo pipefail
cd "$(dirname "$0")/../fixtures/truststores"
keytool=${JAVA_HOME:+$JAVA_HOME/bin/}keytool
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -f ./*.pem ./*.p12 ./*.jks ./*.txt

key() { openssl ecparam -name prime256v1 -genkey -noout -out "$work/$1.key"; }
root() { # NAME SUBJECT DAYS-FROM DAYS-TO
    key "$1"
    openssl req -new -x509 -key "$work/$1.key" -subj "/CN=$2" -days 3650 -sha256 -out "$work/$1.pem" \
        -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign
}
signed() { # NAME SUBJECT ISSUER EXTENSIONS
    key "$1"
    openssl req -new -key "$work/$1.key" -subj "/CN=$2" -out "$work/$1.csr"
    printf '%s\n' "$4" >"$work/$1.ext"
    openssl x509 -req -in "$work/$1.csr" -CA "$work/$3.pem" -CAkey "$work/$3.key" -CAcreateserial -days 3650 -sha256 \
        -extfile "$work/$1.ext" -out "$work/$1.pem" 2>/dev/null
}
ca='basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign'
server='basicConstraints=CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=serverAuth
subjectAltName=DNS:server.example'

root root "Truststore test root"
signed intermediate "Truststore test intermediate" root "$ca"
signed server "server.example" intermediate "$server"
root other "Another test root"
# An expired root: valid on one day of 2020 only.
key old
openssl req -new -key "$work/old.key" -subj "/CN=Expired test root" -out "$work/old.csr"
printf '%s\n' "$ca" >"$work/old.ext"
mkdir "$work/ca"
: >"$work/ca/index.txt"
echo 01 >"$work/ca/serial"
printf '[ca]\ndefault_ca=a\n[a]\ndatabase=%s/ca/index.txt\nserial=%s/ca/serial\nnew_certs_dir=%s/ca\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n' "$work" "$work" "$work" >"$work/ca.conf"
openssl ca -batch -config "$work/ca.conf" -selfsign -keyfile "$work/old.key" -in "$work/old.csr" -extfile "$work/old.ext" \
    -startdate 20200101000000Z -enddate 20200102000000Z -notext -out "$work/old.pem" 2>/dev/null
signed under-old "server.example" old "$server"
# A version 1 root: without extensions.
key v1
openssl req -new -key "$work/v1.key" -subj "/CN=Version 1 test root" -out "$work/v1.csr"
openssl x509 -req -in "$work/v1.csr" -signkey "$work/v1.key" -days 3650 -sha256 -out "$work/v1.pem" 2>/dev/null
signed under-v1 "server.example" v1 "$server"

import() { # STORE TYPE ALIAS CERTIFICATE
    "$keytool" -importcert -noprompt -keystore "$1" -storetype "$2" -storepass changeit -alias "$3" -file "$work/$4.pem" 2>/dev/null
}
import root.p12 PKCS12 root root
import root.jks JKS root root
import intermediate.p12 PKCS12 intermediate intermediate
import server.jks JKS server server
import expired.p12 PKCS12 old old
import v1.jks JKS v1 v1
import several.p12 PKCS12 root root
import several.p12 PKCS12 other other
"$keytool" -list -rfc -keystore several.p12 -storepass changeit >listing.txt 2>/dev/null
# openssl: without the attribute, Java ignores the certificates.
openssl pkcs12 -export -nokeys -in "$work/root.pem" -passout pass:changeit -out untrusted.p12
openssl pkcs12 -export -nokeys -jdktrust anyExtendedKeyUsage -in "$work/root.pem" -passout pass:changeit -out jdktrust.p12 2>/dev/null ||
    rm -f jdktrust.p12
# A key with its chain: Java trusts the first certificate only.
cat "$work/intermediate.pem" "$work/root.pem" >"$work/chain.pem"
openssl pkcs12 -export -inkey "$work/server.key" -in "$work/server.pem" -certfile "$work/chain.pem" -name server \
    -passout pass:changeit -out key.p12
"$keytool" -importkeystore -srckeystore key.p12 -srcstorepass changeit -destkeystore key.jks -deststoretype JKS \
    -deststorepass changeit 2>/dev/null
"$keytool" -list -rfc -keystore key.jks -storepass changeit >key-listing.txt 2>/dev/null
# The intermediate's key: Java trusts the intermediate, which ends the path.
openssl pkcs12 -export -inkey "$work/intermediate.key" -in "$work/intermediate.pem" -certfile "$work/root.pem" -name ca \
    -passout pass:changeit -out ca-key.p12
cat "$work/root.pem" "$work/other.pem" >bundle.pem
cat "$work/server.pem" "$work/intermediate.pem" >chain.pem
cp "$work/server.pem" alone.pem
cp "$work/under-old.pem" under-expired.pem
cp "$work/under-v1.pem" under-v1.pem
