// The other functions of the package: several servers, repair, inspection, links, passwords, lists.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { crates, leafOnly, pkg, root } from "./pkg.mjs";

const { pem, at, hostname } = crates;
let api;

before(async () => {
  api = await import(pathToFileURL(join(pkg, "index.node.js")));
});

async function fails(call, code) {
  const error = await call.then(() => assert.fail("it did not fail"), (e) => e);
  assert.ok(error instanceof Error, String(error));
  assert.equal(error.code, code);
  assert.match(error.message, /^[A-ZÀ-Ý“«][^]+\.$/u);
  return error;
}

test("several files are one input, with their names", async () => {
  const end = pem.indexOf("-----END CERTIFICATE-----") + 26;
  const files = [{ name: "cert.pem", data: pem.slice(0, end) }, { name: "chain.pem", data: Buffer.from(pem.slice(end)) }];
  const report = await api.validate(files, { at, hostname });
  assert.equal(report.verdict, "pass");
  assert.deepEqual(report.input.files, ["cert.pem", "chain.pem"]);
  assert.deepEqual((await api.validate([pem, "x"], { at })).input.files, ["1", "2"]);
});

test("every server gets its own report", async () => {
  const both = await api.validateAll(`${leafOnly}\n${await readFile(join(root, "tests/fixtures/made/leaf-2048.pem"), "utf8")}`, { at });
  assert.deepEqual(both.map((s) => [s.name, s.report.certificates.length, s.error]), [[null, 1, null], [null, 1, null]]);
  assert.ok(both[1].line > both[0].line);
  const files = await api.validateAll([{ name: "good.pem", data: pem }, leafOnly, { name: "none", data: "nothing" }], { at });
  assert.deepEqual(files.map((s) => [s.name, s.report?.verdict, s.error?.code]), [
    ["good.pem", "pass", undefined],
    [null, "fail", undefined],
    ["none", undefined, "no-certificate"],
  ]);
  assert.deepEqual(files[0].report, await api.validate(pem, { at }));
  assert.deepEqual(await api.validateAll([], { at }), []);
  await fails(api.validateAll(7), "bad-input");
});

test("the certificates alone", async () => {
  const seen = await api.inspect(pem, { at });
  const { schemaVersion, tool, certificates, input } = await api.validate(pem, { at });
  assert.deepEqual(seen, { schemaVersion, tool, at, certificates, input });
  await fails(api.inspect("nothing"), "no-certificate");
});

test("the repaired chain contains the missing certificate", async () => {
  const repaired = await api.repair(leafOnly, { at });
  assert.equal(repaired.status.code, "complete");
  assert.equal(repaired.verdict, "pass");
  assert.deepEqual(repaired.changes.map((c) => [c.change, c.label]), [["added", "Amazon RSA 2048 M02"]]);
  assert.equal((await api.validate(repaired.fullChain, { at })).verdict, "pass");
  assert.equal(repaired.recommended, repaired.fullChain);
  assert.equal(repaired.acmCertificate + repaired.acmChain, repaired.fullChain);
  assert.equal(repaired.fullChainWithRoot, repaired.fullChain + repaired.root.pem);
  const french = await api.repair(leafOnly, { at, lang: "fr" });
  assert.match(french.changes[0].message, /^Ajouté/);
});

test("the chain that the most clients accept", async () => {
  const clients = ["debian-12", "mozilla-2026-07", "debian-12"];
  const best = await api.repairForClients(leafOnly, { at, clients });
  assert.deepEqual([best.accepted, best.acceptedAsSent], [3, 0]);
  assert.deepEqual(best.clients.map((row) => [row.client, row.verdict]), [["api-gateway", "pass"], ["debian-12", "pass"], ["mozilla-2026-07", "pass"]]);
  assert.deepEqual(best.repair.changes.map((c) => [c.change, c.label]), [["added", "Amazon RSA 2048 M02"]]);
  assert.equal(best.recommended, best.chain.map((c) => c.pem).join(""));
  assert.match(best.message, /3 of 3 clients, the chain as sent by 0/);
  // The written chain is the best one, too, and needs no repair.
  const again = await api.repairForClients(best.recommended, { at, clients, lang: "fr" });
  assert.deepEqual([again.accepted, again.acceptedAsSent, again.repair], [3, 3, null]);
  assert.equal(again.recommended, best.recommended);
  assert.match(again.message, /^Aucune chaîne trouvée/);
  // The default is every client, as for the command's --compare.
  const all = await api.repairForClients(leafOnly, { at });
  assert.ok(all.clients.length > 20 && all.accepted > 20, all.message);
  assert.ok(!all.clients.some((row) => row.client === "truststore"));
  assert.equal((await api.repair(leafOnly, { at, client: "debian-12" })).client, "debian-12");
});

test("if no client accepts any chain, the repair says why", async () => {
  const none = await api.repairForClients(leafOnly, { at, clients: [], load: () => undefined });
  assert.deepEqual([none.accepted, none.chain, none.recommended, none.clients], [0, [], "", []]);
  assert.equal(none.repair.status.code, "incomplete");
  assert.match(none.repair.status.message, /Amazon RSA 2048 M02/);
  assert.match(none.message, /^No client accepts/);
  await fails(api.repairForClients(leafOnly, { at, clients: ["java-1"] }), "bad-option");
  await fails(api.repairForClients(leafOnly, { at, clients: "java-8" }), "bad-option");
  assert.match((await fails(api.repair(leafOnly, { at, clients: [] }), "bad-option")).message, /Unknown option/);
});

