import jsrsasign from "jsrsasign";
import { LISTED, blocks, issuers, textOf, row } from "./answer.mjs";

export const name = "jsrsasign";

const { KJUR, X509, b64tohex, zulutodate } = jsrsasign;
const CURVES = { secp256r1: 256, secp384r1: 384, secp521r1: 521 };
const keyOf = (key) => (key.n ? `RSA ${key.n.bitLength()}` : `EC ${CURVES[key.curveName]}`);

function chain(input, at) {
  const certificates = blocks(textOf(input)).map((base64) => {
    const certificate = new X509();
    certificate.readCertHex(b64tohex(base64));
    return certificate;
  });
  const above = issuers(certificates, (c) => c.getSubjectHex(), (c) => c.getIssuerHex());
  return certificates.map((certificate, n) => {
    const verifies = (issuer) => certificate.verifySignature(issuer.getPublicKey());
    const signed = above[n].length === 0 ? "none" : above[n].some(verifies) ? "valid" : "invalid";
    const sha256 = KJUR.crypto.Util.hashHex(certificate.hex, "sha256");
    const current = zulutodate(certificate.getNotBefore()) <= at && at <= zulutodate(certificate.getNotAfter());
    return row(sha256, keyOf(certificate.getPublicKey()), current, signed, LISTED.has(sha256));
  });
}

export async function run({ way, at }, input) {
  const moment = new Date(at);
  return way === "chains" ? input.flatMap((one) => chain(one, moment)) : chain(input, moment);
}
