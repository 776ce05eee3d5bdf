// Generates any number of chains: a private root, an intermediate, and P-256 leaves. A leaf takes
// about fifty microseconds, so a hundred thousand certificates take seconds.
import { createHash, generateKeyPairSync, sign } from "node:crypto";

const length = (n) => (n < 128 ? [n] : n < 256 ? [0x81, n] : n < 65_536 ? [0x82, n >> 8, n & 255] : [0x83, n >> 16, (n >> 8) & 255, n & 255]);
const tlv = (tag, ...parts) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...length(body.length)]), body]);
};
const seq = (...parts) => tlv(0x30, ...parts);
const oid = (hex) => tlv(0x06, Buffer.from(hex, "hex"));
const ECDSA_SHA256 = seq(oid("2a8648ce3d040302"));
const name = (cn) => seq(tlv(0x31, seq(oid("550403"), tlv(0x0c, Buffer.from(cn)))));
const time = (date) => tlv(0x18, Buffer.from(`${date.toISOString().slice(0, 19).replace(/[-:T]/g, "")}Z`));
const extension = (id, critical, value) => seq(oid(id), ...(critical ? [tlv(0x01, Buffer.from([255]))] : []), tlv(0x04, value));

const keys = () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { privateKey, spki: publicKey.export({ type: "spki", format: "der" }) };
};

/** Builds a certificate as DER. */
function certificate({ subject, issuer, key, by, serial, from, until, ca = false, host }) {
  const id = createHash("sha1").update(String(serial)).update(subject).digest().subarray(0, 12);
  id[0] = (id[0] & 0x7f) | 1;
  const extensions = [
    extension("551d13", true, ca ? seq(tlv(0x01, Buffer.from([255]))) : seq()),
    extension("551d0f", true, tlv(0x03, Buffer.from(ca ? [1, 6] : [7, 128]))),
    ...(host ? [extension("551d11", false, seq(tlv(0x82, Buffer.from(host))))] : []),
  ];
  const tbs = seq(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))), tlv(0x02, id), ECDSA_SHA256, name(issuer), seq(time(from), time(until)), name(subject),
    key.spki, tlv(0xa3, seq(...extensions)),
  );
  return seq(tbs, ECDSA_SHA256, tlv(0x03, Buffer.from([0]), sign("sha256", tbs, by.privateKey)));
}

export const pem = (der) => `-----BEGIN CERTIFICATE-----\n${der.toString("base64").match(/.{1,64}/g).join("\n")}\n-----END CERTIFICATE-----\n`;

/** Creates a CA: root and intermediate as DER, and `leaf(number, { days })`, a server certificate that expires `days` after `at`. */
export function authority(label, at = new Date("2026-06-15T12:00:00Z")) {
  const [rootKey, caKey, leafKey] = [keys(), keys(), keys()];
  const span = { from: new Date("2020-01-01T00:00:00Z"), until: new Date("2040-01-01T00:00:00Z"), ca: true };
  const [rootName, caName] = [`${label} Root`, `${label} Intermediate`];
  const root = certificate({ subject: rootName, issuer: rootName, key: rootKey, by: rootKey, serial: 1, ...span });
  const intermediate = certificate({ subject: caName, issuer: rootName, key: caKey, by: rootKey, serial: 2, ...span });
  const leaf = (number, { days = 90 } = {}) => {
    const host = `server-${String(number).padStart(6, "0")}.example`;
    const until = new Date(at.getTime() + days * 86_400_000);
    return certificate({ subject: host, issuer: caName, key: leafKey, by: caKey, serial: number, from: span.from, until, host });
  };
  return { root, intermediate, leaf };
}
