// The service worker: the second visit needs no network, a newer version waits until the user asks
// for it, and the installed page receives what the system shares with it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { browser, dist, fixture, shownResult, open, paste, serve, setMoment, setUp, site } from "./site.mjs";

const chain = fixture("real/crates-io.pem");
const leaf = chain.slice(0, chain.indexOf("-----END CERTIFICATE-----") + 26);
const allow = { context: { serviceWorkers: "allow" } };

setUp();

const offline = (page) => page.evaluate(() => sslengineDoctor.whenOffline);
const cacheOf = (page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await (await caches.open(names[0])).keys();
    return { names, urls: keys.map(({ url }) => url.replace(/\?.*/, "")), kept: keys.map(({ url }) => url) };
  });
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length));

/** A copy of the site as a folder in which `release` publishes another version of the page. */
function copyOfSite() {
  const folder = `${mkdtempSync(join(tmpdir(), "sslengine-doctor-site-"))}/`;
  cpSync(dist, folder, { recursive: true, dereference: true });
  const digest = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
  const release = (version) => {
    const page = readFileSync(`${folder}index.html`, "utf8");
    const next = page.replace(/<meta name="version"[^>]*>|(?=<title>)/, `<meta name="version" content="${version}">`);
    const worker = readFileSync(`${folder}sw.js`, "utf8");
    assert.ok(worker.includes(digest(page)));
    writeFileSync(`${folder}index.html`, next);
    writeFileSync(`${folder}sw.js`, worker.replace(digest(page), digest(next)));
  };
  return { folder, release, remove: () => rmSync(folder, { recursive: true }) };
}
const versionOf = (page) => page.locator('meta[name="version"]').getAttribute("content");

test("a second visit without the server has everything: verdict, examples, intermediates, the other engine", async () => {
  const mine = await serve();
  const page = await open(browser, mine, allow);
  await offline(page);
  const { names, urls } = await cacheOf(page);
  assert.deepEqual(names, ["sslengine-doctor /some/path/"]);
  const wanted = filesIn(dist).filter((path) => !/^(?:sw\.js|robots\.txt|card\.png|sslengine-doctor\.html.*|examples\/.*\.(?:md|sh)|docs\/.*)$/.test(path));
  assert.deepEqual(urls.sort(), wanted.map((path) => mine.url + (path === "index.html" ? "" : path)).sort());
  await mine.close();

  await page.reload();
  await page.locator(".skip").waitFor({ state: "attached" });
  await setMoment(page, "2023-06-15T12:00:00");
  await paste(page, leaf);
  const { verdict, rules } = await shownResult(page);
  assert.equal(verdict, "fail");
  assert.equal(rules.chain, "fail");
  const sizes = await page.evaluate(async () => [
    (await sslengineDoctor.ownFile("examples/complete.pem")).length,
    (await sslengineDoctor.ownFile("authorities/3f.bin")).length,
    typeof (await sslengineDoctor.loadHere(true)).answer,
  ]);
  assert.deepEqual(sizes, [readFileSync(`${dist}examples/complete.pem`).length, readFileSync(`${dist}authorities/3f.bin`).length, "function"]);
  await assert.rejects(page.evaluate(() => sslengineDoctor.ownFile("examples/none.pem")));
  assert.deepEqual(page.complaints.filter((complaint) => !complaint.includes("ERR_CONNECTION_REFUSED")), []);

  // Opening the page by its file name and with a query gives the same page.
  const other = await page.context().newPage();
  await other.goto(`${mine.url}index.html?from=somewhere`);
  await other.locator(".skip").waitFor({ state: "attached" });
  assert.deepEqual(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]), [[], [], ""]);
  await page.context().close();
});

test("the first visit checks a chain without waiting for the service worker", async () => {
  const order = [];
  const page = await open(browser, site, {
    ...allow,
    before: (page, context) => context.on("request", (request) => order.push(request.url())),
  });
  await paste(page, leaf);
  await shownResult(page);
  await offline(page);
  const registered = order.findIndex((url) => url.endsWith("/sw.js"));
  const engine = order.findIndex((url) => /\/engine_bg-[0-9a-f]+\.wasm$/.test(url));
  assert.ok(engine >= 0 && (registered < 0 || engine < registered), order.join("\n"));
  await page.context().close();
});

test("with data saving, the large parts are cached only when used", async () => {
  const page = await open(browser, site, {
    ...allow,
    before: (page) => page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } })),
  });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  const rare = /engine-full|authorities\//;
  assert.deepEqual((await cacheOf(page)).urls.filter((url) => rare.test(url)), []);
  await page.evaluate(() => sslengineDoctor.ownFile("authorities/3f.bin"));
  await page.waitForFunction(async (url) => (await caches.match(url, { ignoreSearch: true })) !== undefined, `${site.url}authorities/3f.bin`);
  await page.context().close();
});

