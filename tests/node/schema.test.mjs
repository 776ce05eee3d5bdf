// docs/report.schema.json: generated from the current types, and valid for every report in the
// tests.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import Ajv from "ajv/dist/2020.js";
import { kept, schema } from "../../scripts/schema.mjs";
import { asked, corpus, PASSWORD } from "../corpus.mjs";
import { branches, taken } from "./branches.mjs";
import { crates, leafOnly, pkg, root } from "./pkg.mjs";

const text = await kept();
const schemaAsMade = JSON.parse(text);
const holds = new Ajv({ allErrors: true, strict: true, strictTypes: false }).compile(schemaAsMade);
const everything = JSON.parse(await readFile(join(root, "tests/node/fixtures/everything.json"), "utf8"));

/** The schema's errors for a value; empty if it is valid. */
function faults(value) {
  holds(value);
  return (holds.errors ?? []).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}

test("it matches the types and is in the package", async () => {
  assert.equal(text, await schema(), "run: node scripts/schema.mjs");
  assert.equal(await readFile(join(pkg, "report.schema.json"), "utf8"), text);
});

test("it contains every code with its evidence", () => {
  assert.deepEqual(faults(everything.report), []);
});

/** Certificates and texts that no fixture has, for rare branches. */
function rarities() {
  const blocks = crates.pem.match(/-----BEGIN[^]*?-----END CERTIFICATE-----/g);
  const leaf = Buffer.from(blocks[0].split("\n").slice(1, -1).join(""), "base64");
  const changed = (change) => {
    const der = Buffer.from(leaf);
    change(der);
    return der;
  };
  const fixture = (name) => readFileSync(join(root, "tests/fixtures", name));
  const { at } = crates;
  const failed = "Execution failed due to configuration error: ";
  const described = (issuer, subject) => `Certificate:
    Data:
        Version: 3 (0x2)
        Serial Number: 4711 (0x1267)
        Signature Algorithm: sha256WithRSAEncryption
        Issuer: ${issuer}
        Validity
            Not Before: Jan  1 00:00:00 2023 GMT
            Not After : Jan  1 00:00:00 2033 GMT
        Subject: ${subject}
        Subject Public Key Info:
            Public Key Algorithm: rsaEncryption
                Public-Key: (2048 bit)
        X509v3 extensions:
            X509v3 Subject Alternative Name:
                DNS:www.example.org
${crates.pem}`;
  const hosts = ["vpce-01-ab.execute-api.eu-west-1.vpce.amazonaws.com", "a.execute-api.eu-west-1.amazonaws.com", "a.cloudfront.net", "ec2-1-2-3-4.compute-1.amazonaws.com", "a.s3.amazonaws.com"];
  return [
    ...hosts.map((hostname) => [crates.pem, { at, hostname }]), // names that belong to AWS
    [`${failed}PKIX path building failed: x\n${crates.pem}`, { at }], // a log that contradicts the chain
    [`${failed}PKIX path building failed: x\n${crates.pem}`, { at: "2025-01-01T00:00:00Z" }],
    [`${failed}Host name 'crates.io' does not match the certificate subject provided by the peer (CN=x)\n${crates.pem}`, { at, hostname: "crates.io" }],
    [`*  SSL certificate verify ok.\n${blocks[0]}`, { at }],
    [`subject=CN = a\nissuer=CN = b\nserial=01\n${crates.pem}`, { at }], // descriptions of other certificates
    [`curl https://www.example.net/\n${described("CN = b", "CN = a")}`, { at }],
    [described("CN = a", "CN = a"), { at }],
    [described("O = Zscaler Inc., CN = Zscaler Intermediate Root CA", "CN = a"), { at }],
    [described("O = (STAGING) Let's Encrypt, CN = (STAGING) Tenuous Tomato R13", "CN = a"), { at }],
    [described("OU = CloudFlare Origin SSL Certificate Authority", "CN = CloudFlare Origin Certificate"), { at }],
    [described("O = Acme Co, CN = Kubernetes Ingress Controller Fake Certificate", "O = Acme Co, CN = Kubernetes Ingress Controller Fake Certificate"), { at }],
    [[changed((der) => (der[der.length - 1] ^= 1)), ...blocks.slice(1)], { at }], // another signature
    [changed((der) => (der[der.indexOf(Buffer.from("0603551d0e", "hex")) + 4] = 0x7e)), { at }], // an unknown extension
    [leaf.toString("base64"), { at }],
    [crates.pem, { at, hostname: crates.hostname }],
    [fixture("real/entrust-2019.pem"), { at: "2020-01-01T00:00:00Z" }], // inconclusive
    [fixture("real/cloudflare-dns-2021.pem"), { at, hostname: "1.1.1.1" }],
    [crates.pem, { at, hostname: "1.1.1.1" }],
    [crates.pem, { at, client: "java-8" }], // a client without a limit of the key
    [`# Output of sslengine-doctor --connect crates.io:443 for crates.io\n${crates.pem}`, { at }], // the output of --connect
    [fixture("made/not-ca.pem"), { at, hostname: "api.example.com" }], // a name in the subject only
    [`curl https://api.example.com/\nverify error:num=20:unable to get local issuer certificate\n${blocks[0]}`, { at }],
    [`CONNECTED(00000003)\nCertificate chain\n 0 s:CN = a\n 1 s:CN = b\n---\nServer certificate\n${blocks[0]}`, { at }],
  ];
}

