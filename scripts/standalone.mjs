// Packs dist/ into one HTML file that needs nothing beside it, not even a server: dist/sslengine-doctor.html, and its
// SHA-256 in the form that `sha256sum -c` reads.
//   node scripts/standalone.mjs [dist]
//
// Styles and the two small scripts stand inline, allowed by their digests; every other part is a data block, deflated and in
// base64, which static/boot.js unpacks when it is needed. The policy allows no connection at all.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";

const dist = process.argv[2] ?? "dist";
const NAME = "sslengine-doctor.html";
const read = (path) => readFileSync(join(dist, path));
const digest = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const pathOf = (address) => address.replace(/^\.\//, "");
const attribute = (tag, name) => tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1];

let html = read("index.html").toString("utf8");

/** Replaces what `pattern` finds, which must be there. */
function replace(what, pattern, by) {
  const before = html;
  html = html.replace(pattern, by);
  if (html === before) throw new Error(`index.html has no ${what}`);
}

// What only a site needs: hints to load early, the manifest, the social picture, the facts for search engines.
replace("preload", /\s*<link\b[^>]*\srel="(?:preload|modulepreload|manifest|apple-touch-icon)"[^>]*>/g, "");
html = html.replace(/\s*<meta\b[^>]*\b(?:property="og:|name="twitter:)[^>]*>/g, "");
html = html.replace(/\s*<script type="application\/ld\+json">.*?<\/script>/gs, "");

const styles = [];
replace("style sheet", /<link\b[^>]*\srel="stylesheet"[^>]*>/g, (tag) => {
  const text = read(pathOf(attribute(tag, "href"))).toString("utf8");
  if (/url\(|@import|<\/style/i.test(text)) throw new Error(`a style sheet that cannot stand inline: ${tag}`);
  const media = attribute(tag, "media");
  styles.push(digest(text));
  return `<style${media ? ` media="${media}"` : ""}>${text}</style>`;
});

const icon = html.match(/<link rel="icon" type="image\/svg\+xml" href="([^"]+)">/);
if (!icon) throw new Error("index.html has no icon");
html = html.replace(icon[0], () => icon[0].replace(icon[1], `data:image/svg+xml;base64,${read(pathOf(icon[1])).toString("base64")}`));

// The page's own parts are those that the start-up script's attributes name; the rest is data.
const bootTag = html.match(/<script type="module" id="boot"[^>]*>/)?.[0];
if (!bootTag) throw new Error("index.html does not start boot.js");
const parts = [...bootTag.matchAll(/\sdata-[a-z-]+="\.\/([^" ]+)"/g)].map(([, path]) => path).filter((path) => path !== "sw.js");
const folder = (name, kind) =>
  existsSync(join(dist, name))
    ? readdirSync(join(dist, name)).filter((file) => file.endsWith(kind)).sort().map((file) => `${name}/${file}`)
    : [];
// What is loaded later (scripts/split.mjs) is named only where it is asked for.
parts.push(...readdirSync(dist).filter((file) => file.endsWith(".wasm") && !parts.includes(file)).sort());
parts.push(...folder("examples", ".pem"), ...folder("authorities", ".bin"));

// Scripts with an address, in place. The start-up script keeps its attributes and comes after the data.
const scripts = [];
const inline = (tag) => {
  const text = read(pathOf(attribute(tag, "src"))).toString("utf8");
  if (/<\/script|<!--/i.test(text)) throw new Error(`a script that cannot stand inline: ${tag}`);
  scripts.push(digest(text));
  const rest = tag.replace(/\s(?:src|integrity|crossorigin|data-service-worker)="[^"]*"/g, "");
  return `${rest}${text}`;
};
replace("script", /<script\b[^>]*\ssrc="[^"]+"[^>]*>/g, inline);

const blocks = parts.map((path) => {
  const packed = deflateRawSync(read(path), { level: 9, memLevel: 9 }).toString("base64");
  return `<script type="text/plain" data-part="${path}">${packed}</script>\n`;
});
replace("start-up script", /<script type="module" id="boot"/, (tag) => `${blocks.join("")}${tag}`);

// 'strict-dynamic' would also do for import(), but then any script started by ours could come from anywhere.
const policy = [
  "default-src 'none'",
  `script-src ${[...new Set(scripts)].join(" ")} blob: 'wasm-unsafe-eval'`,
  "worker-src blob:",
  `style-src ${[...new Set(styles)].join(" ")}`,
  "img-src data:",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join("; ");
replace("policy", /(<meta http-equiv="Content-Security-Policy" content=")[^"]+/, (_, start) => start + policy);

const left = html.replace(/<script type="text\/plain".*?<\/script>|<style.*?<\/style>/gs, "").match(/<(?:link|script|img)\b[^>]*\s(?:src|href)="(?!data:|https?:)[^"]*"[^>]*>/);
if (left) throw new Error(`still loads something: ${left[0].slice(0, 200)}`);

writeFileSync(join(dist, NAME), html);
const sum = createHash("sha256").update(html).digest("hex");
writeFileSync(join(dist, `${NAME}.sha256`), `${sum}  ${NAME}\n`);
const size = statSync(join(dist, NAME)).size;
console.log(`    ${NAME}: ${(size / 1e6).toFixed(1)} MB, ${parts.length} parts, SHA-256 ${sum}`);
