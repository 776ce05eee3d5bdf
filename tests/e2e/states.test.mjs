// Failures around the page: it reports them, continues if possible, and keeps the paste.
import assert from "node:assert/strict";
import { closeSync, mkdtempSync, openSync, writeSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { browser, change, fixture, shownResult, open, openssl, paste, picture, setMoment, setUp, site } from "./site.mjs";

setUp();

const chain = fixture("real/crates-io.pem");
const at = "2023-06-15T12:00:00";

test("a paste before the interface is ready is checked as soon as possible", async () => {
  let go;
  const page = await open(browser, site, {
    ready: false,
    before: (page) => page.route("**/app_bg-*.wasm", async (route) => {
      await new Promise((resolve) => (go = resolve));
      await route.continue();
    }),
  });
  await page.locator("#input").fill(fixture("real/amazon-expired.pem"));
  go();
  assert.equal((await shownResult(page)).verdict, "fail");
  await page.context().close();
});

test("a section whose part is still loading is shown once it has loaded", async () => {
  let go;
  const coming = new Promise((resolve) => (go = resolve));
  const page = await open(browser, site, {
    before: (page) => page.route("**/app-report-*.wasm", async (route) => {
      await coming;
      await route.continue();
    }),
  });
  await setMoment(page, at);
  await paste(page, chain);
  await page.locator("#share").click();
  assert.equal(await page.locator("#take").count(), 0);
  go();
  await page.locator("#sharing[open] #take").waitFor();
  assert.equal(new URL(page.url()).hash, "");
  await page.waitForFunction(() => document.querySelector("#sharing").contains(document.activeElement));
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

const withoutWorker = {
  "the worker's file is blocked": (page) => page.route("**/worker-*.js", (route) => route.abort()),
  "there are no workers": (page) => page.addInitScript(() => delete window.Worker),
  "a worker dies at its start": (page) =>
    page.route("**/worker-*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "throw new Error('dead')" })),
};
for (const [name, before] of Object.entries(withoutWorker)) {
  test(`${name}: the page does the work itself`, async () => {
    const page = await open(browser, site, { before });
    await setMoment(page, at);
    const began = Date.now();
    await paste(page, chain);
    assert.equal((await shownResult(page)).verdict, "pass");
    assert.ok(Date.now() - began < 8_000, "the error is detected before the time limit");
    assert.equal(page.workers().length, 0);
    await page.context().close();
  });
}

test("a stopped worker is detected, and the next request is answered", async () => {
  const page = await open(browser, site, {
    before: (page) => page.addInitScript(() => {
      const Real = window.Worker;
      window.started = [];
      window.Worker = class extends Real {
        constructor(...args) {
          super(...args);
          window.started.push(this);
        }
      };
    }),
  });
  await setMoment(page, at);
  await paste(page, chain);
  await shownResult(page);
  await page.evaluate(() => window.started.forEach((worker) => worker.terminate()));
  await change(page);
  await page.locator("#host").fill("example.org");
  await page.locator('.answer[data-verdict="fail"]').waitFor();
  await page.context().close();
});

test("without an engine the page says so and keeps the paste; a retry works", async () => {
  let blocked = true;
  const page = await open(browser, site, {
    before: (page) => page.route("**/engine*", (route) => (blocked ? route.abort() : route.continue())),
  });
  await setMoment(page, at);
  await paste(page, chain);
  await page.locator("#main .notice--fail").waitFor();
  assert.equal(await page.locator("#input").inputValue(), chain.replace(/\r\n/g, "\n"));
  blocked = false;
  await page.getByRole("button", { name: "Try again" }).click();
  assert.equal((await shownResult(page)).verdict, "pass");
  await page.context().close();
});

test("without the interface the static page says so, shows manual checks and keeps the paste", async () => {
  const page = await open(browser, site, {
    ready: false,
    before: (page) => page.route("**/app_bg-*.wasm", (route) => route.abort()),
  });
  await page.locator("#input").fill(chain);
  await page.locator("#broken").waitFor();
  assert.equal(await page.locator("#input").inputValue(), chain);
  await page.locator(".req summary").first().click();
  assert.match(await page.locator(".req").innerText(), /openssl x509/);
  await picture(page, "broken-1280");
  await page.context().close();
});

test("without JavaScript the page says so and shows manual checks", async () => {
  const page = await open(browser, site, { ready: false, context: { javaScriptEnabled: false } });
  assert.match(await page.locator("body").innerText(), /needs JavaScript/);
  assert.match(await page.locator("body").innerText(), /openssl s_client/);
  await page.locator(".req summary").nth(3).click();
  assert.match(await page.locator(".req").innerText(), /grep -E/);
  await page.context().close();
});

test("the engine with its own verifiers is loaded only without crypto.subtle", async () => {
  const visit = async (prepare) => {
    const requests = [];
    const page = await open(browser, site, {
      before: async (page) => {
        page.on("request", (request) => requests.push(request.url()));
        await prepare(page);
      },
    });
    await setMoment(page, at);
    await paste(page, chain);
    assert.equal((await shownResult(page)).verdict, "pass");
    await page.context().close();
    return requests.some((url) => url.includes("engine-full_bg"));
  };
  assert.equal(await visit(() => {}), false);
  const without = (page) => page.addInitScript(() => Object.defineProperty(Crypto.prototype, "subtle", { value: undefined }));
  assert.equal(await visit(without), true);
});

const folder = mkdtempSync("/tmp/sslengine-doctor-");
openssl("req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", `${folder}/key.pem`, "-out", `${folder}/csr.pem`, "-subj", "/CN=a");
const { readFileSync } = await import("node:fs");
const key = readFileSync(`${folder}/key.pem`, "utf8");
const csr = readFileSync(`${folder}/csr.pem`, "utf8");

const bad = {
  garbage: ["lorem ipsum", /no certificate|certificate/i],
  "truncated PEM": [fixture("made/leaf-2048.pem").slice(0, 600), /./],
  "a signing request": [csr, /request/i],
};
for (const [name, [text, says]] of Object.entries(bad)) {
  test(`${name}: a clear message, and the text stays`, async () => {
    const page = await open(browser, site);
    await paste(page, text);
    await page.locator("[data-nothing]").waitFor();
    assert.match(await page.locator("#main").innerText(), says);
    await change(page);
    assert.equal(await page.locator("#input").inputValue(), text);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("blank input: the page waits", async () => {
  const page = await open(browser, site);
  await page.locator("#input").fill("   \n ");
  await page.waitForTimeout(300);
  assert.equal(await page.locator("#main .notice, .answer").count(), 0);
  await page.context().close();
});

test("a private key, alone or next to a chain, is removed from the box with a warning", async () => {
  const secret = key.split("\n")[5];
  for (const text of [key, `${chain}\n${key}`]) {
    const page = await open(browser, site);
    await setMoment(page, at);
    await paste(page, text);
    const warning = page.locator('#main .notice--warn, [data-nothing="key"]');
    await warning.waitFor();
    assert.match(await warning.innerText(), /private key/);
    await change(page);
    const left = await page.locator("#input").inputValue();
    assert.ok(!left.includes(secret), "the key is still in the box");
    assert.match(left, /private key was removed/);
    assert.ok(!(await page.content()).includes(secret));
    await page.context().close();
  }
});

test("64 MB of noise: a clear message, and the page does not hang", async () => {
  const noise = `${folder}/noise.bin`;
  const file = openSync(noise, "w");
  const block = randomBytes(1 << 20);
  for (let i = 0; i < 64; i += 1) writeSync(file, block);
  closeSync(file);
  const page = await open(browser, site);
  await page.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last);
      last = now;
    }, 10);
  });
  await page.locator("#file").setInputFiles(noise);
  await page.locator("[data-nothing]").waitFor({ timeout: 60_000 });
  const longest = await page.evaluate(() => window.longest);
  assert.ok(longest < 1500, `the page was blocked for ${longest} ms`);
  await page.context().close();
});

test("a certificate with an unknown algorithm is shown and checked without guessing", async () => {
  const der = Buffer.from(fixture("made/self-signed.pem").replace(/^#.*$/gm, "").replace(/-----[^-]+-----|\s/g, ""), "base64");
  const known = Buffer.from("2a864886f70d01010b", "hex");
  const unknown = Buffer.from("2a864886f70d01017b", "hex");
  for (let place = der.indexOf(known); place >= 0; place = der.indexOf(known)) unknown.copy(der, place);
  const pem = `-----BEGIN CERTIFICATE-----\n${der.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;
  const page = await open(browser, site);
  await setMoment(page, "2026-06-15T12:00:00");
  await paste(page, pem);
  assert.equal((await shownResult(page)).verdict, "fail");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
