import { Certificate } from "pkijs";
import { LISTED, WIDTH, blocks, each, hex, issuers, signature, textOf, row } from "./answer.mjs";

export const name = "pkijs";

const CURVES = { "1.2.840.10045.3.1.7": 256, "1.3.132.0.34": 384, "1.3.132.0.35": 521 };
const bytesOf = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
const text = (name) => name.typesAndValues.map(({ type, value }) => `${type}=${value.valueBlock.value}`).join();

function keyOf({ subjectPublicKeyInfo: info }) {
  const key = info.parsedKey;
  if (!key || !("modulus" in key)) return `EC ${CURVES[info.algorithm.algorithmParams.valueBlock.toString()]}`;
  const modulus = key.modulus.valueBlock.valueHexView;
  const first = modulus.findIndex((byte) => byte !== 0);
  return `RSA ${(modulus.length - first) * 8 - Math.clz32(modulus[first]) + 24}`;
}

async function chain(input, at) {
  const ders = blocks(textOf(input)).map(bytesOf);
  const certificates = ders.map((der) => Certificate.fromBER(der));
  const above = issuers(certificates, (c) => text(c.subject), (c) => text(c.issuer));
  return each(certificates, WIDTH, async (certificate, n) => {
    const signed = await signature(above[n], (issuer) => certificate.verify(issuer));
    const sha256 = hex(await crypto.subtle.digest("SHA-256", ders[n]));
    const current = certificate.notBefore.value <= at && at <= certificate.notAfter.value;
    return row(sha256, keyOf(certificate), current, signed, LISTED.has(sha256));
  });
}

export async function run({ way, at }, input) {
  const moment = new Date(at);
  if (way !== "chains") return chain(input, moment);
  return (await each(input, WIDTH / 4, (one) => chain(one, moment))).flat();
}
