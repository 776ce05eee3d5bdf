// The headline that the engine says before the interface is loaded, as on a slow connection.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { browser, fixture, open, paste, root, setUp, site, stopDate, VERDICT } from "./site.mjs";

setUp();

const example = (name) => readFileSync(`${root}static/examples/${name}.pem`, "utf8");
const EXAMPLES = ["complete", "missing-intermediate", "expired", "private-ca", "self-signed", "large-key", "wrong-order", "default-certificate"];
/** The moment at which the examples show what they are named after. */
const MOMENT = Date.parse("2023-06-15T12:00:00Z");

/** Records in `twice` the numbers of messages that the page posts to a worker before it has answered the last one. */
function recordRequests() {
  window.twice = [];
  const post = Worker.prototype.postMessage;
  const waiting = new Set();
  const seen = new WeakSet();
  Worker.prototype.postMessage = function (message, ...rest) {
    if (!seen.has(this)) this.addEventListener("message", ({ data }) => data.body && waiting.delete(data.id));
    seen.add(this);
    if (message.body && waiting.has(message.id)) window.twice.push(message.id);
    if (message.body) waiting.add(message.id);
    return post.call(this, message, ...rest);
  };
}

/** Opens the page, but keeps the interface waiting until `release()`. */
async function openWithoutInterface(context = {}) {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const before = async (page) => {
    await page.addInitScript(stopDate, MOMENT);
    await page.addInitScript(recordRequests);
    await page.route(/\/app_bg-[0-9a-f]+\.wasm$/, async (route) => {
      await held;
      await route.continue();
    });
  };
  const page = await open(browser, site, { ready: false, context, before });
  return { page, release };
}

const FIRST = ".first[data-verdict]:not([hidden])";
const headline = (page, place) =>
  page.locator(place).evaluate((answer) => ({
    verdict: answer.dataset.verdict,
    tone: [...answer.classList].find((name) => name.startsWith("tone-")),
    badge: answer.querySelector(".badge").innerText.replace(/\.\s*$/, "").trim(),
    reason: answer.querySelector(".verdict__reason").textContent,
  }));

for (const [locale, names] of [["en-US", EXAMPLES], ["fr-FR", EXAMPLES.slice(0, 3)], ["es-MX", EXAMPLES.slice(0, 3)]]) {
  test(`${locale}: the first headline is that of the whole answer`, async () => {
    const verdicts = new Set();
    for (const name of names) {
      const { page, release } = await openWithoutInterface({ locale });
      await paste(page, example(name), "body");
      await page.locator(FIRST).waitFor();
      const first = await headline(page, FIRST);
      assert.equal(await page.locator("#loading").isVisible(), false, name);
      release();
      await page.locator(`${VERDICT}:not(.answer--stale)`).waitFor();
      assert.deepEqual(first, await headline(page, VERDICT), name);
      assert.equal(await page.locator("#first").count(), 0, "the interface replaces it");
      // A number that is posted twice gets no second answer, and the page waits for it.
      assert.deepEqual(await page.evaluate(() => window.twice), [], name);
      verdicts.add(first.verdict);
      assert.deepEqual(page.complaints, [], name);
      await page.context().close();
    }
    assert.ok(verdicts.size > 1, [...verdicts].join());
  });
}

test("a changed text gets its own headline, and a text without a certificate none", async () => {
  const { page, release } = await openWithoutInterface();
  const box = page.locator("#input");
  await box.fill("no certificate");
  await page.waitForTimeout(1_000);
  assert.equal(await page.locator(FIRST).count(), 0);
  await box.fill(example("expired"));
  await page.locator(`${FIRST}.tone-fail`).waitFor();
  const expired = await headline(page, FIRST);
  await box.fill(example("complete"));
  await page.locator(`${FIRST}.tone-pass`).waitFor();
  assert.notEqual((await headline(page, FIRST)).reason, expired.reason);
  await box.fill("");
  assert.equal(await page.locator(FIRST).count(), 0);
  release();
  await page.locator(".skip").waitFor({ state: "attached" });
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("only other inputs than plain certificates load the code that reads them", async () => {
  const { page, release } = await openWithoutInterface();
  let reader = false;
  page.on("request", (request) => (reader ||= request.url().includes("/engine-reader-")));
  const box = page.locator("#input");
  await box.fill(example("complete").replace(/^#.*\n/gm, ""));
  await page.locator(`${FIRST}.tone-pass`).waitFor();
  assert.equal(reader, false);
  await box.fill(example("expired"));
  await page.locator(`${FIRST}.tone-fail`).waitFor();
  assert.equal(reader, true);
  release();
  await page.context().close();
});

test("a text with a private key gets a headline without it", async () => {
  const { page, release } = await openWithoutInterface();
  const key = fixture("ingest/key-pkcs8.pem");
  await paste(page, `${key}\n${example("complete")}`, "body");
  await page.locator(FIRST).waitFor();
  assert.doesNotMatch(await page.locator("#first").innerText(), /PRIVATE|MII/);
  release();
  await page.locator(`${VERDICT}:not(.answer--stale)`).waitFor();
  await page.context().close();
});
