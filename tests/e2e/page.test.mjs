// The built page in Chromium: user actions and their results.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, change, drop, fixture, shownResult, open, paste, picture, setMoment, setUp, site } from "./site.mjs";

setUp();

const PASS = { "supported-ca": "pass", validity: "pass", chain: "pass", "key-size": "pass" };
const cratesIo = fixture("real/crates-io.pem");
const leafOf = (pem) => pem.slice(0, pem.indexOf("-----END CERTIFICATE-----") + 26);

async function check(text, { at = "2023-06-15T12:00:00", prepare = async () => {}, ...options } = {}) {
  const page = await open(browser, site, options);
  await setMoment(page, at);
  await prepare(page);
  await paste(page, text);
  return { page, ...(await shownResult(page)) };
}

test("a complete chain with its root meets all four requirements", async () => {
  const { page, verdict, rules } = await check(cratesIo);
  assert.equal(verdict, "pass");
  assert.deepEqual({ ...rules, validity: "pass" }, PASS);
  assert.deepEqual(page.complaints, []);
  await picture(page, "accepted-1280");
  await page.context().close();
});

test("a chain without its root is accepted, and the root is named", async () => {
  const { page, verdict, rules } = await check(fixture("real/amazon-rsa2048.pem"), { at: "2025-04-01T12:00:00" });
  assert.equal(verdict, "pass");
  assert.deepEqual(rules, { ...PASS, validity: rules.validity });
  assert.match(await page.locator(".stop--root").textContent(), /on AWS’s list.*Amazon Root CA 1/);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a missing intermediate fails requirement 3 and is drawn as a gap", async () => {
  const { page, verdict, rules, sentence } = await check(leafOf(cratesIo));
  assert.equal(verdict, "fail");
  assert.equal(rules.chain, "fail");
  assert.match(sentence, /Amazon RSA 2048 M02/);
  assert.match(await page.locator(".stop--missing").textContent(), /Amazon RSA 2048 M02/);
  assert.match(await page.locator(".log__gist").innerText(), /PKIX path building failed/);
  await picture(page, "missing-1280");
  await page.context().close();
});

test("an expired chain fails requirement 2, and meets it at an earlier time", async () => {
  const { page, verdict, rules } = await check(fixture("real/amazon-expired.pem"), { at: "2024-06-15T12:00:00" });
  assert.equal(verdict, "fail");
  assert.equal(rules.validity, "fail");
  await setMoment(page, "2024-03-13T12:00:00");
  await page.locator('.req__cell[data-rule="validity"]:not([data-outcome="fail"])').waitFor();
  assert.equal((await shownResult(page)).verdict, "pass");
  await page.context().close();
});

test("an unlisted CA fails requirement 1, and meets it with insecureSkipVerification", async () => {
  const at = { at: "2021-06-15T12:00:00" };
  const { page, verdict, rules } = await check(fixture("real/private-wpt.pem"), at);
  assert.equal(verdict, "fail");
  assert.equal(rules["supported-ca"], "fail");
  await change(page);
  await page.locator("#skip").check();
  await page.locator('.req__cell[data-rule="supported-ca"]:not([data-outcome="fail"])').waitFor();
  await page.context().close();
});

test("a 4096-bit key fails requirement 4 alone; 2048 and 2049 bits differ", async () => {
  const { page, verdict, rules } = await check(fixture("real/amazon-rsa4096.pem"), { at: "2025-04-01T12:00:00" });
  assert.equal(verdict, "fail");
  assert.deepEqual(rules, { ...PASS, validity: rules.validity, "key-size": "fail" });
  await page.context().close();
  const bits = async (name) => {
    const shown = await check(fixture(`made/${name}.pem`), { at: "2026-06-15T12:00:00" });
    await shown.page.context().close();
    return shown.rules["key-size"];
  };
  assert.equal(await bits("leaf-2048"), "pass");
  assert.equal(await bits("leaf-2049"), "fail");
});

test("the output of openssl s_client is read, and the ignored part is reported", async () => {
  const { page } = await check(fixture("made/s_client-showcerts.txt"), { at: "2026-06-15T12:00:00" });
  const line = await page.locator(".strip__text").innerText();
  assert.match(line, /3 certificates/);
  await change(page);
  assert.match(await page.locator(".setup__notes").innerText(), /Ignored/);
  await page.context().close();
});

