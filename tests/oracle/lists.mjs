// Puts the lists of all releases into one file: node lists.mjs FOLDER LISTS.json PROBES.jsonl
// FOLDER has jdks.tsv, a VERSION.json of each release, and probes.tsv: the answers of the policies.
import { readFileSync, writeFileSync } from 'node:fs';

const [folder, lists, probes] = process.argv.slice(2);
const read = (name) => readFileSync(`${folder}/${name}`, 'utf8');
const rows = (name) => read(name).trim().split('\n').map((line) => line.split('\t'));

// Oldest first, as numbers.
const order = (a, b) => a.localeCompare(b, 'en', { numeric: true });
const versions = [...new Set(rows('jdks.tsv').map(([version]) => version))].sort(order);
const releases = versions.map((version) => JSON.parse(read(`${version}.json`)));
const source = 'the JDKs that tests/oracle/jdks.sh names: sun.security.validator.*TLSPolicy, lib/security/blocked.certs';
writeFileSync(lists, `${JSON.stringify({ source, releases }, null, 1)}\n`);

// One line for each root and answer, with the releases that give it.
const answers = new Map();
for (const [sha256, issuedAfter, message, version] of rows('probes.tsv')) {
  const key = JSON.stringify({ sha256, issuedAfter: issuedAfter === '-' ? null : issuedAfter, message });
  answers.set(key, [...(answers.get(key) ?? []), version]);
}
const lines = [...answers].map(([key, found]) => JSON.stringify({ ...JSON.parse(key), releases: found.sort(order) }));
writeFileSync(probes, lines.sort().map((line) => `${line}\n`).join(''));
