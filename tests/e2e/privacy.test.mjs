// The page contacts nobody: its policy is present and enforced, and no request contains any of the
// paste.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { test } from "node:test";
import { browser, change, dist, fixture, shownResult, open, paste, setMoment, setUp, site } from "./site.mjs";

setUp();

const html = readFileSync(`${dist}index.html`, "utf8");
// A block of type ld+json (metadata for search engines) is data: browsers do not run it, and no
// policy applies.
const SCRIPT = /<script\b(?! type="application\/ld\+json">)[^>]*>/g;

test("the policy comes before everything that it governs, and nothing is inline", () => {
  const policy = html.match(/<meta http-equiv="?Content-Security-Policy"? content="([^"]+)"/)[1];
  for (const part of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"]) {
    assert.ok(policy.includes(part), part);
  }
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:/);
  const first = Math.min(...["<script", "<link", "<style"].map((tag) => html.indexOf(tag)).filter((at) => at >= 0));
  assert.ok(html.indexOf("Content-Security-Policy") < first);
  for (const [tag] of html.matchAll(SCRIPT)) assert.match(tag, /\ssrc=/);
  assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=/);
});

test("everything that the page's tags load has a digest", () => {
  for (const [tag] of html.matchAll(new RegExp(`${SCRIPT.source}|<link\\b[^>]*rel="?(?:modulepreload|preload|stylesheet)"?[^>]*>`, "g"))) {
    assert.match(tag, /integrity="sha384-/, tag);
  }
});

test("a request to another origin is blocked by the policy", async () => {
  const other = createServer((_, response) => response.writeHead(200, { "access-control-allow-origin": "*" }).end("reached"));
  await new Promise((resolve) => other.listen(0, "127.0.0.1", resolve));
  const page = await open(browser, site);
  const result = await page.evaluate(async (url) => {
    const violation = new Promise((resolve) =>
      document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), { once: true }));
    const answer = await fetch(url).then(() => "reached", () => "refused");
    return [answer, await violation];
  }, `http://127.0.0.1:${other.address().port}/`);
  assert.deepEqual(result, ["refused", "connect-src"]);
  other.close();
  await page.context().close();
});

test("from load to verdict only the page's own files are requested, and nothing of the paste leaves", async () => {
  const chain = fixture("real/crates-io.pem");
  const requests = [];
  const page = await open(browser, site, {
    before: (page, context) => context.on("request", (request) => requests.push(request)),
  });
  await setMoment(page, "2023-06-15T12:00:00");
  await paste(page, chain);
  await shownResult(page);
  await change(page);
  await page.locator("#host").fill("secret-host.example");
  await page.locator('.answer[data-verdict="fail"]').waitFor();
  const files = new Set(readdirSync(dist, { recursive: true }).map((name) => `${site.url}${name}`)).add(site.url);
  assert.ok(requests.length > 5);
  const pieces = chain.split("\n").filter((line) => line.length === 64).map((line) => line.slice(0, 24));
  for (const request of requests) {
    assert.equal(request.method(), "GET");
    assert.ok(files.has(request.url()), request.url());
    assert.equal(request.postData(), null);
    const all = request.url() + JSON.stringify(await request.allHeaders());
    for (const piece of [...pieces, "secret-host", "crates.io"]) assert.ok(!all.includes(piece), request.url());
  }
  assert.deepEqual(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]), [[], [], ""]);
  assert.equal(page.url(), site.url);
  await page.context().close();
});
