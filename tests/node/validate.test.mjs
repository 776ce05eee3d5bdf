// The npm package in Node: real chains, errors with codes, options, and the README's examples.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { copyFile, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { crates, installed, leafOnly, pkg, root } from "./pkg.mjs";

const run = promisify(execFile);
const { pem, at, hostname } = crates;
let validate, init, version;

before(async () => {
  ({ validate, init, version } = await import(pathToFileURL(join(pkg, "index.node.js"))));
});

const outcomes = (report) => Object.fromEntries(report.rules.map((r) => [r.rule, r.outcome]));
const codes = (report) => report.rules.flatMap((r) => r.findings.map((f) => f.code));

/** The error of a call that must fail: an Error with this code and a readable message. */
async function fails(call, code) {
  const error = await call.then(() => assert.fail("it did not fail"), (e) => e);
  assert.ok(error instanceof Error, String(error));
  assert.equal(error.code, code);
  assert.match(error.message, /^[A-ZÀ-Ý“«][^]+\.$/u);
  return error;
}

test("a real chain is accepted, without its root and without initialisation", async () => {
  const report = await validate(pem, { at, hostname });
  assert.equal(report.verdict, "pass", report.verdictSentence);
  assert.equal(report.verdictSentence, "API Gateway would accept this chain for “crates.io”.");
  assert.deepEqual(outcomes(report), { "supported-ca": "pass", validity: "pass", chain: "pass", "key-size": "pass" });
  assert.equal(report.handshake.accepted, true);
  assert.equal(report.at, at);
  assert.ok(report.certificates.every((c) => c.signature === "valid"));
  assert.equal(report.hostname.accepted, true);
});

test("a missing intermediate is named", async () => {
  const report = await validate(leafOnly, { at });
  assert.equal(report.verdict, "fail");
  assert.equal(report.verdictSentence, "The intermediate “Amazon RSA 2048 M02” is missing. API Gateway will reject this chain.");
  assert.equal(report.fixes[0].fix, "send-issuer");
  assert.match(report.handshake.message, /unable to find valid certification path/);
  const missing = report.rules.flatMap((r) => r.findings).find((f) => f.code === "issuer-missing");
  assert.equal(missing.label, "Amazon RSA 2048 M02");
  assert.equal(missing.certificate, 0);
});

test("time, host name and mode are taken from the options", async () => {
  assert.equal(outcomes(await validate(pem, { at: "2030-01-01T00:00:00+01:00" })).validity, "fail");
  const other = await validate(pem, { at, hostname: "example.org" });
  assert.equal(other.verdict, "fail");
  assert.match(other.verdictSentence, /not valid for “example\.org”/);
  const waived = await validate(leafOnly, { at, insecureSkipVerification: true });
  assert.ok(codes(waived).includes("root-not-sent"), codes(waived).join());
});

test("without a time the clock is used", async () => {
  const before = Math.floor(Date.now() / 1000);
  const report = await validate(pem);
  const then = Date.parse(report.at) / 1000;
  assert.ok(then >= before && then <= Date.now() / 1000, report.at);
});

test("French", async () => {
  const report = await validate(leafOnly, { at, lang: "fr" });
  assert.equal(report.verdictSentence, "Le certificat intermédiaire «\u00a0Amazon RSA 2048 M02\u00a0» est manquant. API Gateway refusera cette chaîne.");
});

test("text and bytes give the same report, and so does DER", async () => {
  const text = await validate(pem, { at });
  const bytes = await validate(new TextEncoder().encode(pem), { at });
  assert.deepEqual(bytes, text);
  const padded = new Uint8Array(Buffer.from(`xx${pem}yy`)).subarray(2, -2);
  assert.deepEqual(await validate(padded, { at }), text);
  assert.deepEqual(await validate(Buffer.from(pem), { at }), text);
  const der = Buffer.from(text.certificates[0].pem.replace(/-----[^-]+-----|\s/g, ""), "base64");
  assert.equal((await validate(der, { at })).certificates[0].sha256, text.certificates[0].sha256);
});

test("parallel calls do not affect each other", async () => {
  const reports = await Promise.all(Array.from({ length: 20 }, (_, i) => validate(i % 2 ? pem : leafOnly, { at })));
  reports.forEach((report, i) => assert.equal(report.verdict, i % 2 ? "pass" : "fail"));
});

test("the report is plain data", async () => {
  const report = await validate(pem, { at });
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
});

test("input without a certificate", async () => {
  await fails(validate("", { at }), "empty");
  await fails(validate(" \r\n\t"), "empty");
  await fails(validate(new Uint8Array()), "empty");
  const request = await fails(validate("-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END CERTIFICATE REQUEST-----"), "no-certificate");
  assert.equal(request.input.dropped.length, 1);
  assert.equal(typeof request.input.dropped[0].message, "string");
  const french = await fails(validate("rien", { lang: "fr" }), "no-certificate");
  assert.match(french.message, /^Aucun certificat trouvé\./);
});

test("a private key never comes back", async () => {
  const { generateKeyPairSync } = await import("node:crypto");
  const key = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" });
  const body = key.split("\n")[1].slice(0, 24);
  const error = await fails(validate(key), "no-certificate");
  assert.equal(error.input.dropped[0].reason.code, "private-key");
  assert.ok(!JSON.stringify(error.input).includes(body) && !error.message.includes(body));
  const report = await validate(key + pem, { at });
  assert.equal(report.verdict, "pass");
  assert.ok(!JSON.stringify(report).includes(body));
  assert.equal(report.input.dropped[0].reason.code, "private-key");
});

