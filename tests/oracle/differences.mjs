// Keeps the answers that differ from another release's: node differences.mjs BASE ANSWERS OUT
// A message counts as the same if it is one of those that the other release gave in repeated runs, and
// without the TLS alert that some releases put before each message.
import { readFileSync, writeFileSync } from 'node:fs';

const [base, answers, out] = process.argv.slice(2);
const read = (file) => readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const known = new Map(read(base).map((answer) => [answer.id, answer]));
const withoutAlert = (text) => text?.replace(/^\([a-z_]+\) /, '');
const messages = (answer) => [answer.message, ...(answer.alternatives ?? [])].map(withoutAlert);
const differs = (answer) => {
  const other = known.get(answer.id);
  return answer.accepted !== other.accepted || !messages(answer).some((text) => messages(other).includes(text));
};
const kept = read(answers)
  .filter(differs)
  .sort((a, b) => (a.id < b.id ? -1 : 1));
writeFileSync(out, kept.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
console.log(`    ${kept.length} differ from ${base}`);