test("a dropped file is checked, text or DER", async () => {
  const page = await open(browser, site);
  await setMoment(page, "2023-06-15T12:00:00");
  await drop(page, { "chain.pem": cratesIo });
  assert.equal((await shownResult(page)).verdict, "pass");
  assert.match(await page.locator(".strip__text").innerText(), /chain\.pem/);
  const der = Buffer.from(leafOf(cratesIo).replace(/^#.*$/gm, "").replace(/-----[^-]+-----|\s/g, ""), "base64");
  await drop(page, { "leaf.der": der });
  await page.locator('.answer[data-verdict="fail"]').waitFor();
  assert.match(await page.locator(".strip__text").innerText(), /leaf\.der/);
  await page.context().close();
});

test("a chosen file is checked", async () => {
  const page = await open(browser, site);
  await setMoment(page, "2023-06-15T12:00:00");
  await page.locator("#file").setInputFiles({ name: "c.pem", mimeType: "text/plain", buffer: Buffer.from(cratesIo) });
  assert.equal((await shownResult(page)).verdict, "pass");
  await page.context().close();
});

test("a paste outside every field works, and so does one with the keyboard", async () => {
  const page = await open(browser, site, {
    context: { permissions: ["clipboard-read", "clipboard-write"] },
  });
  await setMoment(page, "2023-06-15T12:00:00");
  await paste(page, cratesIo, "body");
  assert.equal((await shownResult(page)).verdict, "pass");
  await change(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), leafOf(cratesIo));
  await page.locator("#input").focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+V");
  await page.locator('.answer[data-verdict="fail"]').waitFor();
  await page.context().close();
});

test("a wrong host name rejects the chain, the right one does not", async () => {
  const { page } = await check(cratesIo);
  await change(page);
  await page.locator("#host").fill("example.org");
  await page.locator('.answer[data-verdict="fail"]').waitFor();
  await page.locator("#host").fill("https://crates.io/crates");
  await page.locator('.answer[data-verdict="pass"]').waitFor();
  await page.context().close();
});

test("the command contains the host from the field and can be copied", async () => {
  const page = await open(browser, site, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  await page.locator("#host").fill("api.example.com:8443");
  const command = "openssl s_client -connect api.example.com:8443 -servername api.example.com -showcerts </dev/null";
  assert.equal((await page.locator(".command__text").innerText()).trim(), command);
  await page.locator("#copy-start").click();
  await page.locator("#copy-start", { hasText: "Copied" }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), command);
  await page.context().close();
});

test("every example shows the result that it is named after", async () => {
  const page = await open(browser, site);
  const expected = [
    ["accepted", "pass", null],
    ["missing intermediate", "fail", "chain"],
    ["expired", "fail", "validity"],
    ["4096-bit key", "fail", "key-size"],
    ["self-signed", "fail", "supported-ca"],
  ];
  for (const [name, verdict, rule] of expected) {
    await page.getByRole("button", { name, exact: true }).click();
    const shown = await shownResult(page);
    assert.equal(shown.verdict, verdict, name);
    if (rule) assert.equal(shown.rules[rule], "fail", name);
    await page.locator("#new-check").click();
    await page.locator(".examples").waitFor();
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

for (const [language, tag, region] of [["French", "fr", "fr-FR"], ["Spanish", "es", "es-MX"]]) {
  test(`${language}, from the browser or the switch, keeps the input and is remembered`, async () => {
    const { page } = await check(leafOf(cratesIo));
    await change(page);
    await page.locator("#host").fill("crates.io");
    const before = await shownResult(page);
    await page.locator(`[data-language="${tag}"]`).click();
    await page.locator(`html[lang="${tag}"]`).waitFor({ state: "attached" });
    const after = await shownResult(page);
    assert.deepEqual(after.rules, before.rules);
    assert.notEqual(after.sentence, before.sentence);
    assert.equal(await page.locator("#host").inputValue(), "crates.io");
    await page.reload();
    await page.locator(".skip").waitFor({ state: "attached" });
    assert.equal(await page.locator("html").getAttribute("lang"), tag);
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), ["locale"]);
    await page.context().close();

    const native = await open(browser, site, { context: { locale: region } });
    assert.equal(await native.locator("html").getAttribute("lang"), tag);
    await native.context().close();
  });
}

test("the theme is the system's or the chosen one, which is remembered", async () => {
  const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const page = await open(browser, site, { context: { colorScheme: "dark" } });
  const dark = await ground(page);
  await page.locator("#theme").click();
  await page.locator('html[data-theme="light"]').waitFor({ state: "attached" });
  assert.notEqual(await ground(page), dark);
  await page.reload();
  await page.locator("#host").waitFor();
  assert.equal(await page.locator("html").getAttribute("data-theme"), "light");
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), ["theme"]);
  await page.context().close();
});

test("on a phone the verdict and its buttons are on the first screen, and nothing is wider than 320 pixels", async () => {
  const { page } = await check(leafOf(cratesIo), { context: { viewport: { width: 390, height: 844 } } });
  const box = await page.locator(".next__buttons").boundingBox();
  assert.ok(box.y + box.height < 844, `the buttons end at ${box.y + box.height}`);
  await picture(page, "missing-390");
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  await page.locator(".cert__rows").first().waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.equal(wide, 320);
  await page.context().close();
});

test("the verdict is announced once, and the focus moves to its heading", async () => {
  const page = await open(browser, site);
  await setMoment(page, "2023-06-15T12:00:00");
  await page.evaluate(() => {
    window.announced = [];
    const region = document.querySelector('[role="status"]');
    new MutationObserver(() => window.announced.push(region.textContent)).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await page.locator("#input").focus();
  await paste(page, cratesIo);
  const { sentence } = await shownResult(page);
  assert.deepEqual(await page.evaluate(() => window.announced.filter((text) => text)), [sentence]);
  assert.equal(await page.evaluate(() => document.activeElement.id), "verdict-title");
  await page.context().close();
});

test("hostile names are shown as text, with hidden characters made visible", async () => {
  const { openssl } = await import("./site.mjs");
  const { mkdtempSync, readFileSync } = await import("node:fs");
  const folder = mkdtempSync("/tmp/hostile-");
  const subject = "/CN=<img src=x onerror=alert(1)>\u202Egro.elpmaxe/O=a\u200Bb";
  openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-utf8", "-keyout", `${folder}/k`, "-out", `${folder}/c`, "-subj", subject, "-days", "30");
  const page = await open(browser, site);
  await paste(page, readFileSync(`${folder}/c`, "utf8"));
  await shownResult(page);
  await page.locator("#certificate-1 > summary").click();
  const text = await page.locator(".cert__body").innerText();
  assert.match(text, /\[U\+202E\]/);
  assert.match(text, /\[U\+200B\]/);
  const all = await page.evaluate(() => document.getElementById("app").textContent);
  assert.doesNotMatch(all, /[\u200b\u202e]/);
  assert.equal(await page.locator("#app img").count(), 0);
  await page.context().close();
});
