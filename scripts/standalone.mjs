// Packs dist/ into one HTML file that needs no other file and no server,
// dist/sslengine-doctor.html, and writes its SHA-256 in the format of `sha256sum -c`.
//   node scripts/standalone.mjs [dist]
//
// Styles and the two small scripts are inline, allowed by their digests. Every other part is a data
// block, deflated and in base64; static/boot.js unpacks it when needed. The policy allows no
// connections.
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

/** Replaces the matches of `pattern`; throws if there are none. */
function replace(what, pattern, by) {
  const before = html;
  html = html.replace(pattern, by);
  if (html === before) throw new Error(`index.html has no ${what}`);
}

// Remove what only a site needs: preload hints, the manifest, the social picture, metadata for
// search engines.
replace("preload", /\s*<link\b[^>]*\srel="(?:preload|modulepreload|manifest|apple-touch-icon)"[^>]*>/g, "");
html = html.replace(/\s*<meta\b[^>]*\b(?:property="og:|name="twitter:)[^>]*>/g, "");
html = html.replace(/\s*<script type="application\/ld\+json">.*?<\/script>/gs, "");

const styles = [];
replace("style sheet", /<link\b[^>]*\srel="stylesheet"[^>]*>/g, (tag) => {
  const text = read(pathOf(attribute(tag, "href"))).toString("utf8");
  if (/url\(|@import|<\/style/i.test(text)) throw new Error(`a style sheet that cannot be inlined: ${tag}`);
  const media = attribute(tag, "media");
  styles.push(digest(text));
  return `<style${media ? ` media="${media}"` : ""}>${text}</style>`;
});

const icon = html.match(/<link rel="icon" type="image\/svg\+xml" href="([^"]+)">/);
if (!icon) throw new Error("index.html has no icon");
html = html.replace(icon[0], () => icon[0].replace(icon[1], `data:image/svg+xml;base64,${read(pathOf(icon[1])).toString("base64")}`));

// The attributes of the start-up script name the page's parts; the rest is data.
const bootTag = html.match(/<script type="module" id="boot"[^>]*>/)?.[0];
if (!bootTag) throw new Error("index.html does not start boot.js");
const parts = [...bootTag.matchAll(/\sdata-[a-z-]+="\.\/([^" ]+)"/g)].map(([, path]) => path).filter((path) => path !== "sw.js");
const folder = (name, kind) =>
  existsSync(join(dist, name))
    ? readdirSync(join(dist, name)).filter((file) => file.endsWith(kind)).sort().map((file) => `${name}/${file}`)
    : [];
// Parts that are loaded later (scripts/split.mjs) are named only in the code that loads them.
parts.push(...readdirSync(dist).filter((file) => file.endsWith(".wasm") && !parts.includes(file)).sort());
parts.push(...folder("examples", ".pem"), ...folder("authorities", ".bin"));

// Inline the scripts that have an address. The start-up script keeps its attributes and comes after
// the data.
const scripts = [];
const inline = (tag) => {
  const text = read(pathOf(attribute(tag, "src"))).toString("utf8");
  if (/<\/script|<!--/i.test(text)) throw new Error(`a script that cannot be inlined: ${tag}`);
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

// 'strict-dynamic' would also allow import(), but then our scripts could load scripts from
// anywhere.
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
if (left) throw new Error(`the file still loads: ${left[0].slice(0, 200)}`);

writeFileSync(join(dist, NAME), html);
const sum = createHash("sha256").update(html).digest("hex");
writeFileSync(join(dist, `${NAME}.sha256`), `${sum}  ${NAME}\n`);
const size = statSync(join(dist, NAME)).size;
console.log(`    ${NAME}: ${(size / 1e6).toFixed(1)} MB, ${parts.length} parts, SHA-256 ${sum}`);
