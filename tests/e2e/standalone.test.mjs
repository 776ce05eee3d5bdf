// The one-file page, opened from disk without a network: it must do everything that the site does.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { firefox, launchFirefox } from "./firefox.mjs";
import { dist, fixture, shownResult, launch, paste, setMoment } from "./site.mjs";

const file = `${dist}sslengine-doctor.html`;
const address = pathToFileURL(file).href;
const html = readFileSync(file, "utf8");
const policy = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]+)"/)[1];
const list = (folder, kind) =>
  existsSync(`${dist}${folder}`) ? readdirSync(`${dist}${folder}`).filter((name) => name.endsWith(kind)).map((name) => `${folder}/${name}`) : [];
const files = [...list("examples", ".pem"), ...list("authorities", ".bin")];
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const chain = fixture("real/crates-io.pem");
const leaf = chain.slice(0, chain.indexOf("-----END CERTIFICATE-----") + 26);

// Runs on the page: the digest of each of our own files as the page gets them.
const digests = `async (paths) => Object.fromEntries(await Promise.all(paths.map(async (path) => {
  const hash = await crypto.subtle.digest("SHA-256", await sslengineDoctor.ownFile(path));
  return [path, [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("")];
})))`;
// Runs on the page: starts a worker and waits until it is ready. If workers failed, the page would
// do the work itself and hide it.
const workerStarts = `(async () => {
  const worker = await sslengineDoctor.startWorker(false);
  const { ready } = await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = reject;
  });
  worker.terminate();
  return typeof ready === "string";
})()`;
const expected = Object.fromEntries(files.map((path) => [path, sha256(readFileSync(dist + path))]));

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Opens the file without a network; `page.requests` lists its requests. */
async function openFile(prepare = async () => {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.setOffline(true);
  const page = await context.newPage();
  page.requests = [];
  page.complaints = [];
  context.on("request", (request) => page.requests.push(request.url()));
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && page.complaints.push(message.text()));
  await prepare(page);
  await page.goto(address);
  await page.locator(".skip").waitFor({ state: "attached" });
  assert.ok(page.requests.includes(address), "requests are recorded");
  return page;
}

const assertOnlyItself = (requests) => {
  for (const url of requests) assert.ok(url === address || /^(?:blob|data):/.test(url), url);
};

test("the policy allows no connection, and names each inline script and style by its digest", () => {
  for (const part of ["default-src 'none'", "connect-src 'none'", "worker-src blob:", "base-uri 'none'", "form-action 'none'"]) {
    assert.ok(policy.split("; ").includes(part), part);
  }
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|'self'|https?:|\*/);
  const shown = html.replace(/<script type="text\/plain".*?<\/script>/gs, "");
  assert.doesNotMatch(shown, /<(?:script|link|img)\b[^>]*\s(?:src|href)="(?!data:|https?:)/);
});

test("its SHA-256 is in a file next to it, in the format of sha256sum", () => {
  assert.equal(readFileSync(`${file}.sha256`, "utf8"), `${sha256(readFileSync(file))}  sslengine-doctor.html\n`);
});

