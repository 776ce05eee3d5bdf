// Inputs that are generated from the fixtures, for comparing the page, the npm package and the
// native command: certificates in any order, copies, missing and foreign certificates, other line
// endings, and lines between the certificates. The same seed gives the same inputs everywhere:
// SSLENGINE_DOCTOR_SEED=7 sets another one.
import { X509Certificate } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./corpus.mjs";

export const SEED = Number(process.env.SSLENGINE_DOCTOR_SEED || 20_261_130);

/** Random numbers from 0 to below 1 (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The certificates of a text, without the lines between them. */
const blocks = (text) => text.match(/-----BEGIN CERTIFICATE-----\r?\n[^-]*-----END CERTIFICATE-----\r?\n?/g) ?? [];

/** Whether a certificate may be a server's: then the command may find more than one chain. */
function mayBeServer(pem) {
  try {
    return !new X509Certificate(pem).ca;
  } catch {
    return true;
  }
}

const MADE = "2026-06-15T12:00:00Z";
const TIMES = {
  "real/amazon-expired.pem": "2024-06-15T12:00:00Z",
  "real/cloudflare-dns-2021.pem": "2022-01-01T00:00:00Z",
  "real/crates-io.pem": "2023-06-01T00:00:00Z",
  "real/entrust-2019.pem": "2020-01-01T00:00:00Z",
  "real/netflix-2016.pem": "2017-06-01T12:00:00Z",
  "real/private-wpt.pem": "2022-01-01T00:00:00Z",
  "real/tubitak-2017.pem": "2017-06-01T12:00:00Z",
  "findings/certificate-blocked.pem": "2011-06-15T12:00:00Z",
  "findings/key-compromised.pem": "2026-12-15T12:00:00Z",
  "findings/self-issued-pair.pem": "2027-06-15T12:00:00Z",
};
const timeOf = (file) => TIMES[file] ?? (file.startsWith("real/amazon") ? "2025-03-15T12:00:00Z" : MADE);

/** The chains of the fixtures, each with a time at which it shows what it is for. */
const chains = [
  ...["leaf-2048", "leaf-4096", "leaf-p256"].flatMap((leaf) =>
    ["intermediate", "intermediate-expired"].map((issuer) => ({
      file: `made/${leaf}, ${issuer}, root`,
      at: MADE,
      certificates: [leaf, issuer, "root"].flatMap((name) => blocks(readFileSync(join(root, "tests/fixtures/made", `${name}.pem`), "utf8"))),
    })),
  ),
  ...["findings", "products", "real"].flatMap((folder) =>
    readdirSync(join(root, "tests/fixtures", folder)).sort().filter((name) => name.endsWith(".pem")).map((name) => ({
      file: `${folder}/${name}`,
      at: timeOf(`${folder}/${name}`),
      certificates: blocks(readFileSync(join(root, "tests/fixtures", folder, name), "utf8")),
    })),
  ),
];

/** Those that were accepted when they were real. Most others have a fault, so these come more often. */
const good = chains.filter(({ file }) => /^real\/(amazon-[rp]|cloudflare|crates-io)/.test(file));

const NOISE = ["", "# a comment\n", "Bag Attributes\n    friendlyName: één\n", "\ufeff", "2026-06-15 12:00:00 INFO next: \u001b[32mok\u001b[0m\n", "----- certificate -----\n", "depth=1 CN = someone\nverify error:num=20:unable to get local issuer certificate\n"];
const ENDINGS = ["\n", "\n", "\r\n", "\r"];
const HOSTS = [undefined, undefined, undefined, undefined, undefined, "leaf.example", "crates.io", "valid.rootca1.demo.amazontrust.com"];

/** Generates `count` inputs: `{ name, text, options, servers }`. `name` says how to get the input again. */
export function generated(count, seed = SEED) {
  const next = random(seed);
  const below = (n) => Math.floor(next() * n);
  const one = (list) => list[below(list.length)];
  return Array.from({ length: count }, (_, number) => {
    const { file, at, certificates } = one(next() < 0.4 ? good : chains);
    const done = [];
    let sent = [...certificates];
    if (next() < 0.4 && sent.length > 1) {
      const [without] = [below(sent.length)];
      sent.splice(without, 1);
      done.push(`without ${without}`);
    }
    if (next() < 0.3) {
      const other = one(chains);
      sent.splice(below(sent.length + 1), 0, ...other.certificates.slice(1));
      done.push(`with CAs of ${other.file}`);
    }
    if (next() < 0.3) {
      const copied = below(sent.length);
      sent.push(sent[copied]);
      done.push(`copy of ${copied}`);
    }
    if (next() < 0.5) {
      for (let i = sent.length - 1; i > 0; i -= 1) {
        const j = below(i + 1);
        [sent[i], sent[j]] = [sent[j], sent[i]];
      }
      done.push("shuffled");
    }
    const ending = one(ENDINGS);
    const noisy = next() < 0.5;
    const text = sent.map((pem) => (noisy ? one(NOISE) : "") + pem).join("").replaceAll(/\r?\n/g, ending);
    if (noisy) done.push("with noise");
    const hostname = one(HOSTS);
    const insecureSkipVerification = next() < 0.3;
    return {
      name: `seed ${seed}, input ${number}: ${[file, ...done].join(", ")}, ${JSON.stringify(ending)}`,
      text,
      options: { at, ...(hostname && { hostname }), ...(insecureSkipVerification && { insecureSkipVerification }) },
      servers: new Set(sent.filter(mayBeServer)).size,
    };
  });
}
