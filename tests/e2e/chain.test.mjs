// Tests the chain, the time line and the certificate cards.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { browser, fixture, shownResult, objections, open, openssl, paste, picture, setMoment, setUp, site } from "./site.mjs";

setUp();

const cratesIo = fixture("real/crates-io.pem");
const disorder = ["root", "leaf-2048", "self-signed", "intermediate", "leaf-2048"]
  .map((name) => fixture(`made/${name}.pem`))
  .join("");

async function check(text, at, options = {}) {
  const page = await open(browser, site, options);
  await setMoment(page, at);
  await paste(page, text);
  // An input with the certificates of several servers is shown as a table first.
  await page.locator(".verdict, #fleet-together").first().waitFor();
  const together = page.locator("#fleet-together");
  if (await together.count()) await together.click();
  await shownResult(page);
  return page;
}

/** Boxes and texts of the chain and the time line that overflow their section, measured with the fonts in use. */
const outside = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".chain, .timeline")].flatMap((section) => {
      const { left, right } = section.getBoundingClientRect();
      return [...section.querySelectorAll("li, p, span, a, code, .years text")]
        .filter((element) => !element.closest(".visually-hidden"))
        .filter((element) => {
          const box = element.getBoundingClientRect();
          return box.left < left - 1 || box.right > right + 1 || element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline";
        })
        .map((element) => `${element.tagName} ${element.className.baseVal ?? element.className}: ${element.textContent.slice(0, 60)}`);
    }),
  );

test("the chain is a list in order, and every link shows three checks", async () => {
  const page = await check(cratesIo, "2023-06-15T12:00:00");
  const chain = page.getByRole("region", { name: "Chain", exact: true });
  const path = chain.locator(".chain__path");
  assert.equal(await path.evaluate((list) => list.tagName), "OL");
  assert.deepEqual(await path.locator(":scope > li > .stop .stop__name").allTextContents(), ["crates.io", "Amazon RSA 2048 M02", "Amazon Root CA 1"]);
  const checks = await path.locator(".chain__check").allTextContents();
  assert.deepEqual(checks, Array(2).fill(["name: matches", "key identifier: matches", "signature: matches"]).flat());
  assert.match(await page.locator(".chain__path .stop--root").innerText(), /Root on AWS’s list[^]*Amazon Root CA 1[^]*amazonrootca1/);
  await page.getByRole("link", { name: "Intermediate #2 Amazon RSA 2048 M02" }).waitFor();
  const lines = await path.locator(".chain__link").evaluateAll((links) => links.map((link) => getComputedStyle(link).borderLeftStyle));
  assert.deepEqual(lines, ["solid", "solid"]);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the line to a missing certificate is dashed", async () => {
  const page = await check(cratesIo.slice(0, cratesIo.indexOf("-----END") + 26), "2023-06-15T12:00:00");
  const lines = await page.locator(".chain__link").evaluateAll((links) => links.map((link) => getComputedStyle(link).borderLeftStyle));
  assert.deepEqual(lines, ["dashed", "dashed"]);
  const missing = await page.locator(".stop--missing").innerText();
  assert.match(missing, /Missing: not sent[^]*Amazon RSA 2048 M02[^]*http:\/\/crt\.r2m02\.amazontrust\.com\/r2m02\.cer/);
  await picture(page, "missing-1280");
  await page.context().close();
});

test("the chain can be selected as text, links included", async () => {
  const page = await check(cratesIo, "2023-06-15T12:00:00");
  const name = page.locator(".stop__name", { hasText: "Amazon RSA 2048 M02" });
  const box = await name.boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 1, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 220, y, { steps: 5 });
  await page.mouse.up();
  assert.match(await page.evaluate(() => getSelection().toString()), /^Amazon RSA 2048 M02/);
  const all = await page.locator(".chain__path").evaluate((list) => {
    getSelection().selectAllChildren(list);
    return getSelection().toString();
  });
  assert.match(all, /Server certificate[^]*crates\.io[^]*signature: matches[^]*Intermediate[^]*Amazon RSA 2048 M02[^]*Amazon Root CA 1/);
  await page.context().close();
});

