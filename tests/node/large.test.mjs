// Inputs beyond the sizes at which the package switches strategy: long texts, large reports, many
// servers.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { crates, pkg, root } from "./pkg.mjs";

const { validate, validateAll, inspect } = await import(pathToFileURL(join(pkg, "index.node.js")));
const { pem, at } = crates;
const bundle = await readFile(join(root, "trust/intermediates.pem"), "utf8");
const native = process.env.SSLENGINE_DOCTOR_NATIVE;

test("a long text is read like its bytes, whatever its content", async () => {
  const line = "Erreur à l’heure d’été 🙂 \ud83d: réessayer\n";
  for (const noise of [line.repeat(4000), "plain\n".repeat(20_000)]) {
    const text = noise + pem;
    const [fromText, fromBytes] = [await validate(text, { at }), await validate(new TextEncoder().encode(text), { at })];
    assert.equal(JSON.stringify(fromText), JSON.stringify(fromBytes));
    const before = text.slice(0, text.indexOf("-----BEGIN"));
    assert.equal(fromText.certificates[0].source.at.line, before.split("\n").length);
  }
});

test("a string of any length is read like its bytes, alone or in a list", async () => {
  // Lengths around the threshold above which the host's encoder is used.
  const [leaf] = pem.match(/-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----\n/);
  for (const length of [4095, 4096, 4097, 9000]) {
    for (const unit of ["x", "é", "語", "🙂", "x\ud83d"]) {
      const text = `${unit.repeat(length).slice(0, length - leaf.length - 1)}\n${leaf}`;
      assert.equal(text.length, length);
      const bytes = new TextEncoder().encode(text);
      const [list, one] = [await validate([text], { at }), await validate(text, { at })];
      assert.equal(JSON.stringify(list), JSON.stringify(await validate([bytes], { at })), `${length} ${unit}`);
      assert.equal(JSON.stringify(one), JSON.stringify(await validate(bytes, { at })), `${length} ${unit}`);
    }
  }
});

test("a large report is complete and in order", async () => {
  const blocks = bundle.match(/-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----\n/g);
  assert.ok(blocks.length > 1000, String(blocks.length));
  const [inspection, report] = [await inspect(bundle, { at }), await validate(bundle, { at })];
  assert.deepEqual(inspection.certificates.map((c) => c.index), blocks.map((_, n) => n));
  assert.deepEqual(inspection.certificates.map((c) => c.pem), blocks);
  assert.deepEqual(report.certificates, inspection.certificates);
  assert.deepEqual(Object.keys(inspection), ["schemaVersion", "tool", "at", "certificates", "input"]);
});

test("a large report equals the native command's byte for byte", { skip: !native && "the native command is not built" }, async () => {
  const output = await promisify(execFile)(native, ["--format", "json", "--at", at, "trust/intermediates.pem"], { cwd: root, maxBuffer: 1 << 28 }).catch((error) => error);
  assert.equal(`${JSON.stringify(await validate(bundle, { at }), null, 2)}\n`, output.stdout);
});

test("many servers: shared links are verified once, and each server is checked by its own", async () => {
  const other = await readFile(join(root, "tests/fixtures/real/amazon-p256.pem"), "utf8");
  const [leaf, ...above] = pem.match(/-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----\n/g);
  // The same leaf with its last signature bytes changed has the same issuer name, but that issuer
  // did not sign it.
  const der = Buffer.from(leaf.replace(/-----[^-]*-----|\s/g, ""), "base64");
  der[der.length - 1] ^= 1;
  const forged = `-----BEGIN CERTIFICATE-----\n${der.toString("base64").replace(/.{1,64}/g, "$&\n")}-----END CERTIFICATE-----\n`;
  const files = Array.from({ length: 150 }, (_, n) => [pem, other, forged + above.join("")][n % 3]);
  const answers = await validateAll(files, { at });
  assert.equal(answers.length, 150);
  for (const [n, { report }] of answers.entries()) {
    assert.equal(JSON.stringify(report), JSON.stringify(await validate(files[n], { at })), String(n));
    assert.equal(report.certificates[0].signature, n % 3 === 2 ? "invalid" : "valid", String(n));
  }
});
