import "reflect-metadata";
import { PemConverter, X509Certificate } from "@peculiar/x509";
import { LISTED, WIDTH, each, hex, issuers, signature, textOf, row } from "./answer.mjs";

export const name = "@peculiar/x509";

const keyOf = ({ algorithm }) =>
  algorithm.name === "EC" || algorithm.name === "ECDSA"
    ? `EC ${algorithm.namedCurve.slice(2)}`
    : `RSA ${algorithm.modulusLength}`;

async function chain(input, at) {
  const certificates = PemConverter.decode(textOf(input)).map((der) => new X509Certificate(der));
  const above = issuers(certificates, (c) => c.subject, (c) => c.issuer);
  return each(certificates, WIDTH, async (certificate, n) => {
    const verifies = (issuer) => certificate.verify({ publicKey: issuer, signatureOnly: true });
    const signed = await signature(above[n], verifies);
    const sha256 = hex(await crypto.subtle.digest("SHA-256", certificate.rawData));
    const current = certificate.notBefore <= at && at <= certificate.notAfter;
    return row(sha256, keyOf(certificate.publicKey), current, signed, LISTED.has(sha256));
  });
}

export async function run({ way, at }, input) {
  const moment = new Date(at);
  if (way !== "chains") return chain(input, moment);
  return (await each(input, WIDTH / 4, (one) => chain(one, moment))).flat();
}
