// Checks index.d.ts against the returned values: every code with its evidence
// (fixtures/everything.json, which a Rust test keeps current) and real reports. They are written as
// literals: then TypeScript rejects keys that are not in the types.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { crates, installed, leafOnly, pkg, root } from "./pkg.mjs";

const run = promisify(execFile);
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const everything = JSON.parse(await readFile(join(root, "tests/node/fixtures/everything.json"), "utf8"));

/** The output of tsc for a module that imports the package; empty if there are no errors. */
async function complaints(source) {
  return installed(async (folder) => {
    await writeFile(join(folder, "check.mts"), source);
    const strict = ["--strict", "--noEmit", "--exactOptionalPropertyTypes", "--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom"];
    try {
      await run(process.execPath, [tsc, ...strict, "check.mts"], { cwd: folder });
      return "";
    } catch (error) {
      return error.stdout || String(error);
    }
  });
}

const literal = (name, type, value) => `const ${name}: ${type} = ${JSON.stringify(value)};\n`;
const all = (values, key) => [...new Set(values.map((value) => value[key]))];
const union = (values) => values.map((value) => JSON.stringify(value)).join(" | ");

test("every value that can be returned has its type, and every type can be returned", async () => {
  const { report } = everything;
  const findings = report.rules.flatMap((rule) => rule.findings);
  const covered = {
    'Finding["code"]': all(findings, "code"),
    'Fix["fix"]': all(report.fixes, "fix"),
    'InputNote["code"]': all(report.input.notes, "code"),
    'DropReason["code"]': all(report.input.dropped.map((d) => d.reason), "code"),
    'LogKind["code"]': all(report.input.hints.messages.map((m) => m.kind), "code"),
    DefaultProduct: all(findings.filter((f) => f.product), "product"),
    Repair: all(report.input.notes.filter((n) => n.repair), "repair"),
    NoiseKind: all(report.input.notes.filter((n) => n.code === "passed-over-lines"), "kind"),
    PrivateKeyKind: all(report.input.dropped.map((d) => d.reason).filter((r) => r.code === "private-key"), "kind"),
    NameKind: all(findings.filter((f) => f.code === "name-constraint"), "kind"),
    Defect: all(findings.filter((f) => f.defect), "defect"),
  };
  let source = 'import type * as T from "sslengine-doctor";\n';
  source += literal("report", "T.Report", report);
  for (const [type, values] of Object.entries(covered)) {
    source += `const unseen_${type.replace(/\W/g, "")}: never = null! as Exclude<T.${type}, ${union(values)}>;\n`;
  }
  assert.equal(await complaints(source), "");
});

test("the test above detects differences", async () => {
  const head = 'import type * as T from "sslengine-doctor";\n';
  const fix = everything.report.fixes[0];
  assert.match(await complaints(head + literal("fix", "T.Fix", { ...fix, extra: 1 })), /extra/);
  const { label, ...lacking } = fix;
  assert.match(await complaints(head + literal("fix", "T.Fix", lacking)), /label/);
  assert.match(await complaints(head + 'const unseen: never = null! as Exclude<T.Verdict, "pass">;\n'), /never/);
});

test("real reports and errors match the types", async () => {
  const { validate } = await import(pathToFileURL(join(pkg, "index.node.js")));
  const { pem, at, hostname } = crates;
  const error = await validate("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----").catch((e) => e);
  let source = 'import type * as T from "sslengine-doctor";\n';
  source += literal("good", "T.Report", await validate(pem, { at, hostname }));
  source += literal("bad", "T.Report", await validate(leafOnly, { at, insecureSkipVerification: true }));
  source += literal("input", 'T.ValidateError["input"]', error.input) + literal("code", 'T.ValidateError["code"]', error.code);
  assert.equal(await complaints(source), "");
});

test("the functions match the types", async () => {
  const good = `import load, { init, validate, version, type Report, type Options } from "sslengine-doctor";
    await init(); await load(new URL("https://example.com/x.wasm"));
    const options: Options = { at: "2026-01-01T00:00:00Z", lang: "fr" };
    const report: Report = await validate(new Uint8Array(), options);
    const text: string = (await version()) + report.verdictSentence;
    for (const finding of report.rules[0]!.findings) if (finding.code === "issuer-missing") finding.locations.at(0)?.length;`;
  assert.equal(await complaints(good), "");
  assert.match(await complaints('import { validate } from "sslengine-doctor"; await validate(7);'), /TS2345/);
  assert.match(await complaints('import { validate } from "sslengine-doctor"; await validate("", { host: "x" });'), /TS2353/);
});
