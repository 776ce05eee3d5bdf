// Creates the benchmark inputs in work/, once: real chains from Amazon with their roots, the roots
// from this Node's copy of Mozilla's list, and generated certificates. Dates are fixed. Keys are
// random, so fingerprints differ between machines; the measurements do not depend on them.
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { rootCertificates } from "node:tls";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
export const work = fileURLToPath(new URL("work/", import.meta.url));

// --- DER -----------------------------------------------------------------------------------------

function length(n) {
  if (n < 0x80) return [n];
  const lengthBytes = [];
  for (let rest = n; rest > 0; rest >>= 8) lengthBytes.unshift(rest & 0xff);
  return [0x80 | lengthBytes.length, ...lengthBytes];
}
function tlv(tag, ...parts) {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...length(content.length)]), content]);
}
const sequence = (...parts) => tlv(0x30, ...parts);
const octetString = (content) => tlv(0x04, content);
const bits = (content, unused = 0) => tlv(0x03, Buffer.from([unused]), content);
const yes = tlv(0x01, Buffer.from([0xff]));
const utf8 = (text) => tlv(0x0c, Buffer.from(text));
function oid(dotted) {
  const [first, second, ...rest] = dotted.split(".").map(Number);
  const out = [first * 40 + second];
  for (const arc of rest) {
    const septets = [arc & 0x7f];
    for (let left = arc >> 7; left > 0; left >>= 7) septets.unshift((left & 0x7f) | 0x80);
    out.push(...septets);
  }
  return tlv(0x06, Buffer.from(out));
}
const NULL = Buffer.from([5, 0]);
const ALGORITHMS = {
  rsa: sequence(oid("1.2.840.113549.1.1.11"), NULL),
  ec: sequence(oid("1.2.840.10045.4.3.2")),
};

// --- Certificates --------------------------------------------------------------------------------

const name = (...pairs) => sequence(...pairs.map(([type, value]) => tlv(0x31, sequence(oid(type), utf8(value)))));
const called = (commonName) => name(["2.5.4.10", "Example"], ["2.5.4.3", commonName]);
const time = (text) => tlv(0x17, Buffer.from(text));
const VALIDITY = sequence(time("260101000000Z"), time("270101000000Z"));
const extension = (type, critical, value) => sequence(oid(type), ...(critical ? [yes] : []), octetString(value));
const keyIdentifier = ({ spki }) => createHash("sha1").update(spki).digest();

function keyPair(kind) {
  const { publicKey, privateKey } =
    kind === "rsa" ? generateKeyPairSync("rsa", { modulusLength: 2048 }) : generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { kind, privateKey, spki: publicKey.export({ type: "spki", format: "der" }) };
}

let serial = 0x10000000;
function certificate({ subject, key, issuer, issuerKey, extensions }) {
  serial += 1;
  const number = Buffer.alloc(5);
  number.writeUInt32BE(serial, 1);
  number[0] = 0x51;
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, number),
    ALGORITHMS[issuerKey.kind],
    called(issuer),
    VALIDITY,
    called(subject),
    key.spki,
    tlv(0xa3, sequence(...extensions)),
  );
  const signature = sign("sha256", body, issuerKey.privateKey);
  return sequence(body, ALGORITHMS[issuerKey.kind], bits(signature));
}

const ca = (subject, key, issuer, issuerKey) => {
  const extensions = [
    extension("2.5.29.19", true, sequence(yes)),
    extension("2.5.29.15", true, bits(Buffer.from([0x06]), 1)),
    extension("2.5.29.14", false, octetString(keyIdentifier(key))),
    extension("2.5.29.35", false, sequence(tlv(0x80, keyIdentifier(issuerKey)))),
  ];
  return { name: subject, key, der: certificate({ subject, key, issuer, issuerKey, extensions }) };
};

/** `lean` omits optional extensions, so that 100,000 certificates stay below 64 MB. */
function leaf(host, key, issuer, lean) {
  const names = [host, `www.${host}`].map((dns) => tlv(0x82, Buffer.from(dns)));
  const shared = [extension("2.5.29.19", true, sequence()), extension("2.5.29.17", false, sequence(names[0]))];
  if (lean) return certificate({ subject: host, key, issuer: issuer.name, issuerKey: issuer.key, extensions: shared });
  const place = tlv(0x86, Buffer.from("http://ca.example/issuing.cer"));
  const extensions = [
    extension("2.5.29.19", true, sequence()),
    extension("2.5.29.15", true, bits(Buffer.from([0xa0]), 5)),
    extension("2.5.29.37", false, sequence(oid("1.3.6.1.5.5.7.3.1"), oid("1.3.6.1.5.5.7.3.2"))),
    extension("2.5.29.17", false, sequence(...names)),
    extension("2.5.29.14", false, octetString(keyIdentifier(key))),
    extension("2.5.29.35", false, sequence(tlv(0x80, keyIdentifier(issuer.key)))),
    extension("1.3.6.1.5.5.7.1.1", false, sequence(sequence(oid("1.3.6.1.5.5.7.48.2"), place))),
  ];
  return certificate({ subject: host, key, issuer: issuer.name, issuerKey: issuer.key, extensions });
}

