// What `make serve` stages is what Trunk stages for a release, except for the programs.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { stage } from "../../scripts/stage.mjs";
import { dist } from "./site.mjs";

/** The files that scripts/serve.mjs builds after staging. */
const BUILT = ["app.js", "app_bg.wasm", "engine.js", "engine_bg.wasm", "engine-full.js", "engine-full_bg.wasm"];

/** The addresses in the attributes of the start-up script, by attribute, without content hashes. */
function started(html) {
  const [tag] = html.match(/<script [^>]*id="boot"[^>]*>/);
  const found = [...tag.matchAll(/ data-([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value.replace(/-[0-9a-f]{16}/, "")]);
  return Object.fromEntries(found.filter(([name]) => !/^(?:words|first)-|^(?:answer|reader)$/.test(name) && name !== "service-worker"));
}

test("`make serve` stages the page of a release, and every file that it names", () => {
  const folder = mkdtempSync(join(tmpdir(), "staged-"));
  try {
    stage(folder);
    const html = readFileSync(join(folder, "index.html"), "utf8");
    assert.doesNotMatch(html, /data-trunk/);
    const local = [...html.matchAll(/ (?:src|href|data-[\w-]+)="(?:\.\/)?([\w-]+(?:\/[\w.-]+)*\.\w+)"/g)].map(([, file]) => file);
    assert.ok(local.length > 25, `${local}`);
    for (const file of local) assert.ok(BUILT.includes(file) || existsSync(join(folder, file)), `${file} was not staged`);
    assert.deepEqual(started(html), started(readFileSync(join(dist, "index.html"), "utf8")));
    for (const path of ["examples/complete.pem", "authorities/00.head.bin"]) assert.ok(existsSync(join(folder, path)), path);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