test("64 KB of garbage", async () => {
  let seed = 1;
  const noise = Uint8Array.from({ length: 65536 }, () => (seed = (seed * 48271) % 2147483647) & 255);
  await fails(validate(noise), "no-certificate");
  await fails(validate(Buffer.from(noise).toString("latin1")), "no-certificate");
  await fails(validate("\ud800".repeat(1000)), "no-certificate");
  const report = await validate(Buffer.concat([noise, Buffer.from(`\n${pem}`)]), { at });
  assert.equal(report.verdict, "pass");
});

test("a number that JavaScript cannot hold does not break the report", async () => {
  const huge = await readFile(join(root, "tests/node/fixtures/huge-path-length.pem"), "utf8");
  const { certificates } = await validate(huge, { at });
  // Java treats such an extension as unreadable, and so does this library: the extension is listed
  // without a value.
  assert.equal(certificates[0].pathLen, null);
  assert.ok(certificates[0].extensions.some((e) => e.name === "Basic Constraints"));
});

test("neither string nor bytes", async () => {
  for (const input of [undefined, null, 7, {}, [7], [{}], [{ name: 1, data: pem }], new Uint8Array(1).buffer, Promise.resolve(pem)]) {
    await fails(validate(input), "bad-input");
  }
});

test("invalid options", async () => {
  const wrong = [
    { host: "crates.io" },
    { at: 1700000000 },
    { at: "yesterday" },
    { at: new Date() },
    { hostname: 5 },
    { insecureSkipVerification: "yes" },
    { lang: "de" },
    { lang: null },
    "crates.io",
    [],
    7,
  ];
  for (const options of wrong) await fails(validate(pem, options), "bad-option");
  assert.match((await fails(validate(pem, { hostName: "x" }), "bad-option")).message, /hostName/);
});

test("absent options", async () => {
  for (const options of [undefined, null, {}, { at: undefined, hostname: undefined, lang: undefined }]) {
    assert.equal((await validate(pem, options)).schemaVersion, 1);
  }
});

test("init may be called any number of times, and version returns the package's version", async () => {
  await Promise.all([init(), init()]);
  const manifest = JSON.parse(await readFile(join(pkg, "package.json"), "utf8"));
  assert.equal(await version(), manifest.version);
  assert.equal((await validate(pem, { at })).tool.version, manifest.version);
});

test("every file that package.json names is there", async () => {
  const manifest = JSON.parse(await readFile(join(pkg, "package.json"), "utf8"));
  for (const file of [...manifest.files, manifest.types, manifest.main, manifest.module, manifest.bin["sslengine-doctor"]]) await stat(join(pkg, file));
  // The certificates of each bucket, and those that only clients other than API Gateway need.
  const made = await readdir(join(root, "static/authorities"));
  const certificates = made.filter((name) => /^[0-9a-f]{2}(\.more)?\.bin$/.test(name));
  assert.ok(certificates.length >= 256);
  assert.deepEqual((await readdir(join(pkg, "authorities"))).sort(), certificates.sort());
});

test("a chain piped into node -e", async () => {
  await installed(async (folder) => {
    const script = `import { text } from "node:stream/consumers";
      import { validate } from "sslengine-doctor";
      const report = await validate(await text(process.stdin), { at: "${at}" });
      console.log(JSON.stringify(report));`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
    child.stdin.end(pem);
    let out = "";
    for await (const chunk of child.stdout) out += chunk;
    assert.equal(JSON.parse(out).verdict, "pass");
  });
});

test("without WebCrypto signatures are still verified", async () => {
  await installed(async (folder) => {
    const script = `Object.defineProperty(globalThis, "crypto", { value: undefined });
      const { validate } = await import("sslengine-doctor");
      const { readFile } = await import("node:fs/promises");
      console.log(JSON.stringify(await validate(await readFile("chain.pem"), { at: "${at}" })));`;
    await writeFile(join(folder, "chain.pem"), pem);
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], { cwd: folder });
    assert.deepEqual(JSON.parse(stdout), await validate(pem, { at }));
  });
});

test("the README's examples run", async () => {
  const readme = await readFile(join(root, "npm/README.md"), "utf8");
  const examples = [...readme.matchAll(/<!-- test: node -->\n```js\n(.*?)```/gs)].map((m) => m[1]);
  assert.equal(examples.length, 4);
  await installed(async (folder) => {
    await copyFile(join(root, "tests/fixtures/real/crates-io.pem"), join(folder, "chain.pem"));
    await writeFile(join(folder, "leaf.pem"), leafOnly);
    const said = [];
    for (const [i, example] of examples.entries()) {
      await writeFile(join(folder, `example${i}.mjs`), example);
      said.push((await run(process.execPath, [`example${i}.mjs`], { cwd: folder })).stdout);
    }
    assert.match(said[0], /^pass\nAPI Gateway would accept this chain for “crates\.io”\.\n/);
    assert.match(said[1], /^The chain is repaired, and API Gateway would accept it\.\n/);
    assert.match(said[2], /^This chain is accepted by 3 of 3 clients.*\nAPI Gateway pass .*\nJava 17 \(Debian 12\) pass .*\n.*\n-----BEGIN CERTIFICATE-----\n/);
    assert.match(said[3], /^no-certificate No certificate found\. Line 1: /);
  });
});

test("the browser's entry works with the WebAssembly handed to it", async () => {
  const browser = await import(pathToFileURL(join(pkg, "index.js")));
  await browser.init(await readFile(join(pkg, "sslengine_doctor_bg.wasm")));
  assert.equal((await browser.validate(pem, { at })).verdict, "pass");
});
