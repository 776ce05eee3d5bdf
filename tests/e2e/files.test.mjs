// Input as people provide it: a dozen formats, several files, folders, keystores with passwords,
// private keys.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { browser, bytes, drop, fixture, shownResult, objections, open, paste, picture, setUp, site } from "./site.mjs";

setUp();

const chain = fixture("ingest/chain.pem");
const pems = chain.match(/-----BEGIN[^]*?-----END CERTIFICATE-----/g);
const body = (pem) => pem.split("\n").slice(1, -1).join("");
const ders = pems.map((pem) => Buffer.from(body(pem), "base64"));
const base64 = (text) => Buffer.from(text).toString("base64");

/** The fingerprints that the certificate cards show. */
async function fingerprints(page) {
  await shownResult(page);
  await page.evaluate(() => document.querySelectorAll(".chain__extras").forEach((extras) => (extras.open = true)));
  const cards = page.locator("details.stop");
  const found = [];
  for (let place = 0; place < (await cards.count()); place += 1) {
    const card = cards.nth(place);
    await card.locator("summary").first().click();
    found.push((await card.getByText(/(?:[0-9A-F]{2}:){31}/).first().innerText()).trim());
  }
  return found;
}

const { createHash } = await import("node:crypto");
const sha256 = (der) => createHash("sha256").update(der).digest("hex").toUpperCase().match(/../g).join(":");
const expected = ders.map(sha256);

// tests/native/ingest/forms.rs tests all formats; these are the twelve most common ones.
const FORMS = {
  "plain PEM": chain,
  "openssl s_client -showcerts, 1.1, complete": fixture("ingest/s_client-1.1-showcerts.txt"),
  "LibreSSL s_client -showcerts": fixture("ingest/s_client-libressl-showcerts.txt"),
  "openssl pkcs12 output": fixture("ingest/pkcs12-bags.txt"),
  "keytool -list -rfc": fixture("ingest/keytool-rfc.txt"),
  "aws acm get-certificate": JSON.stringify({ Certificate: pems[0], CertificateChain: pems.slice(1).join("\n") }, null, 4),
  "a Kubernetes secret in YAML": `apiVersion: v1\nkind: Secret\ndata:\n  tls.crt: ${base64(chain)}\n`,
  "indented in YAML": `cert: |\n${chain.replace(/^/gm, "    ")}`,
  "quoted in an email, CRLF": chain.replace(/^/gm, "> ").replace(/\n/g, "\r\n"),
  "one line, spaces instead of line breaks": chain.replace(/\n/g, " "),
  "typographic dashes": chain.replace(/-----/g, "—–—"),
  "PKCS#7 in PEM": fixture("ingest/pkcs7.pem"),
};
for (const [name, text] of Object.entries(FORMS)) {
  test(`pasted: ${name}`, async () => {
    const page = await open(browser, site);
    await paste(page, text);
    // A server does not send its root, openssl pkcs12 omits it, and the truststore has no leaf.
    const places = /s_client|LibreSSL|pkcs12/.test(name) ? [0, 1] : /keytool/.test(name) ? [1, 2] : [0, 1, 2];
    assert.deepEqual([...new Set(await fingerprints(page))].sort(), places.map((place) => expected[place]).sort());
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

const FILES = {
  "DER, three files": { "leaf.cer": ders[0], "ca.crt": ders[1], "root.der": ders[2] },
  "PKCS#7 in DER": { "chain.p7b": bytes("ingest/chain.p7b") },
  "PKCS#7 in BER with indefinite lengths": { "streamed.p7s": bytes("ingest/streamed-ber.p7s") },
  "UTF-16 with CRLF": { "chain.txt": Buffer.from(`\ufeff${chain.replace(/\n/g, "\r\n")}`, "utf16le") },
};
for (const [name, files] of Object.entries(FILES)) {
  test(`dropped: ${name}`, async () => {
    const page = await open(browser, site);
    await drop(page, files);
    assert.deepEqual([...new Set(await fingerprints(page))].sort(), [...expected].sort());
    await page.context().close();
  });
}

const stored = fixture("containers/chain.pem").match(/-----BEGIN[^]*?-----END CERTIFICATE-----/g);
const storedPrints = stored.map((pem) => sha256(Buffer.from(body(pem), "base64"))).sort();
const keyBytes = Buffer.from(body(fixture("containers/keys.pem")), "base64");
const full = (page) =>
  page.evaluate(() => performance.getEntriesByType("resource").some((entry) => entry.name.includes("engine-full")));

test("a PKCS#12 file: asks for the password, marks a wrong one as a field error, opens with the right one", async () => {
  const page = await open(browser, site);
  assert.equal(await full(page), false);
  await drop(page, { "store.p12": bytes("containers/openssl-3.p12") });
  const field = page.locator("#password");
  await field.waitFor();
  assert.equal(await full(page), true, "the engine for containers is loaded on demand");
  assert.equal(await field.getAttribute("type"), "password");
  assert.deepEqual(await objections(page), []);
  await picture(page, "password-1280");
  await field.fill("wrong-secret");
  await field.press("Enter");
  await page.locator("#password[aria-invalid]").waitFor();
  assert.equal(await field.inputValue(), "", "the field is cleared");
  await field.fill("changeit");
  await page.getByRole("button", { name: "Open" }).click();
  assert.deepEqual((await fingerprints(page)).sort(), storedPrints);
  assert.match(await page.locator("#main").innerText(), /private key/);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]) + document.documentElement.outerHTML);
  for (const secret of ["wrong-secret", "changeit", keyBytes.subarray(40, 60).toString("base64").slice(2, 20)]) {
    assert.ok(!kept.includes(secret), secret);
  }
  await page.context().close();
});