// Both directions: the schema covers what the program returns, and the program returns all that the
// schema has. `everything` comes from the Rust types: tests/native/samples/mod.rs has an item for
// each variant and does not compile without one.
test("it is valid for real reports, and reports with every code use each of its branches", async () => {
  const { validate } = await import(pathToFileURL(join(pkg, "index.node.js")));
  const seen = new Set(taken(schemaAsMade, "Report", everything.report));
  let reports = 0;
  const check = async (input, options) => {
    const report = await validate(input, { ...options, passwords: [PASSWORD] }).catch(() => undefined);
    if (!report) return;
    assert.deepEqual(faults(report), []);
    for (const branch of taken(schemaAsMade, "Report", report)) seen.add(branch);
    reports += 1;
  };
  for (const file of corpus) {
    const data = await readFile(join(root, file));
    for (const options of asked) for (const input of [data, [{ name: file, data }]]) await check(input, options);
  }
  for (const [input, options] of rarities()) await check(input, options);
  for (const input of [crates.pem, leafOnly]) {
    const { stdout } = spawnSync(process.execPath, [join(pkg, "command.js"), "--compare", "--format", "json", "--at", crates.at], { input, encoding: "utf8" });
    const report = JSON.parse(stdout);
    assert.ok(report.clients.length > 20, stdout);
    for (const branch of taken(schemaAsMade, "Report", report)) seen.add(branch);
  }
  assert.ok(reports > 200, String(reports));
  // A finding is about a certificate or the whole chain. The schema does not record which, so
  // either is enough.
  const either = /^Finding \(.*\)\.certificate /;
  const other = /^(ServerResult|LineResult|Inspection|InputError|Repaire?d?(Status|Certificate|Chain)|ChainForClients|Change|Removal|OpenedLink|LinkAnswer)\b/;
  const missing = [...branches(schemaAsMade)].filter((branch) => !seen.has(branch) && !either.test(branch) && !other.test(branch));
  assert.deepEqual(missing, [], "no report uses these branches of the schema");
});

test("it is valid for the other functions and the command's lines", async () => {
  const api = await import(pathToFileURL(join(pkg, "index.node.js")));
  const { pem, at, hostname } = crates;
  const fits = (name, value) => assert.ok(taken(schemaAsMade, name, value).length > 0);
  for (const server of await api.validateAll([pem, leafOnly, "nothing"], { at })) fits("ServerResult", server);
  fits("Inspection", await api.inspect(pem, { at }));
  const blocks = pem.match(/-----BEGIN[^]*?-----END CERTIFICATE-----/g);
  const made = await readFile(join(root, "tests/fixtures/made/leaf-2048.pem"), "utf8");
  const self = await readFile(join(root, "tests/fixtures/made/self-signed.pem"), "utf8");
  for (const input of [pem, leafOnly, blocks.toReversed().concat(blocks[0], made).join("\n"), made, self, blocks[2]]) {
    fits("RepairedChain", await api.repair(input, { at }));
  }
  fits("RepairedChain", await api.repair(leafOnly, { at, load: () => undefined }));
  for (const [input, clients] of [[pem, undefined], [leafOnly, ["debian-12"]], [self, []]]) {
    fits("ChainForClients", await api.repairForClients(input, { at, clients }));
  }
  fits("OpenedLink", await api.decodeLink(await api.encodeLink(pem, { at, hostname })));
  fits("OpenedLink", await api.decodeLink(await api.encodeLink(pem, { at, verdictOnly: true })));
  const input = [JSON.stringify({ id: [1], pem }), JSON.stringify({ pem: "nothing" }), "no JSON"].join("\n");
  const { stdout } = spawnSync(process.execPath, [join(pkg, "command.js"), "--lines", "--at", at], { input, encoding: "utf8" });
  const lines = stdout.trim().split("\n").map((line) => JSON.parse(line));
  assert.equal(lines.length, 3);
  for (const line of lines) fits("LineResult", line);
});

/** A value with all its arrays empty. */
function emptied(value) {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return [];
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, emptied(part)]));
}

/**
 * A copy of a value with `part` at a path. Next to the path all arrays are empty, so it takes little time to validate,
 * and the schema's errors are about that part.
 */
function reduced(value, [key, ...path], part) {
  if (key === undefined) return part;
  if (Array.isArray(value)) return [reduced(value[key], path, part)];
  const entries = Object.entries(value).map(([name, other]) => [name, name === key ? reduced(other, path, part) : emptied(other)]);
  return Object.fromEntries(entries);
}

/** The path of each object in a value, and the object. */
function* objects(value, path = []) {
  if (value === null || typeof value !== "object") return;
  if (!Array.isArray(value)) yield [path, value];
  for (const [key, part] of Object.entries(value)) yield* objects(part, [...path, key]);
}

test("it rejects an unknown key, a missing one and a wrong type anywhere", () => {
  const optional = ["files", "entry", "alias"];
  let places = 0;
  for (const [path, object] of objects(everything.report)) {
    places += 1;
    const name = path.join(".");
    const accepts = (part) => holds(reduced(everything.report, path, part));
    assert.ok(accepts(object), `${name}: ${JSON.stringify(holds.errors)}`);
    assert.ok(!accepts({ ...object, unknown: 1 }), `${name}: another key`);
    const key = Object.keys(object).findLast((name) => !optional.includes(name));
    const { [key]: _, ...without } = object;
    assert.ok(!accepts(without), `${name}.${key}: absent`);
    assert.ok(!accepts({ ...object, [key]: { unknown: 1 } }), `${name}.${key}: an object`);
  }
  assert.ok(places > 200, String(places));
  assert.ok(faults({ ...everything.report, verdict: "maybe" }).length > 0);
  assert.ok(faults({ ...everything.report, schemaVersion: 2 }).length > 0);
});
