// Adds content hashes to the names of the files that Trunk does not rename, so that a new page
// never loads an old cached file. Adds subresource integrity digests to the page's tags.
import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const dist = process.env.TRUNK_STAGING_DIR;
const page = join(dist, "index.html");
let html = readFileSync(page, "utf8");

const FILES = ["app.js", "app_bg.wasm", "boot.js", "theme.js", "worker.js", "engine.js", "engine_bg.wasm", "engine-full.js", "engine-full_bg.wasm"];

for (const file of FILES) {
  const content = readFileSync(join(dist, file));
  const name = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const integrity = `sha384-${createHash("sha384").update(content).digest("base64")}`;
  const named = file.replace(/(\.\w+)$/, `-${name}$1`);
  renameSync(join(dist, file), join(dist, named));

  const address = new RegExp(`"(?:\\./)?${file.replace(".", "\\.")}"`, "g");
  if (!address.test(html)) throw new Error(`index.html does not name ${file}`);
  html = html.replace(address, `"./${named}"`);
  // Only these attributes load something; data-* attributes are used later.
  html = html.replaceAll(` src="./${named}"`, ` src="./${named}" integrity="${integrity}"`);
  html = html.replaceAll(` href="./${named}"`, ` href="./${named}" integrity="${integrity}"`);
}

writeFileSync(page, html);