const pem = (der) =>
  `-----BEGIN CERTIFICATE-----\n${der.toString("base64").replace(/.{1,64}/g, "$&\n")}-----END CERTIFICATE-----\n`;

// --- The inputs ----------------------------------------------------------------------------------

/** Leaf and intermediate as sent by Amazon's server, and the root on AWS's list. */
function realChain(file, rootName) {
  const roots = `${root}trust/roots/`;
  const found = readdirSync(roots).filter((entry) => readFileSync(roots + entry).includes(rootName));
  const self = found.find((entry) => readFileSync(roots + entry).toString("latin1").split(rootName).length === 3);
  return readFileSync(`${root}tests/fixtures/real/${file}`, "utf8") + pem(readFileSync(roots + self));
}

/** 20 MB of server log, with one of the three certificates after each quarter. */
function noise(chain) {
  const blocks = chain.match(/-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----\n/g);
  const size = 20_000_000;
  const parts = [];
  let [written, line, placed] = [0, 0, 0];
  while (written < size) {
    const at = new Date(Date.UTC(2026, 5, 15) + line * 37).toISOString();
    const worker = (line * 7919) % 97;
    let text = `${at} INFO  [worker-${worker}] GET /orders/${(line * 48271) % 1_000_003} 200 ${(line * 31) % 900} ms host=api-${worker % 9}.example.com trace=${(line * 2654435761) % 4294967296}\n`;
    if (placed < blocks.length && written > ((placed + 1) * size) / 4) {
      text += blocks[placed];
      placed += 1;
    }
    parts.push(text);
    written += text.length;
    line += 1;
  }
  return parts.join("");
}

/** One root, 10 intermediates, and leaves that the intermediates issue in turn; the leaves share eight keys. */
function made(leaves, kindOf, lean = false) {
  const rootKey = keyPair("rsa");
  const top = ca("Example Root", rootKey, "Example Root", rootKey);
  const under = (kind, n) => ca(`Example Issuing ${kind.toUpperCase()} ${n}`, keyPair(kind), top.name, rootKey);
  const kinds = [...new Set(Array.from({ length: leaves }, (_, n) => kindOf(n)))];
  const issuing = Object.fromEntries(kinds.map((kind) => [kind, Array.from({ length: 10 }, (_, n) => under(kind, n))]));
  const keys = Object.fromEntries(kinds.map((kind) => [kind, Array.from({ length: 8 }, () => keyPair(kind))]));
  const servers = Array.from({ length: leaves }, (_, n) => {
    const issuer = issuing[kindOf(n)][n % 10];
    return { issuer, der: leaf(`server-${n}.example.com`, keys[kindOf(n)][n % 8], issuer, lean) };
  });
  return { top, servers, issuing: Object.values(issuing).flat() };
}

function certificates(count, kind, lean) {
  const { top, issuing, servers } = made(count - 11, () => kind, lean);
  return [...servers, ...issuing, top].map(({ der }) => pem(der)).join("");
}

function chains(count) {
  const { top, servers } = made(count, (n) => (n % 4 === 3 ? "ec" : "rsa"));
  return JSON.stringify(servers.map(({ issuer, der }) => pem(der) + pem(issuer.der) + pem(top.der)));
}

const INPUTS = {
  "rsa.pem": () => realChain("amazon-rsa2048.pem", "Amazon Root CA 1"),
  "p256.pem": () => realChain("amazon-p256.pem", "Amazon Root CA 3"),
  "p384.pem": () => realChain("amazon-p384.pem", "Amazon Root CA 4"),
  "mozilla.pem": () => rootCertificates.map((text) => `${text}\n`).join(""),
  "certificates.pem": () => certificates(10_000, "rsa"),
  "chains.json": () => chains(1_000),
  "noise.txt": () => noise(realChain("amazon-rsa2048.pem", "Amazon Root CA 1")),
  // For the growth measurement: the largest number that fits into the input limit of 64 MB.
  "small.pem": () => certificates(10_000, "ec", true),
  "large.pem": () => certificates(100_000, "ec", true),
};

/** Creates missing inputs. A changed version of this file recreates all of them. */
export function makeInputs() {
  const version = createHash("sha256").update(readFileSync(new URL(import.meta.url))).update(process.version).digest("hex");
  const stamp = `${work}version`;
  mkdirSync(work, { recursive: true });
  const current = existsSync(stamp) && readFileSync(stamp, "utf8") === version;
  for (const [file, make] of Object.entries(INPUTS)) {
    if (!current || !existsSync(work + file)) writeFileSync(work + file, make());
  }
  writeFileSync(stamp, version);
}
