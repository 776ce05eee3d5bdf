// Writes the cases that ask a JDK about truststores and clients: node clients.mjs CASES.tsv
//
// - every truststore in tests/fixtures/truststores: what it trusts, and whether the chains made for it
//   are accepted;
// - every real chain in tests/fixtures/real, in the middle of its server certificate's validity, with
//   the JDK's own truststore;
// - every intermediate in trust/intermediates.pem as a chain of one, with the JDK's own truststore.
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const at = (path) => new URL(`../../${path}`, here).pathname;
const ders = (text) => [...text.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END/g)].map(([, base64]) => base64.replace(/\s/g, ''));
const lines = [];
const ask = (id, store, password, time, chain) => lines.push([id, store, password, time, chain.join(',')].join('\t'));

const folder = at('tests/fixtures/truststores/');
const chain = (name) => ders(readFileSync(folder + name, 'utf8'));
const NOW = Date.UTC(2027, 0, 15) / 1000;
for (const name of readdirSync(folder).filter((name) => /\.(p12|jks)$/.test(name)).sort()) {
  ask(name, folder + name, 'changeit', NOW, []);
  for (const other of ['chain.pem', 'alone.pem', 'under-expired.pem', 'under-v1.pem']) {
    ask(`${name} ${other}`, folder + name, 'changeit', NOW, chain(other));
  }
}
for (const name of readdirSync(at('tests/fixtures/real')).filter((name) => name.endsWith('.pem')).sort()) {
  const chain = ders(readFileSync(at(`tests/fixtures/real/${name}`), 'utf8'));
  const leaf = new X509Certificate(Buffer.from(chain[0], 'base64'));
  const time = Math.floor((Date.parse(leaf.validFrom) + Date.parse(leaf.validTo)) / 2000);
  ask(name, 'cacerts', '', time, chain);
}
const TIME = Date.UTC(2026, 10, 23, 12) / 1000;
for (const der of ders(readFileSync(at('trust/intermediates.pem'), 'utf8'))) {
  ask(createHash('sha256').update(Buffer.from(der, 'base64')).digest('hex'), 'cacerts', '', TIME, [der]);
}
writeFileSync(process.argv[2], lines.map((line) => `${line}\n`).join(''));
