// What every contender must tell of every certificate, and what the JavaScript ones share.
import list from "../../trust/aws-list.json";
import { equivalents } from "../../trust/equivalents.json";

const plain = (hex) => hex.replaceAll(":", "").toLowerCase();

/** The SHA-256 fingerprints of AWS's list and of other certificates of the same names and keys, as lower-case hex. */
export const LISTED = new Set([...list.certificateAuthorities, ...equivalents].map(({ sha256 }) => plain(sha256)));

/**
 * One certificate: fingerprint; key (`RSA 2048`, `EC 256`); whether the moment lies in its validity; `valid`, `invalid` or `none`
 * for its signature, by the key of whoever has its issuer's name; whether the list has it.
 */
export const told = (sha256, key, current, signature, listed) => ({ sha256, key, current, signature, listed });

/** As text, to be compared. */
export const asText = (answer) =>
  answer.map((c) => `${plain(c.sha256)} ${c.key} ${c.current} ${c.signature} ${c.listed}`).join("\n");

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
export function hex(buffer) {
  let text = "";
  for (const byte of new Uint8Array(buffer)) text += HEX[byte];
  return text;
}

export const textOf = (input) => (typeof input === "string" ? input : new TextDecoder().decode(input));

/** The certificates of a text as base64, for libraries that leave finding them to their users. */
export function blocks(text) {
  const found = text.matchAll(/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g);
  return Array.from(found, (match) => match[1].replace(/\s+/g, ""));
}

/** Who may have signed a certificate: those of its issuer's name, with `nameOf` and `issuerOf` as the library has them. */
export function issuers(certificates, subjectOf, issuerOf) {
  const bySubject = new Map();
  for (const certificate of certificates) {
    const subject = subjectOf(certificate);
    const same = bySubject.get(subject);
    if (same) same.push(certificate);
    else bySubject.set(subject, [certificate]);
  }
  return certificates.map((certificate) => bySubject.get(issuerOf(certificate)) ?? []);
}

/** `work(item)` for all items, `width` at a time: what keeps WebCrypto busy without a promise for each of 10,000. */
export async function each(items, width, work) {
  const results = [];
  for (let from = 0; from < items.length; from += width) {
    results.push(...(await Promise.all(items.slice(from, from + width).map((item, n) => work(item, from + n)))));
  }
  return results;
}
export const WIDTH = 256;

/** `valid` where one of the candidates signed, `invalid` where none did, `none` where there is none. */
export async function signature(candidates, verifies) {
  for (const candidate of candidates) {
    if (await verifies(candidate)) return "valid";
  }
  return candidates.length === 0 ? "none" : "invalid";
}
