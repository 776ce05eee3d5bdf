import forge from "node-forge";
import { LISTED, issuers, textOf, row } from "./answer.mjs";

export const name = "node-forge";

function chain(input, at) {
  const ders = forge.pem.decode(textOf(input)).map(({ body }) => body);
  const certificates = ders.map((der) => forge.pki.certificateFromAsn1(forge.asn1.fromDer(der)));
  const above = issuers(certificates, (c) => c.subject.hash, (c) => c.issuer.hash);
  return certificates.map((certificate, n) => {
    const verifies = (issuer) => {
      try {
        return issuer.verify(certificate);
      } catch {
        return false;
      }
    };
    const signed = above[n].length === 0 ? "none" : above[n].some(verifies) ? "valid" : "invalid";
    const sha256 = forge.md.sha256.create().update(ders[n]).digest().toHex();
    const { notBefore, notAfter } = certificate.validity;
    const key = `RSA ${certificate.publicKey.n.bitLength()}`;
    return row(sha256, key, notBefore <= at && at <= notAfter, signed, LISTED.has(sha256));
  });
}

/** forge reads no EC keys: returns undefined if the input has one. */
export async function run({ way, at }, input) {
  const moment = new Date(at);
  try {
    return way === "chains" ? input.flatMap((one) => chain(one, moment)) : chain(input, moment);
  } catch (error) {
    if (String(error).includes("OID is not RSA")) return undefined;
    throw error;
  }
}
