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
// SLOW_LINE_TEXT=1 pastes the chain with lines of text around it, which takes another part to read.
const withText = readFileSync(join(work, "rsa.pem"), "utf8");
const chain = process.env.SLOW_LINE_TEXT ? withText : withText.replace(/^#.*\n/gm, "");

const script = await build({
  stdin: {
    contents: `import { run } from "./contenders/peculiar.mjs";
const box = document.getElementById("input");
const check = async () => {
  if (!box.value) return;
  const answer = await run({ way: "chain", at: Date.now() }, new TextEncoder().encode(box.value));
  const verdict = Object.assign(document.createElement("p"), { textContent: JSON.stringify(answer) });
  verdict.dataset.verdict = "";
  document.body.append(verdict);
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
let open = 0; // responses that are being sent
/** The bytes of each file that was sent, at least in part, before the verdict. */
const files = new Map();
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const transmit = async (response, bytes, path) => {
  const file = (path.match(/authorities\/../)?.[0] ?? path).replace(/-[0-9a-f]{16}/, "");
  for (let at = 0; at < bytes.length && !response.destroyed; at += PACKET) {
    const packet = bytes.subarray(at, at + PACKET);
    free = Math.max(free, performance.now()) + (packet.length / BYTES_A_SECOND) * 1000;
    const wait = free - performance.now();
    if (wait > 1) await pause(wait);
    response.write(packet);
    sent += packet.length;
    files.set(file, (files.get(file) ?? 0) + packet.length);
  }
  response.end();
};

const serve = async (site) => {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    open += 1;
    response.on("close", () => (open -= 1));
    await pause(DELAY);
    const [type, content] = found(site, path) ?? [];
    if (!type) return response.writeHead(404).end();
    const body = pack(`${site}${path}`, content);
    const cached = /-[0-9a-f]{16}\./.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
    response.writeHead(200, { "content-type": String(type), "content-encoding": "br", "cache-control": cached });
    await transmit(response, body, path);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
};

const sites = { ours: await serve("ours"), plain: await serve("plain") };
for (const [key, content] of Object.entries(plain)) pack(`plain${key}`, Buffer.from(content[1]));
const browser = await launch();

const visit = async (site) => {
  let began;
  const context = await browser.newContext();
  const page = await context.newPage();
  // The page itself reports the verdict: polling from outside would add its own delay.
  const seen = new Promise((resolve) => {
    page.exposeFunction("seen", () => resolve({ ms: performance.now() - began, bytes: sent, files: [...files] }));
  });
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector("[data-verdict]:not(.answer--stale)")) return;
      observer.disconnect();
      window.seen();
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true });
  });
  sent = 0;
  files.clear();
  began = performance.now();
  await page.goto(site.url, { waitUntil: "commit" });
  await page.locator("#input").waitFor({ state: "attached", timeout: 120_000 });
  await page.evaluate((text) => {
    const box = document.getElementById("input");
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }, chain);
  const taken = await seen;
  await context.close();
  // What the page was still loading must not slow down the next visit.
  while (open > 0) await pause(50);
  free = 0;
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
console.log("Sent before the verdict, kB (the last visit):");
for (const [file, bytes] of taken.ours.at(-1).files.sort(([, a], [, b]) => b - a)) console.log(`${(bytes / 1000).toFixed(1).padStart(8)}  ${file}`);
process.exit(0);
