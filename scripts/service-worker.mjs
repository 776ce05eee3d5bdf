// Writes the list of cached files, with their digests, into the service worker. Must run last:
// later changes break the digests. SSLENGINE_DOCTOR_SERVICE_WORKER=no leaves the service worker
// out, so that a reload shows the newest build.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";

const dist = process.env.TRUNK_STAGING_DIR;
const page = join(dist, "index.html");
const worker = join(dist, "sw.js");

// Not cached: the explanations of the examples, the worker itself, files used before or without the
// page, and the documentation.
const LEFT_OUT = /^(?:sw\.js|robots\.txt|card\.png|sslengine-doctor\.html.*|examples\/(?!.*\.pem$).*|docs\/.*)$/;
// Cached once the page is idle: large, and few visits need them.
const LATER = /^(?:engine-full.*|authorities\/.*|icons\/.*\.png)$/;

if (process.env.SSLENGINE_DOCTOR_SERVICE_WORKER === "no") {
  rmSync(worker);
} else {
  const boot = '<script type="module" id="boot"';
  const html = readFileSync(page, "utf8");
  if (!html.includes(boot)) throw new Error("index.html does not start boot.js");
  writeFileSync(page, html.replace(boot, `${boot} data-service-worker="./sw.js"`));

  const files = { first: {}, later: {} };
  const paths = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(dist, sep).length).split(sep).join("/"));
  for (const path of paths.filter((path) => !LEFT_OUT.test(path)).sort()) {
    const digest = `sha256-${createHash("sha256").update(readFileSync(join(dist, path))).digest("base64")}`;
    // The page is listed by its folder's address: many hosts redirect index.html there.
    files[LATER.test(path) ? "later" : "first"][path === "index.html" ? "./" : path] = digest;
  }
  writeFileSync(worker, `self.FILES = ${JSON.stringify(files, null, 1)};\n\n${readFileSync(worker, "utf8")}`);
}
