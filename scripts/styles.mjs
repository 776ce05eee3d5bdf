// Merges the page's style sheets into one file and, in a release, minifies it. Each source covers
// one part of the page.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const dist = process.env.TRUNK_STAGING_DIR;
const page = join(dist, "index.html");
let html = readFileSync(page, "utf8");

const SHEET = /<link\b(?=[^>]*\srel="stylesheet")(?![^>]*\smedia=)[^>]*\shref="([^"]+)"[^>]*>\s*/g;
const files = [...html.matchAll(SHEET)].map(([, address]) => join(dist, address));
if (files.length === 0) throw new Error("index.html has no style sheets");

const minify = (css) => execFileSync("esbuild", ["--loader=css", "--minify", "--charset=utf8", "--log-level=warning"], { input: css, encoding: "utf8" });
const source = files.map((file) => readFileSync(file, "utf8")).join("\n");
const css = process.env.TRUNK_PROFILE === "release" ? minify(source) : source;
for (const file of files) rmSync(file);
const name = `page-${createHash("sha256").update(css).digest("hex").slice(0, 16)}.css`;
const integrity = `sha384-${createHash("sha384").update(css).digest("base64")}`;
writeFileSync(join(dist, name), css);

const tag = `<link rel="stylesheet" href="./${name}" integrity="${integrity}">\n`;
let first = true;
html = html.replace(SHEET, () => {
  const once = first ? tag : "";
  first = false;
  return once;
});
writeFileSync(page, html);
