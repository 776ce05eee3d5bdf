// Shared by the end-to-end tests: the built page served under a sub-path, a browser, and user
// actions.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { resolve } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import sirv from "sirv";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const dist = process.env.SSLENGINE_DOCTOR_DIST || `${root}dist/`;
export const bytes = (name) => readFileSync(`${root}tests/fixtures/${name}`);
export const fixture = (name) => readFileSync(`${root}tests/fixtures/${name}`, "utf8");
/** Where to put screenshots for review; none are taken by default, because they take minutes. */
const pictures = process.env.SSLENGINE_DOCTOR_SCREENSHOTS;
if (pictures) mkdirSync(resolve(root, pictures), { recursive: true });

/** Serves a folder, by default dist/, only at /some/path/; `asked` lists the requested paths. */
export async function serve(folder = dist) {
  const files = sirv(folder, { dev: true });
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    if (!request.url.startsWith("/some/path/")) {
      response.writeHead(404).end();
      return;
    }
    request.url = request.url.slice("/some/path".length);
    files(request, response, () => response.writeHead(404).end());
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `${origin}/some/path/`, origin, asked, close };
}

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROME_BIN || "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-dev-shm-usage",
    ],
  });

/** The browser and the served page of a test file, available after `setUp()`. */
export let browser;
export let site;
export function setUp() {
  before(async () => {
    [browser, site] = await Promise.all([launch(), serve()]);
  });
  after(async () => {
    await browser.close();
    site.close();
  });
}

/** Opens the page in its own context and collects its errors in `page.complaints`. Without the service worker, which
 * would answer before a test's routes; offline.test.mjs tests it. */
export async function open(browser, site, { context: options = {}, before = async () => {}, ready = true } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") page.complaints.push(message.text());
  });
  await before(page, context);
  await page.goto(site.url);
  // The static page has the same fields; only the interface has a skip link.
  if (ready) await page.locator(".skip").waitFor({ state: "attached" });
  return page;
}

/** Stops the page's `Date` at a moment. Playwright's own clock also replaces the timers, which must not happen while they
 * run. */
export function stopDate(moment) {
  const Real = (window.realDate ??= Date);
  window.Date = class extends Real {
    constructor(...parts) {
      super(...(parts.length ? parts : [moment]));
    }
    static now() {
      return moment;
    }
  };
}

/** Pastes like the clipboard: a real event with data, at the box or the focused element. */
export async function paste(page, text, target = "#input") {
  await page.locator(target).evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Drops files on the page, as `{ name: bytes }`, by default on its content. */
export async function drop(page, files, target = ".page") {
  const encoded = Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]);
  await page.locator(target).evaluate((element, encoded) => {
    const dataTransfer = new DataTransfer();
    for (const [name, base64] of encoded) {
      dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    }
    for (const type of ["dragover", "drop"]) {
      element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, encoded);
}

/** Opens the box and the fields, if they are folded. */
export async function change(page) {
  const edit = page.locator('#edit[aria-expanded="false"]');
  if (await edit.count()) await edit.click();
}

/** Sets the moment of the check: in its field, or without a verdict the browser's clock. */
export async function setMoment(page, moment) {
  if (await page.locator("#edit").count()) {
    await change(page);
    await page.locator("#as-of").fill(moment);
  } else {
    await page.evaluate(stopDate, Date.parse(`${moment}Z`));
  }
}

/** Opens the dialog with links and exports. */
export async function share(page) {
  await page.locator("#share").click();
  await page.locator("#take").waitFor();
}

/** The answer to a chain. */
export const VERDICT = ".answer[data-verdict]";

/** The result as the page shows it: the verdict and the outcome of each requirement. */
export async function shownResult(page) {
  await page.locator(`${VERDICT}:not(.answer--stale)`).waitFor();
  // The part below the answer comes from its own file.
  await page.locator(".folds").waitFor({ state: "attached" });
  return page.evaluate(() => ({
    verdict: document.querySelector("[data-verdict]").dataset.verdict,
    sentence: document.querySelector("#main > [role=status]").textContent,
    rules: Object.fromEntries([...document.querySelectorAll(".req__cell")].map((r) => [r.dataset.rule, r.dataset.outcome])),
  }));
}

export async function picture(page, name) {
  if (pictures) await page.screenshot({ path: resolve(root, pictures, `${name}.png`), fullPage: true });
}

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** The violations that axe-core reports, one line each. With `only: ["cat.color"]` it checks only the colours. */
export async function objections(page, { only } = {}) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const options = { resultTypes: ["violations"], ...(only && { runOnly: only }) };
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), options);
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(" ")}: ${n.failureSummary}`));
}

/** Waits until the page has drawn what a change of its size or colours causes. */
const drawn = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Checks a page in both colour schemes and takes screenshots, named `name-SCHEME-WIDTH`: all of axe-core's rules in
 * light, those for colours in dark, because the elements are the same. */
export async function checkBothSchemes(page, name, widths) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await drawn(page);
      await picture(page, `${name}-${colorScheme}-${width}`);
      const options = colorScheme === "dark" ? { only: ["cat.color"] } : {};
      assert.deepEqual(await objections(page, options), [], `${colorScheme}, ${width} pixels wide`);
    }
  }
}

/** Checks that a page is no wider than the window, at each width in pixels. */
export async function checkFits(page, widths, name = "the page") {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    const [inside, outside] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(inside <= outside, `${name}: at ${width} pixels it is ${inside} wide`);
  }
}

export const openssl = (...args) => execFileSync("openssl", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
