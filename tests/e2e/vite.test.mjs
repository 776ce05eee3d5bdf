// The npm package in an application built by Vite, on its page and in its web worker: the answers
// equal those in Node.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { fixture, launch, root, serve } from "./site.mjs";

const pkg = process.env.SSLENGINE_DOCTOR_PKG ?? join(root, "pkg");

const APP = {
  "index.html": '<!doctype html><title>app</title><script type="module" src="./main.js"></script><pre id="page"></pre><pre id="worker"></pre>',
  "main.js": `import { answers } from "./answers.js";
    const show = (id) => (value) => (document.getElementById(id).textContent = JSON.stringify(value));
    const question = await (await fetch(new URL("question.json", document.baseURI))).json();
    show("page")(await answers(question));
    const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => show("worker")(data);
    worker.postMessage(question);`,
  "worker.js": `import { answers } from "./answers.js";
    onmessage = async ({ data }) => postMessage(await answers(data));`,
  "answers.js": `import { init, repair, validate } from "sslengine-doctor";
    export async function answers({ pem, leaf, options }) {
      await init();
      return { report: await validate(pem, options), repaired: await repair(leaf, options) };
    }`,
};

test("an application built by Vite gives the same answers as Node, on its page and in its worker", { skip: !existsSync(pkg) && `the package is not built: ${pkg}` }, async () => {
  const pem = fixture("real/crates-io.pem");
  const end = "-----END CERTIFICATE-----\n";
  const question = { pem, leaf: pem.slice(0, pem.indexOf(end)) + end, options: { at: "2023-06-01T00:00:00Z", hostname: "crates.io", lang: "fr" } };
  const folder = await mkdtemp(join(tmpdir(), "sslengine-doctor-vite-"));
  let browser, site;
  try {
    await mkdir(join(folder, "node_modules"));
    await symlink(pkg, join(folder, "node_modules/sslengine-doctor"), "junction");
    await Promise.all(Object.entries(APP).map(([name, text]) => writeFile(join(folder, name), text)));
    // The package needs no settings; only the folder is set.
    await build({ root: folder, base: "./", logLevel: "error", configFile: false });
    await writeFile(join(folder, "dist/question.json"), JSON.stringify(question));
    [browser, site] = [await launch(), await serve(join(folder, "dist"))];
    const page = await browser.newPage();
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => message.type() === "error" && !message.location().url.endsWith("favicon.ico") && complaints.push(message.text()));
    await page.goto(site.url);
    const answer = async (id) => {
      await page.locator(`#${id}:not(:empty)`).waitFor({ state: "attached" });
      return JSON.parse(await page.locator(`#${id}`).textContent());
    };
    const { repair, validate } = await import(pathToFileURL(join(pkg, "index.node.js")));
    const own = { report: await validate(pem, question.options), repaired: await repair(question.leaf, question.options) };
    assert.equal(own.repaired.status.code, "complete", "data files are needed and loaded");
    assert.deepEqual(await answer("page"), own);
    assert.deepEqual(await answer("worker"), own);
    assert.deepEqual(complaints, []);
    const wasm = site.asked.filter((path) => path.endsWith(".wasm"));
    assert.equal(new Set(wasm).size, 1, wasm.join());
    assert.ok(!wasm.some((path) => path.includes("command")), "the command's file is for Node only");
  } finally {
    await browser?.close();
    site?.close();
    await rm(folder, { recursive: true, force: true });
  }
});