test("unused certificates and copies have their own list, without links", async () => {
  const page = await check(disorder, "2026-06-15T12:00:00");
  const extras = await page.locator(".chain__extras > li").allInnerTexts();
  assert.equal(extras.length, 2);
  assert.match(extras[0], /Not part of this chain[^]*#3/);
  assert.match(extras[1], /Copy of #2[^]*#5/);
  assert.equal(await page.locator(".chain__extras .chain__link").count(), 0);
  assert.deepEqual(await page.locator(".chain__path .stop__number").allTextContents(), ["#2", "#4", "#1"]);
  await picture(page, "disorder-1280");
  await page.context().close();
});

test("a box opens its card, scrolls to it and focuses it", async () => {
  const page = await check(cratesIo, "2023-06-15T12:00:00");
  await page.locator('a.stop__head[href="#certificate-2"]').click();
  await page.locator("#certificate-2[open] .cert__rows").waitFor();
  assert.ok(await page.evaluate(() => document.activeElement.closest("#certificate-2") !== null));
  const top = await page.locator("#certificate-2").evaluate((card) => card.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 900, `the card's top is at ${top}`);
  await page.locator("#certificate-1 summary").click();
  await page.locator('#certificate-1 a[href="#certificate-2"]').click();
  assert.ok(await page.evaluate(() => document.activeElement.closest("#certificate-2") !== null));
  await page.context().close();
});

test("the chain and the time line fit their section in every language, from phone to desktop", async () => {
  for (const locale of ["en", "fr", "es"]) {
    for (const [text, at] of [
      [cratesIo, "2020-06-15T12:00:00"],
      [cratesIo.slice(0, cratesIo.indexOf("-----END") + 26), "2025-06-15T12:00:00"],
      [disorder, "2026-06-15T12:00:00"],
    ]) {
      const page = await check(text, at, { context: { locale } });
      for (const width of [1280, 768, 390, 320]) {
        await page.setViewportSize({ width, height: 800 });
        assert.deepEqual(await outside(page), [], `${locale}, ${width}`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
        const sizes = await page.evaluate(() =>
          [...document.querySelectorAll(".chain *, .timeline *")].filter((e) => e.textContent).map((t) => parseFloat(getComputedStyle(t).fontSize)),
        );
        assert.ok(sizes.length > 20 && Math.min(...sizes) >= 13, `text of ${Math.min(...sizes)} pixels`);
      }
      await page.context().close();
    }
  }
});

test("the time line shows days left, expired and not yet valid", async () => {
  const page = await check(cratesIo, "2025-06-15T12:00:00");
  assert.equal(await page.locator(".period--expired .period__words").textContent(), "expired 477 days ago");
  assert.equal(await page.locator(".timeline li").count(), 3);
  assert.match(await page.locator(".timeline li").first().textContent(), /crates\.io.*expired 477 days ago/);
  assert.equal(await page.locator(".timeline .period__bar").count(), 3);
  await setMoment(page, "2023-01-01T12:00:00");
  await page.locator(".period--early").first().waitFor();
  assert.match(await page.locator(".period--early .period__words").textContent(), /not yet valid, starts in 23 days/);
  await setMoment(page, "2024-02-20T12:00:00");
  await page.locator(".period--soon").first().waitFor();
  await page.context().close();
});

test("each value can be copied, and each field has an explanation", async () => {
  const page = await check(cratesIo, "2023-06-15T12:00:00", {
    context: { permissions: ["clipboard-read", "clipboard-write"] },
  });
  await page.locator("#certificate-1 summary").click();
  const card = page.locator("#certificate-1");
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await card.getByRole("button", { name: "Copy (SHA-256)" }).click();
  await card.getByRole("button", { name: "Copied (SHA-256)" }).waitFor();
  assert.match(await clipboard(), /^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  await card.getByRole("button", { name: "Copy without colons (SHA-256)" }).click();
  await card.locator(".cert__plain", { hasText: "Copied" }).waitFor();
  assert.match(await clipboard(), /^[0-9A-F]{64}$/);

  const download = page.waitForEvent("download");
  await card.getByRole("button", { name: "Download (PEM)" }).click();
  const file = await download;
  assert.equal(file.suggestedFilename(), "certificate-1.pem");
  assert.match(readFileSync(await file.path(), "utf8"), /^-----BEGIN CERTIFICATE-----\n[^-]+-----END CERTIFICATE-----\n$/);

  const explain = card.getByRole("button", { name: "Explain the fields" });
  assert.equal(await card.locator(".cert__meaning").count(), 0);
  await explain.click();
  assert.equal(await explain.getAttribute("aria-pressed"), "true");
  const rows = await card.locator(".cert__row").count();
  assert.equal(await card.locator(".cert__row .cert__meaning").count(), rows);
  assert.deepEqual(await objections(page), []);
  await page.context().close();
});

test("a name of 60,000 characters and 10,000 alternative names stay usable", async () => {
  const folder = mkdtempSync("/tmp/hostile-");
  const names = Array.from({ length: 10_000 }, (_, i) => `DNS.${i} = host-${i}.example.org`).join("\n");
  const config = `[req]\ndistinguished_name = dn\nx509_extensions = x\nprompt = no\n[dn]\nDC = ${"w".repeat(60_000)}\n[x]\nsubjectAltName = @alt\n[alt]\n${names}\n`;
  writeFileSync(`${folder}/config`, config);
  openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", `${folder}/k`, "-out", `${folder}/c`, "-config", `${folder}/config`, "-days", "30");
  const page = await open(browser, site);
  await paste(page, readFileSync(`${folder}/c`, "utf8"));
  await shownResult(page);
  const card = page.locator("#certificate-1");
  assert.ok((await page.locator(".chain").textContent()).length < 1_500);
  assert.ok((await card.locator("summary").textContent()).length < 300);
  await card.locator("summary").click();
  await card.locator(".cert__rows").waitFor();
  assert.equal(await card.locator(".cert__sans > li").count(), 50);
  await card.getByRole("button", { name: "Show all (10,000 names)" }).click();
  await card.locator(".cert__sans > li").nth(9_999).waitFor();
  const subject = card.locator(".cert__row").first();
  assert.ok((await subject.textContent()).length < 500);
  await subject.getByRole("button", { name: "Show all (60,003 characters)" }).click();
  await page.waitForFunction(() => document.querySelector(".cert__row").textContent.length > 60_000);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 1280);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("only some of a hundred certificates are drawn; a link to a later one extends the list", async () => {
  const all = Array.from({ length: 60 }, () => fixture("made/intermediate.pem")).join("");
  const page = await check(fixture("made/leaf-2048.pem") + all + fixture("made/self-signed.pem"), "2026-06-15T12:00:00");
  assert.ok((await page.locator(".stop").count()) <= 20);
  assert.match(await page.locator(".chain__more").textContent(), /\d+ more certificates/);
  assert.equal(await page.locator(".cert").count(), 50);
  await page.locator('a.stop__head[href="#certificate-62"]').click();
  await page.locator("#certificate-62[open] .cert__rows").waitFor();
  await page.context().close();
});

for (const [colorScheme, forcedColors] of [["light", "none"], ["dark", "none"], ["light", "active"]]) {
  test(`axe-core reports nothing for gaps, unused certificates and invalid dates: ${colorScheme}, forced colours ${forcedColors}`, async () => {
    const context = { colorScheme, forcedColors, reducedMotion: "reduce", locale: "fr" };
    const page = await check(disorder, "2029-06-15T12:00:00", { context });
    assert.deepEqual(await objections(page), []);
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, `disorder-fr-${colorScheme}-${forcedColors}-390`);
    assert.deepEqual(await objections(page), []);
    await page.context().close();
  });
}
