// The benchmark cases, the same for every host. `way` selects the call of this library.

/** The times at which the real chains and the chains from make.mjs are valid. */
const REAL = "2025-03-15T12:00:00Z";
const MADE = "2026-06-15T12:00:00Z";

export const CASES = [
  { id: "rsa", title: "RSA-2048 chain", file: "rsa.pem", way: "chain", at: REAL },
  { id: "p256", title: "P-256 chain", file: "p256.pem", way: "chain", at: REAL },
  { id: "p384", title: "P-384 chain", file: "p384.pem", way: "chain", at: REAL },
  { id: "mozilla", title: "Mozilla's bundle", file: "mozilla.pem", way: "bundle", at: MADE },
  { id: "certificates", title: "10,000 certificates", file: "certificates.pem", way: "bundle", at: MADE },
  { id: "chains", title: "1,000 chains", file: "chains.json", way: "chains", at: MADE },
  { id: "noise", title: "20 MB noise, bytes", file: "noise.txt", way: "chain", at: REAL },
  { id: "noise-text", title: "20 MB noise, string", file: "noise.txt", way: "chain", at: REAL, text: true },
];

/** A case's input for its contenders: bytes, a string, or a list of bytes. */
export function inputOf({ way, text }, bytes) {
  if (way === "chains") return JSON.parse(new TextDecoder().decode(bytes)).map((chain) => new TextEncoder().encode(chain));
  return text ? new TextDecoder().decode(bytes) : bytes;
}
