// The hosts that run the contenders, all with the same calls: Node, a page in Chromium, and native
// code.
import { fork, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { work } from "./make.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const pkg = fileURLToPath(new URL("../pkg/", import.meta.url));

/** Bundles a host's script. This library stays outside the bundle, at `address`, as it is shipped. */
async function bundle(file, platform, address) {
  const outfile = `${work}${file.replace(".mjs", ".bundle.mjs")}`;
  const shipped = {
    name: "shipped",
    setup: (on) => on.onResolve({ filter: /^sslengine-doctor$/ }, () => ({ path: address, external: true })),
  };
  await build({
    entryPoints: [here + file],
    outfile,
    platform,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    logLevel: "warning",
    // CommonJS modules need `require` in Node.
    banner: platform === "node" ? { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' } : {},
    plugins: [shipped],
  });
  return outfile;
}

export async function nodeHost() {
  const script = await bundle("node-host.mjs", "node", pathToFileURL(`${pkg}index.node.js`).href);
  return { title: `Node ${process.version}`, start: () => startNode(script) };
}

function startNode(script) {
  const child = fork(script);
  let waiting;
  child.on("message", ({ value, error }) => (error ? waiting.reject(new Error(error)) : waiting.resolve(value)));
  child.on("exit", (code) => waiting?.reject(new Error(`Node ended with ${code}.`)));
  const ask = (name) => (argument) =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      child.send({ name, argument });
    });
  const close = () => child.kill();
  return { ask, close, pids: async () => [child.pid] };
}

const TYPES = { html: "text/html", js: "text/javascript", mjs: "text/javascript", wasm: "application/wasm" };

/** Serves work/ and pkg/ with the headers that allow a page fine-grained timers. */
function serve() {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const headers = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
    const type = TYPES[path.split(".").pop()] ?? "application/octet-stream";
    try {
      const page = '<!doctype html><title>bench</title><script type="module" src="/work/browser-host.bundle.mjs"></script>';
      const body = path === "/page.html" ? page : readFileSync(path.startsWith("/pkg/") ? pkg + path.slice(5) : work + path.slice(6));
      response.writeHead(200, { ...headers, "content-type": type }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

const FLAGS = ["no-sandbox", "disable-gpu", "disable-quic", "disable-background-networking", "disable-component-update", "disable-dev-shm-usage"];
export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROME_BIN || "/usr/bin/chromium", args: FLAGS.map((flag) => `--${flag}`) });

export async function chromiumHost() {
  await bundle("browser-host.mjs", "browser", "/pkg/index.js");
  const server = await serve();
  const browser = await launch();
  const title = `Chromium ${browser.version()}`;
  await browser.close();
  return { title, start: () => startChromium(server), close: () => server.close() };
}

async function startChromium(server) {
  const browser = await launch();
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`http://127.0.0.1:${server.address().port}/page.html`);
  await page.waitForFunction("globalThis.bench");
  const ask = (name) => (argument) =>
    page.evaluate(([name, argument]) => globalThis.bench[name](argument), [name, argument]);
  const pids = async () => {
    const { processInfo } = await (await browser.newBrowserCDPSession()).send("SystemInfo.getProcessInfo");
    return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  };
  return { ask, pids, close: () => browser.close() };
}

/** Starts bench/native's `program`. It answers requests in order. */
export function startNative(program) {
  const child = spawn(program, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (what, contender, { way, at, file }, times = 1) => {
    child.stdin.write(`${[what, contender, way, at, work + file, times].join(" ")}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error("The native program ended.");
    return JSON.parse(value);
  };
  return { ask, close: () => child.kill() };
}