test("Chromium: from disk, without a network, a worker checks a chain", async () => {
  const page = await openFile();
  assert.equal(await page.evaluate(() => sslengineDoctor.form), "file");
  await setMoment(page, "2023-06-15T12:00:00");
  await paste(page, chain);
  assert.equal((await shownResult(page)).verdict, "pass");
  assert.equal(page.workers().length, 1);
  assert.ok(await page.evaluate(workerStarts));
  await paste(page, leaf, ".page");
  await page.locator('.answer[data-verdict="fail"]').waitFor();
  assert.equal((await shownResult(page)).rules.chain, "fail");
  assertOnlyItself(page.requests);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("Chromium: if no worker starts, the page does the work itself", async () => {
  const page = await openFile((page) =>
    page.addInitScript(() => {
      globalThis.Worker = class {
        constructor() {
          throw new Error("no workers here");
        }
      };
    }));
  await setMoment(page, "2023-06-15T12:00:00");
  await paste(page, chain);
  assert.equal((await shownResult(page)).verdict, "pass");
  assertOnlyItself(page.requests);
  await page.context().close();
});

test("Chromium: the engine with its own verifiers works, too", async () => {
  const page = await openFile((page) => page.addInitScript(() => Object.defineProperty(crypto, "subtle", { value: undefined })));
  await setMoment(page, "2023-06-15T12:00:00");
  await paste(page, chain);
  assert.equal((await shownResult(page)).verdict, "pass");
  const answers = await page.evaluate(async () => typeof (await sslengineDoctor.loadHere(true)).answer);
  assert.equal(answers, "function");
  assertOnlyItself(page.requests);
  await page.context().close();
});

test("Chromium: every example and every file of intermediates is included, byte for byte", async () => {
  assert.ok(files.length >= 256 + 5, `${files.length} files`);
  const page = await openFile();
  assert.deepEqual(await page.evaluate(`(${digests})(${JSON.stringify(files)})`), expected);
  await assert.rejects(page.evaluate(() => sslengineDoctor.ownFile("examples/none.pem")), /no part examples\/none\.pem/);
  assertOnlyItself(page.requests);
  await page.context().close();
});

test("Chromium: every example on the page is checked", async () => {
  for (const name of list("examples", ".pem")) {
    const page = await openFile();
    await paste(page, await page.evaluate(async (path) => new TextDecoder().decode(await sslengineDoctor.ownFile(path)), name));
    assert.match((await shownResult(page)).verdict, /^(?:pass|fail|warn|unknown)/, name);
    assertOnlyItself(page.requests);
    await page.context().close();
  }
});

test("Chromium: the policy blocks a connection", async () => {
  const page = await openFile();
  const refused = await page.evaluate(async () => {
    const violation = new Promise((resolve) =>
      document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), { once: true }));
    return [await fetch("https://example.com/").then(() => "reached", () => "refused"), await violation];
  });
  assert.deepEqual(refused, ["refused", "connect-src"]);
  await page.context().close();
});

test("Firefox: from disk, without a network, a chain is checked, and all our files are included", {
  skip: firefox ? false : "Firefox is not installed (apt-get install firefox-esr, or set FIREFOX_BIN)",
}, async () => {
  const { page, close } = await launchFirefox();
  try {
    await page.goto(address);
    await page.until("document.querySelector('.skip') !== null");
    await page.evaluate(`(() => {
      const box = document.getElementById("input");
      box.value = ${JSON.stringify(leaf)};
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    })()`);
    assert.equal(await page.until("document.querySelector('.answer[data-verdict]:not(.answer--stale)')?.dataset.verdict"), "fail");
    assert.equal(await page.evaluate("document.querySelector('.req__cell[data-rule=chain]').dataset.outcome"), "fail");
    await page.evaluate("document.getElementById('edit').click()");
    await page.until("document.getElementById('as-of') !== null");
    await page.evaluate(`(() => {
      const moment = document.getElementById("as-of");
      moment.value = "2023-06-15T12:00:00";
      for (const type of ["input", "change"]) moment.dispatchEvent(new Event(type, { bubbles: true }));
    })()`);
    // Open a link made by this page. It contains the file's name, not the folders above it.
    await page.until("document.querySelector('.repair[data-status=complete]') !== null");
    await page.evaluate("document.getElementById('share').click()");
    const link = await page.until("document.getElementById('share-chain')?.value");
    assert.match(link, /^sslengine-doctor\.html#v1\./);
    await page.evaluate("document.getElementById('new-check').click()");
    await page.until("document.querySelector('.answer[data-verdict]') === null");
    await page.goto(address + link.slice(link.indexOf("#")));
    await page.until("document.querySelector('.answer[data-verdict]:not(.answer--stale)')?.dataset.verdict === 'fail'");
    assert.match(await page.evaluate("document.getElementById('shared').textContent"), /same as in the link/);
    assert.ok(await page.evaluate(workerStarts));
    assert.equal(await page.evaluate("sslengineDoctor.loadHere(true).then((engine) => typeof engine.answer)"), "function");
    assert.deepEqual(await page.evaluate(`(${digests})(${JSON.stringify(files)})`), expected);
    assertOnlyItself(page.requests);
    assert.deepEqual(page.complaints, []);
    assert.equal(await page.evaluate("fetch('https://example.com/').then(() => 'reached', () => 'refused')"), "refused");
  } finally {
    await close();
  }
});
