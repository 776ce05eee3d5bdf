// Writes the public keys of CAs whose private key is public: cargo metadata … | node
// compromised-keys.mjs FILE. They come from the source of the crate rustls-webpki, whose files
// contain each SubjectPublicKeyInfo without its tag and length.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const { packages } = JSON.parse(readFileSync(0, 'utf8'));
const crate = packages.find(({ name }) => name === 'rustls-webpki');
const folder = join(dirname(crate.manifest_path), 'src/data/distrusted');

function header(length) {
  if (length < 0x80) return [0x30, length];
  if (length < 0x100) return [0x30, 0x81, length];
  return [0x30, 0x82, length >> 8, length & 0xff];
}

const keys = readdirSync(folder)
  .filter((file) => file.endsWith('.spki.der'))
  .sort()
  .map((file) => {
    const content = readFileSync(join(folder, file));
    const hash = createHash('sha256').update(Buffer.from(header(content.length))).update(content);
    return { name: basename(file, '.spki.der'), sha256: hash.digest('hex') };
  });
const source =
  `crate rustls-webpki ${crate.version}, src/data/distrusted: the keys of intermediates of eMudhra, public since ` +
  'October 2026; each value is the SHA-256 of the whole SubjectPublicKeyInfo';
writeFileSync(process.argv[2], `${JSON.stringify({ source, keys }, null, 1)}\n`);
console.log(`${keys.length} keys`);
