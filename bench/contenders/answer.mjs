// The answer that every contender gives for each certificate, and helpers for the JavaScript
// contenders.
import list from "../../trust/aws-list.json";
import { equivalents } from "../../trust/equivalents.json";

const plain = (hex) => hex.replaceAll(":", "").toLowerCase();

/** SHA-256 fingerprints of AWS's list and of other certificates with the same name and key, as lower-case hex. */
export const LISTED = new Set([...list.certificateAuthorities, ...equivalents].map(({ sha256 }) => plain(sha256)));

/**
  * One certificate: fingerprint; key (`RSA 2048`, `EC 256`); whether the time is within its
  * validity; the signature as `valid`, `invalid` or `none`, verified with the keys of the
  * certificates that have its issuer's name; whether it is listed.
 */
export const row = (sha256, key, current, signature, listed) => ({ sha256, key, current, signature, listed });

/** The answer as text, for comparison. */
export const asText = (answer) =>
  answer.map((c) => `${plain(c.sha256)} ${c.key} ${c.current} ${c.signature} ${c.listed}`).join("\n");

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
export function hex(buffer) {
  let text = "";
  for (const byte of new Uint8Array(buffer)) text += HEX[byte];
  return text;
}

export const textOf = (input) => (typeof input === "string" ? input : new TextDecoder().decode(input));

/** The base64 of the PEM certificates in a text, for libraries that do not search texts. */
export function blocks(text) {
  const found = text.matchAll(/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g);
  return Array.from(found, (match) => match[1].replace(/\s+/g, ""));
}

/** The possible issuers of a certificate by name; `subjectOf` and `issuerOf` read a library's certificate. */
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

/** Calls `work(item)` for all items, `width` at a time: keeps WebCrypto busy without 10,000 pending promises. */
export async function each(items, width, work) {
  const results = [];
  for (let from = 0; from < items.length; from += width) {
    results.push(...(await Promise.all(items.slice(from, from + width).map((item, n) => work(item, from + n)))));
  }
  return results;
}
export const WIDTH = 256;

/** `valid` if one of the candidates signed, `invalid` if none did, `none` without candidates. */
export async function signature(candidates, verifies) {
  for (const candidate of candidates) {
    if (await verifies(candidate)) return "valid";
  }
  return candidates.length === 0 ? "none" : "invalid";
}