for (const [name, file] of [["Java keystore", "truststore.jks"], ["ZIP of a CA", "ca.zip"]]) {
  test(`a ${name} opens without a password`, async () => {
    const page = await open(browser, site);
    await drop(page, { [file]: bytes(`containers/${file}`) });
    assert.deepEqual([...new Set(await fingerprints(page))].sort(), storedPrints);
    await page.context().close();
  });
}

test("an unreadable file is named, the others are checked", async () => {
  const page = await open(browser, site);
  await drop(page, { "chain.pem": chain, "photo.png": Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "cut.pem": chain.slice(0, 900) });
  assert.equal((await shownResult(page)).verdict, "fail");
  const text = await page.locator("#main").innerText();
  assert.match(text, /photo\.png/);
  assert.match(text, /cut\.pem/);
  assert.match(text, /3 files/);
  await page.context().close();
});

test("a private key in any file is reported and appears nowhere", async () => {
  const key = fixture("ingest/key-pkcs8.pem");
  const page = await open(browser, site);
  await drop(page, { "server.pem": `${key}\n${chain}`, "other.pem": chain });
  await shownResult(page);
  assert.match(await page.locator(".notice--warn").first().innerText(), /private key/);
  const html = await page.evaluate(() => document.documentElement.outerHTML);
  for (const line of key.split("\n").filter((line) => line.length === 64)) assert.ok(!html.includes(line.slice(8, 32)));
  await page.context().close();
});