test("a newer version is announced once, waits during work, and loads on request, fetching only changed files", async () => {
  const { folder, release, remove } = copyOfSite();
  release("one");
  const mine = await serve(folder);
  const page = await open(browser, mine, allow);
  await offline(page);
  const before = await cacheOf(page);
  await paste(page, leaf);
  await shownResult(page);
  assert.equal(await page.locator("#update").count(), 0);

  release("two");
  mine.asked.length = 0;
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.locator("#update").waitFor();
  // The working page is unaffected: its document, and the files that a second page of the same
  // version gets.
  assert.equal(await versionOf(page), "one");
  assert.equal((await shownResult(page)).verdict, "fail");
  assert.equal(await page.evaluate(async () => (await (await fetch("./")).text()).match(/name="version" content="(\w+)"/)[1]), "one");
  assert.deepEqual([...new Set(mine.asked)].sort(), ["/some/path/", "/some/path/sw.js"]);

  const second = await page.context().newPage();
  await second.goto(mine.url);
  assert.equal(await versionOf(second), "one");
  await second.locator("#update").waitFor();
  await second.close();

  await Promise.all([page.waitForEvent("load"), page.locator("#update button").click()]);
  assert.equal(await versionOf(page), "two");
  await page.locator(".skip").waitFor({ state: "attached" });
  await offline(page);
  // The old page's entry is gone; all other entries are unchanged and were not fetched again.
  await page.waitForFunction(async (count) => (await (await caches.open((await caches.keys())[0])).keys()).length === count, before.kept.length);
  const now = await cacheOf(page);
  assert.equal(now.kept.filter((key) => !before.kept.includes(key)).length, 1);
  await page.context().close();
  await mine.close();
  remove();
});

test("a broken release is rejected: a file of another version keeps the old release", async () => {
  const { folder, release, remove } = copyOfSite();
  release("one");
  const mine = await serve(folder);
  const page = await open(browser, mine, allow);
  await offline(page);
  const page1 = readFileSync(`${folder}index.html`);
  release("two");
  writeFileSync(`${folder}index.html`, page1); // as an intermediate cache may still serve it
  const outcome = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    const { installing } = registration;
    return new Promise((resolve) => (installing.onstatechange = () => resolve(installing.state)));
  });
  assert.equal(outcome, "redundant");
  await page.reload();
  await page.locator(".skip").waitFor({ state: "attached" });
  assert.equal(await versionOf(page), "one");
  await page.context().close();
  await mine.close();
  remove();
});

test("text and files shared by the system arrive on the page once and are not stored", async () => {
  const mine = await serve();
  const page = await open(browser, mine, allow);
  await offline(page);
  const entries = (await cacheOf(page)).kept.length;
  mine.asked.length = 0;
  // The page's policy forbids forms; the system ignores it. So a document of the folder without a
  // policy sends the form.
  await page.goto(`${mine.url}robots.txt`);
  await page.evaluate((leaf) => {
    const form = document.createElement("form");
    Object.assign(form, { method: "POST", action: "./share", enctype: "multipart/form-data" });
    const files = Object.assign(document.createElement("input"), { type: "file", name: "files" });
    const data = new DataTransfer();
    data.items.add(new File([leaf], "server.pem", { type: "application/x-pem-file" }));
    files.files = data.files;
    const field = (name, value) => Object.assign(document.createElement("input"), { name, value });
    form.append(files, field("text", "shared text"), field("url", ""));
    document.body.append(form);
    form.submit();
  }, leaf);
  await page.locator(".skip").waitFor({ state: "attached" });
  assert.equal((await shownResult(page)).rules.chain, "fail");
  assert.match(await page.locator(".strip__text").innerText(), /2 files/);
  assert.equal(page.url(), mine.url);
  assert.deepEqual(mine.asked.filter((path) => path.includes("share")), []);
  assert.equal((await cacheOf(page)).kept.length, entries);
  await page.reload();
  await page.locator(".skip").waitFor({ state: "attached" });
  await page.waitForTimeout(500);
  assert.equal(await page.locator(".answer[data-verdict]").count(), 0);
  await page.context().close();
  await mine.close();
});

test("a file opened with the installed page arrives, even before the interface is ready", async () => {
  const page = await open(browser, site, {
    ...allow,
    before: (page) =>
      page.addInitScript((pem) => {
        const file = new File([pem], "backend.crt");
        const launchQueue = { setConsumer: (consumer) => consumer({ files: [{ getFile: async () => file }] }) };
        Object.defineProperty(globalThis, "launchQueue", { value: launchQueue });
      }, leaf),
  });
  assert.equal((await shownResult(page)).rules.chain, "fail");
  assert.match(await page.locator(".strip__text").innerText(), /backend\.crt/);
  await page.context().close();
});
