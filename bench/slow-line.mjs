// Measures a first visit over a slow connection, from opening the address to the verdict on a chain
// pasted immediately. Compares this page with a page that contains only @peculiar/x509 and the
// fingerprints of the list.
//   node bench/slow-line.mjs      after `make dist` and `npm ci` in bench/
// The server simulates the connection: 1.6 Mbit/s shared by all responses, 150 ms delay before
// each.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";
import { launch } from "./hosts.mjs";
import { makeInputs, work } from "./make.mjs";

const BYTES_A_SECOND = 1_600_000 / 8;
const DELAY = 150;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));

await makeInputs();
const chain = readFileSync(join(work, "rsa.pem"), "utf8");

const script = await build({
  stdin: {
    contents: `import { run } from "./contenders/peculiar.mjs";
const box = document.getElementById("input");
const check = async () => {
  if (!box.value) return;
  const answer = await run({ way: "chain", at: Date.now() }, new TextEncoder().encode(box.value));
  document.body.append(Object.assign(document.createElement("p"), { className: "verdict", textContent: JSON.stringify(answer) }));
};
box.addEventListener("input", check);
check();`,
    resolveDir: here,
  },
  bundle: true, minify: true, format: "esm", target: "es2022", write: false, logLevel: "warning",
});
const plain = {
  "/": ["text/html", '<!doctype html><meta charset="utf-8"><title>x509</title><textarea id="input"></textarea><script type="module" src="x509.js"></script>'],
  "/x509.js": ["text/javascript", script.outputFiles[0].text],
};

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json" };
const packed = new Map();
const pack = (key, bytes) => {
  if (!packed.has(key)) packed.set(key, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  return packed.get(key);
};
const found = (site, path) => {
  if (site === "plain") return plain[path]?.map((part) => Buffer.from(part));
  try {
    const name = path === "/" ? "index.html" : path.slice(1);
    return [TYPES[extname(name)] ?? "application/octet-stream", readFileSync(join(dist, name))];
  } catch {
    return undefined;
  }
};

// All responses share one connection: each waits for its turn, one packet at a time.
const PACKET = 1_400;
let free = 0;
let sent = 0;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const transmit = async (response, bytes) => {
  for (let at = 0; at < bytes.length; at += PACKET) {
    const packet = bytes.subarray(at, at + PACKET);
    free = Math.max(free, performance.now()) + (packet.length / BYTES_A_SECOND) * 1000;
    const wait = free - performance.now();
    if (wait > 1) await pause(wait);
    response.write(packet);
    sent += packet.length;
  }
  response.end();
};

const serve = async (site) => {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    await pause(DELAY);
    const [type, content] = found(site, path) ?? [];
    if (!type) return response.writeHead(404).end();
    const body = pack(`${site}${path}`, content);
    response.writeHead(200, { "content-type": String(type), "content-encoding": "br", "cache-control": "no-cache" });
    await transmit(response, body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
};

const sites = { ours: await serve("ours"), plain: await serve("plain") };
for (const [key, content] of Object.entries(plain)) pack(`plain${key}`, Buffer.from(content[1]));
const browser = await launch();

const visit = async (site) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  sent = 0;
  const began = performance.now();
  await page.goto(site.url, { waitUntil: "commit" });
  await page.locator("#input").waitFor({ state: "attached", timeout: 120_000 });
  await page.evaluate((text) => {
    const box = document.getElementById("input");
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }, chain);
  await page.locator(".answer[data-verdict]:not(.answer--stale)").waitFor({ state: "attached", timeout: 120_000 });
  const taken = { ms: performance.now() - began, bytes: sent };
  await context.close();
  return taken;
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const taken = { ours: [], plain: [] };
// The first visits fill the server's cache of compressed files.
for (const site of Object.values(sites)) await visit(site);
for (let round = 0; round < ROUNDS; round += 1) for (const [name, site] of Object.entries(sites)) taken[name].push(await visit(site));
await browser.close();
for (const site of Object.values(sites)) site.close();

const medians = (name) => ({ s: median(taken[name].map(({ ms }) => ms)) / 1000, kB: median(taken[name].map(({ bytes }) => bytes)) / 1000 });
const [ours, other] = [medians("ours"), medians("plain")];
console.log(`this page:           ${ours.s.toFixed(2)} s, ${ours.kB.toFixed(0)} kB`);
console.log(`@peculiar/x509 alone: ${other.s.toFixed(2)} s, ${other.kB.toFixed(0)} kB`);
console.log(`times as long:        ${(ours.s / other.s).toFixed(1)}`);
process.exit(0);