test("a pasted private key is removed from the box, the page, storage and errors", async () => {
  const page = await open(browser, site);
  for (const name of ["key-pkcs1", "key-pkcs1-encrypted", "key-pkcs8", "key-pkcs8-encrypted", "key-sec1", "key-openssh", "key-ed25519"]) {
    const key = fixture(`ingest/${name}.pem`);
    for (const text of [`${key}${chain}`, key, JSON.stringify({ key })]) {
      await paste(page, text, "body");
      await page.locator('.notice--warn, [data-nothing="key"]').first().waitFor();
      const everything = await page.evaluate(async () => {
        document.querySelectorAll("details").forEach((details) => (details.open = true));
        await new Promise((resolve) => setTimeout(resolve, 50));
        const boxes = [...document.querySelectorAll("textarea, input")].map((field) => field.value);
        return JSON.stringify([boxes, { ...localStorage }, { ...sessionStorage }, location.href]) + document.documentElement.outerHTML;
      });
      const pieces = body(key).match(/.{16}/g).slice(2, -1);
      assert.ok(pieces.length > 1);
      for (const piece of pieces) assert.ok(!everything.includes(piece), `${name}: ${piece}`);
      for (const complaint of page.complaints) assert.ok(!pieces.some((piece) => complaint.includes(piece)));
      await page.locator("#new-check").click();
      await page.locator(".hero").waitFor();
    }
  }
  await page.context().close();
});

/** Drops real files or folders, as the system does. */
async function dropPaths(page, paths) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await session.send("Input.dispatchDragEvent", { type, x: 200, y: 200, data });
  }
}

test("a folder, dropped or chosen, is read recursively; paths distinguish the files", async () => {
  const folder = mkdtempSync(join(tmpdir(), "folder-"));
  mkdirSync(join(folder, "deep", "deeper"), { recursive: true });
  writeFileSync(join(folder, "a-leaf.pem"), pems[0]);
  writeFileSync(join(folder, "deep", "ca.pem"), pems[1]);
  writeFileSync(join(folder, "deep", "deeper", "root.pem"), pems[2]);
  writeFileSync(join(folder, "deep", "notes.txt"), "-----BEGIN CERTIFICATE-----\nMIIB\n");
  try {
    for (const give of [(page) => dropPaths(page, [folder]), (page) => page.locator("#folder").setInputFiles(folder)]) {
      const page = await open(browser, site);
      await give(page);
      assert.deepEqual((await fingerprints(page)).sort(), [...expected].sort());
      assert.match(await page.locator("#main").innerText(), /deep\/notes\.txt/);
      assert.match(await page.locator("#main").innerText(), /4 files/);
      await page.context().close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("long work shows progress and can be stopped", async () => {
  const page = await open(browser, site, {
    // Stop reading after the first portion, so that the test can see the progress.
    before: (page) =>
      page.addInitScript(() => {
        const read = Blob.prototype.arrayBuffer;
        let count = 0;
        Blob.prototype.arrayBuffer = async function () {
          count += 1;
          if (count > 64) await new Promise((resolve) => (window.goOn = resolve));
          return read.call(this);
        };
      }),
  });
  await drop(page, Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}.pem`, pems[0]])));
  await page.getByText("64 of 100 files").waitFor();
  await picture(page, "reading-1280");
  await page.locator("#cancel").click();
  await page.locator("#input").waitFor();
  assert.equal(await page.locator(".answer[data-verdict]").count(), 0);
  await paste(page, chain);
  assert.equal((await shownResult(page)).verdict, "fail");
  await page.context().close();
});

test("files beyond the limit are named and the rest is read; a single file that is too large is rejected with its size", async () => {
  const page = await open(browser, site);
  const give = (sizes) =>
    page.locator(".page").evaluate((element, [sizes, pem]) => {
      const dataTransfer = new DataTransfer();
      for (const [name, size] of Object.entries(sizes)) {
        dataTransfer.items.add(new File([pem, new Uint8Array(size).fill(32)], name));
      }
      element.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, [sizes, chain]);
  await give({ "disk.img": 70 << 20 });
  await page.locator("#main .notice--fail").waitFor();
  assert.match(await page.locator("#main .notice--fail").innerText(), /disk\.img.*74 MB.*68 MB/);
  await give({ "small.pem": 0, "disk.img": 70 << 20 });
  await shownResult(page);
  assert.match(await page.locator("#main").innerText(), /Skipped, .*disk\.img/);
  await page.context().close();
});