test("data files come from the caller's source", async () => {
  const asked = [];
  const load = (name) => {
    asked.push(name);
    return readFile(join(pkg, "authorities", name));
  };
  assert.deepEqual(await api.repair(leafOnly, { at, load }), await api.repair(leafOnly, { at }));
  assert.ok(asked.length >= 1 && asked.every((name) => /^[0-9a-f]{2}\.bin$/.test(name)), asked.join());
  const buffer = async (name) => new Uint8Array(await load(name)).buffer;
  assert.equal((await api.repair(leafOnly, { at, load: buffer })).status.code, "complete");
  for (const none of [() => undefined, () => null, () => Promise.reject(new Error("no")), () => { throw new Error("no"); }, () => new Uint8Array(9)]) {
    const without = await api.repair(leafOnly, { at, load: none });
    assert.equal(without.status.code, "incomplete");
    assert.ok(without.unavailable.length > 0);
  }
  await fails(api.repair(leafOnly, { at, load: "x" }), "bad-option");
  assert.match((await fails(api.validate(pem, { load }), "bad-option")).message, /load/);
});

test("a link contains the chain, the options and the answer", async () => {
  const link = await api.encodeLink(pem, { at, hostname, address: "https://page.example/#old" });
  assert.match(link, /^https:\/\/page\.example\/#v1\./);
  const opened = await api.decodeLink(`Look: ${link}`);
  assert.equal(opened.kind, "chain");
  assert.deepEqual(opened.asked, { at, hostname, insecureSkipVerification: false, firstIsLeaf: false, clientCertificate: false, client: "api-gateway", language: "en" });
  const [then, now] = [await api.validate(pem, { at, hostname }), await api.validate(opened.pem, { at, hostname })];
  assert.deepEqual(now.certificates.map((c) => c.sha256), then.certificates.map((c) => c.sha256));
  assert.equal(opened.answer.verdict, then.verdict);
  assert.equal((await api.decodeLink(await api.encodeLink(pem))).asked.at, null);
});

test("a link to the verdict contains no name", async () => {
  const link = await api.encodeLink(leafOnly, { at, verdictOnly: true });
  assert.ok(link.length < 600, link);
  const opened = await api.decodeLink(link);
  assert.equal(opened.kind, "verdict");
  assert.deepEqual(opened.rules.map((r) => r.outcome), ["unknown", "pass", "fail", "pass"]);
  assert.ok(!JSON.stringify(opened).includes("crates.io"));
  assert.equal(opened.clientCertificate, false);
  const client = await api.decodeLink(await api.encodeLink(leafOnly, { at, verdictOnly: true, clientCertificate: true }));
  assert.equal(client.clientCertificate, true);
});

test("links that cannot be read or encoded", async () => {
  assert.equal((await fails(api.decodeLink("nothing"), "bad-link")).reason.code, "no-link");
  const link = await api.encodeLink(pem, { at });
  assert.equal((await fails(api.decodeLink(link.slice(0, -9), { lang: "fr" }), "bad-link")).reason.code, "truncated");
  const lost = await fails(api.decodeLink(link, { load: () => undefined }), "link-unresolved");
  assert.ok(lost.reason.missing.length > 0 && lost.reason.total === 4);
  await fails(api.decodeLink(7), "bad-input");
  await fails(api.encodeLink("nothing"), "no-certificate");
  const long = await fails(api.encodeLink(leafOnly, { at, hostname: "x".repeat(5000) }), "cannot-share");
  assert.equal(long.reason.code, "text-too-long");
});

test("passwords open a keystore and do not appear anywhere", async () => {
  const store = await readFile(join(root, "tests/fixtures/containers/openssl-3.p12"));
  const shut = await fails(api.validate(store, { at }), "no-certificate");
  assert.equal(shut.input.dropped[0].reason.code, "password-needed");
  const report = await api.validate(store, { at, passwords: ["wrong", "changeit"] });
  assert.ok(report.certificates.length > 0);
  assert.ok(!JSON.stringify(report).includes("changeit"));
  await fails(api.validate(store, { passwords: "changeit" }), "bad-option");
  await fails(api.validate(store, { passwords: [1] }), "bad-option");
});

test("a newer list is used", async () => {
  const { certificates } = await api.validate(pem, { at });
  const list = certificates.map((c, i) => `Alias name: own${i}\n\tSHA1: ${c.sha1}\n\tSHA256: ${c.sha256}\n`).join("");
  const report = await api.validate(pem, { at, list });
  assert.equal(report.tool.trustListEdition, "supplied:4");
  assert.ok(report.certificates[0].aliases.includes("own0"));
  await fails(api.validate(pem, { at, list: "nothing" }), "bad-list");
  await fails(api.validate(pem, { at, list: 7 }), "bad-option");
});

test("the browser's entry fetches data files from its own folder", async () => {
  const browser = await import(pathToFileURL(join(pkg, "index.js")));
  await browser.init(await readFile(join(pkg, "sslengine_doctor_bg.wasm")));
  const asked = [];
  const own = globalThis.fetch;
  globalThis.fetch = async (url) => {
    asked.push(String(url));
    return new Response(await readFile(new URL(url)));
  };
  try {
    assert.equal((await browser.repair(leafOnly, { at })).status.code, "complete");
    globalThis.fetch = async () => new Response("no", { status: 404 });
    assert.equal((await browser.repair(leafOnly, { at })).status.code, "incomplete");
  } finally {
    globalThis.fetch = own;
  }
  assert.ok(asked.every((url) => /\/authorities\/[0-9a-f]{2}\.bin$/.test(url)) && asked.length > 0, asked.join());
});
