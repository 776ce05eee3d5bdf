// Collects the answers of the JDKs about truststores and clients: node clients-answers.mjs OUT VERSION=ANSWERS...
//
// Each answer about a truststore or a real chain is one line. Of the intermediates, each JDK has one
// line: the start of the SHA-256 of those that it accepts as a server's chain.
import { readFileSync, writeFileSync } from 'node:fs';

const [out, ...answers] = process.argv.slice(2);
const lines = [];
for (const pair of answers) {
  const [java, file] = pair.split('=');
  const accepted = [];
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { id, store, ...answer } = JSON.parse(line);
    if (answer.error?.includes('trustAnchors parameter must be non-empty')) {
      lines.push({ java, id, own: false, accepted: false, message: answer.error });
      continue;
    }
    if (answer.error) throw new Error(`${java} ${id}: ${answer.error}`);
    if (/^[0-9a-f]{64}$/.test(id)) {
      if (answer.accepted) accepted.push(id.slice(0, 16));
    } else {
      lines.push({ java, id, own: store === 'cacerts', ...answer });
    }
  }
  lines.push({ java, intermediates: accepted.sort() });
}
writeFileSync(out, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
