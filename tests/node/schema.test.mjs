// docs/report.schema.json: made from the types as they are, and true of every report that the tests have.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import Ajv from "ajv/dist/2020.js";
import { kept, schema } from "../../scripts/schema.mjs";
import { corpus, PASSWORD } from "../corpus.mjs";
import { crates, pkg, root } from "./pkg.mjs";

const text = await kept();
const holds = new Ajv({ allErrors: true, strict: true, strictTypes: false }).compile(JSON.parse(text));
const everything = JSON.parse(await readFile(join(root, "tests/node/fixtures/everything.json"), "utf8"));

/** What the schema says against a value; empty where nothing. */
function faults(value) {
  holds(value);
  return (holds.errors ?? []).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}

test("it is that of the types, and in the package", async () => {
  assert.equal(text, await schema(), "run: node scripts/schema.mjs");
  assert.equal(await readFile(join(pkg, "report.schema.json"), "utf8"), text);
});

test("every code with its evidence is in it", () => {
  assert.deepEqual(faults(everything.report), []);
});

test("real reports are in it", async () => {
  const { validate } = await import(pathToFileURL(join(pkg, "index.node.js")));
  let seen = 0;
  for (const file of corpus) {
    const data = await readFile(join(root, file));
    const report = await validate(data, { at: crates.at, hostname: "crates.io", passwords: [PASSWORD] }).catch(() => undefined);
    if (report) assert.deepEqual(faults(report), [], file);
    seen += report ? 1 : 0;
  }
  assert.ok(seen > 50, String(seen));
});

/** Every object of a value, with a function that gives a copy of the whole in which that one is changed. */
function* objects(whole, value = whole, path = []) {
  if (value === null || typeof value !== "object") return;
  if (!Array.isArray(value)) {
    const changed = (change) => {
      const copy = structuredClone(whole);
      change(path.reduce((part, key) => part[key], copy));
      return copy;
    };
    yield [path.join("."), changed, value];
  }
  for (const [key, part] of Object.entries(value)) yield* objects(whole, part, [...path, key]);
}

test("an unknown key, a missing one and a wrong type are not, wherever they stand", () => {
  const optional = ["files", "entry", "alias"];
  let places = 0;
  for (const [path, changed, value] of objects(everything.report)) {
    places += 1;
    assert.ok(faults(changed((object) => (object.unknown = 1))).length > 0, `${path}: another key`);
    const key = Object.keys(value).findLast((name) => !optional.includes(name));
    assert.ok(faults(changed((object) => delete object[key])).length > 0, `${path}.${key}: absent`);
    assert.ok(faults(changed((object) => (object[key] = { unknown: 1 }))).length > 0, `${path}.${key}: an object`);
  }
  assert.ok(places > 200, String(places));
  assert.ok(faults({ ...everything.report, verdict: "maybe" }).length > 0);
  assert.ok(faults({ ...everything.report, schemaVersion: 2 }).length > 0);
});
