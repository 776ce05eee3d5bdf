// The documentation next to the page: linked from the findings, accessible, narrow and wide,
// without external requests. tests/native/docs.rs checks links in the sources; these tests check
// them in the built site.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { browser, checkBothSchemes, checkFits, dist, fixture, open, paste, setMoment, setUp, shownResult, site } from "./site.mjs";

setUp();

const docs = join(dist, "docs");
const pages = readdirSync(docs, { recursive: true }).filter((name) => name.endsWith(".html")).sort();
const chain = fixture("real/crates-io.pem");
const leaf = chain.slice(0, chain.indexOf("-----END CERTIFICATE-----") + 26);

/** Opens a documentation page in its own context and records its requests and console errors. */
async function visit(path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block", reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.asked = [];
  page.complaints = [];
  page.on("request", (request) => page.asked.push(request.url()));
  page.on("console", (message) => message.type() === "error" && page.complaints.push(message.text()));
  await page.goto(`${site.url}docs/${path}`);
  return page;
}

test("there is a page for every code of the schema, in every language", () => {
  const schema = JSON.parse(readFileSync(join(docs, "report.schema.json"), "utf8"));
  const codes = new Set(schema.$defs.Finding.anyOf.map((form) => form.properties.code.const));
  assert.ok(codes.size > 60, `${codes.size} codes`);
  for (const code of codes) for (const language of ["en", "fr", "es"]) assert.ok(pages.includes(`${language}/findings/${code}.html`), `${language} ${code}`);
});

test("every link and file that a page names is in the built site", () => {
  let seen = 0;
  for (const page of pages) {
    const html = readFileSync(join(docs, page), "utf8");
    for (const [, address] of html.matchAll(/ (?:href|src)="([^"#]+)/g)) {
      if (address.startsWith("https://")) continue;
      seen += 1;
      const file = join(docs, dirname(page), address);
      assert.ok(existsSync(address.endsWith("/") ? join(file, "index.html") : file), `${page}: ${address}`);
    }
  }
  assert.ok(seen > 1000);
});

for (const path of ["index.html", "en/index.html", "en/guide.html", "fr/requirements.html", "en/findings/index.html", "fr/findings/index.html",
  "en/findings/issuer-missing.html", "fr/findings/name-constraint.html", "en/npm.html", "en/semantics.html", "en/jdk.html", "fr/command.html", "es/guide.html"]) {
  test(`${path}: axe-core reports nothing, light and dark, wide and narrow`, async () => {
    const page = await visit(path);
    await checkBothSchemes(page, `docs-${path.replaceAll("/", "-").replace(".html", "")}`, [1280, 390]);
    await page.context().close();
  });
}

test("no page is wider than a phone, and none requests anything but its own files", async () => {
  const page = await visit("index.html", { viewport: { width: 390, height: 844 } });
  for (const path of pages) {
    await page.goto(`${site.url}docs/${path}`);
    await checkFits(page, [390, 320], path);
  }
  assert.deepEqual(page.asked.filter((url) => !url.startsWith(`${site.url}docs/`)), []);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the theme chosen on the page also applies here", async () => {
  const page = await open(browser, site, { context: { colorScheme: "light" } });
  await page.evaluate(() => (localStorage.theme = "dark"));
  await page.goto(`${site.url}docs/en/guide.html`);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  await page.context().close();
});

for (const locale of ["en", "fr", "es"]) {
  test(`the page and each finding link to the documentation, in the page's language (${locale})`, async () => {
    const page = await open(browser, site, { context: { locale } });
    await setMoment(page, "2023-06-15T12:00:00");
    await paste(page, leaf);
    await shownResult(page);
    assert.equal(await page.locator(".footer a[href^='docs/']").getAttribute("href"), `docs/${locale}/index.html`);
    assert.ok(existsSync(join(docs, locale, "index.html")));
    // The requirement that is not met is open.
    const findings = await page.locator(".req__findings > li").count();
    const links = page.locator(".req__findings > li a[href^='docs/']");
    assert.equal(await links.count(), findings);
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    for (const address of addresses) assert.ok(existsSync(join(dist, address)), address);
    const missing = addresses.indexOf(`docs/${locale}/findings/issuer-missing.html`);
    assert.ok(missing >= 0, addresses.join(" "));
    const [opened] = await Promise.all([page.context().waitForEvent("page"), links.nth(missing).click()]);
    await opened.waitForLoadState();
    assert.equal(await opened.locator("h1 ~ .facts code").first().textContent(), "issuer-missing");
    assert.equal(await opened.evaluate(() => document.documentElement.lang), locale);
    assert.equal(await page.locator(".answer[data-verdict]").count(), 1, "the paste is kept");
    await page.context().close();
  });
}

test("an example of the documentation opens in the checker and shows its finding", async () => {
  const page = await visit("en/findings/leaf-extended-key-usage.html");
  await page.locator(".actions a").first().click();
  await page.locator(".answer[data-verdict]:not(.answer--stale)").waitFor();
  await page.locator(".req__findings a").first().waitFor();
  assert.equal(await page.locator("a[href='docs/en/findings/leaf-extended-key-usage.html']").count(), 1);
  await page.context().close();
});
