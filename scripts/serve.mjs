// Builds the page for a first look and serves it; a changed source triggers a rebuild. Called by
// scripts/serve.sh.
//   node scripts/serve.mjs          serves the page on PORT
//   node scripts/serve.mjs --once   builds it, prints its folder and ends
//
// The code is the same as in a release, but it is not split, and link-time optimisation, wasm-opt
// and minifying are left out: `make dist` does all that, with Trunk. The second engine is built
// once the page is served, the documentation at the first request for it.
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, watch } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stage } from "./stage.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = process.env.CARGO_TARGET_DIR || join(root, "target");
const folder = join(target, "serve-page");
const docs = process.env.SSLENGINE_DOCTOR_DOCS || join(target, "docs-site");
const PROFILE = "serve";
const WASM = "wasm32-unknown-unknown";

/** Runs a program; rejects if it fails. Its output goes to the terminal. */
const run = (program, ...parameters) =>
  new Promise((resolve, reject) => {
    spawn(program, parameters, { cwd: root, stdio: ["ignore", "inherit", "inherit"] })
      .on("error", reject)
      .on("close", (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with status ${code}`))));
  });

/** Compiles programs with the same features, and writes their scripts and wasm files to `out`. */
async function compile(out, features, ...programs) {
  const bins = programs.flatMap((name) => ["--bin", name]);
  await run("cargo", "build", "--locked", "--target", WASM, "--profile", PROFILE, "--no-default-features", "--features", features, ...bins);
  for (const name of programs) {
    const linked = join(target, WASM, PROFILE, `${name}.wasm`);
    await run("wasm-bindgen", "--target", "web", "--no-typescript", "--out-dir", out, "--out-name", name, linked);
  }
}

const firstLook = async () => {
  stage(folder);
  await compile(folder, "page,engine-module,headline", "app", "engine");
};
const secondEngine = () => compile(folder, "engine-module,rust-verifier,containers,share", "engine-full");

/** Runs tasks one after the other: cargo would wait for its lock anyway. */
let queue = Promise.resolve();
const inOrder = (what, task) => {
  const began = Date.now();
  queue = queue.then(task).then(
    () => console.log(`==> ${what}: done in ${Math.round((Date.now() - began) / 1000)} s`),
    (why) => console.error(`error: ${what}: ${why.message}`),
  );
  return queue;
};

/** Calls `changed` once, soon after one or more files changed. */
function onChange(changed) {
  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, 300);
  };
  for (const path of ["src", "static", "index.html", "Cargo.toml"]) {
    const recursive = !/\.\w+$/.test(path);
    watch(join(root, path), { recursive }, soon);
  }
}

const WAIT = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<title>Building the documentation</title><p>The documentation is being built, which takes a few minutes the first time.
This page reloads until it is ready. If it does not become ready, look at the terminal.</p></html>`;

function serve(sirv, port) {
  const page = sirv(folder, { dev: true });
  const documents = sirv(docs, { dev: true });
  let built; // undefined until somebody asks for the documentation
  const ready = { docs: false };
  const server = createServer((request, response) => {
    const missing = () => response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
    if (!request.url.startsWith("/docs/")) return page(request, response, missing);
    built ??= inOrder("the documentation", async () => {
      await run(join(root, "scripts/docs.sh"), docs);
      ready.docs = true;
    });
    if (!ready.docs) return response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(WAIT);
    request.url = request.url.slice("/docs".length);
    return documents(request, response, missing);
  });
  return new Promise((resolve, reject) => server.on("error", reject).listen(port, "127.0.0.1", resolve));
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await firstLook();
if (process.argv.includes("--once")) {
  console.log(folder);
} else {
  const { default: sirv } = await import(createRequire(join(process.env.SSLENGINE_DOCTOR_SIRV, "node_modules/")).resolve("sirv"));
  const port = Number(process.env.PORT ?? 8080);
  await serve(sirv, port);
  console.log(`==> Serving the page at http://localhost:${port}/ - stop with Ctrl-C`);
  inOrder("the second engine", secondEngine);
  onChange(() => {
    inOrder("the page", firstLook);
    inOrder("the second engine", secondEngine);
  });
}
