// Tests the chain, its validity bars and the fields of its certificates.
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

/** Boxes and texts of the chain that overflow it, measured with the fonts in use. */
const outside = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".chain")].flatMap((section) => {
      const { left, right } = section.getBoundingClientRect();
      return [...section.querySelectorAll("li, p, span, a, code")]
        .filter((element) => !element.closest(".visually-hidden") && element.checkVisibility())
        .filter((element) => {
          const box = element.getBoundingClientRect();
          return box.left < left - 1 || box.right > right + 1 || element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline";
        })
        .map((element) => `${element.tagName} ${element.className.baseVal ?? element.className}: ${element.textContent.slice(0, 60)}`);
    }),
  );

test("the chain is a list in order, with the role, the name and the dates of each certificate", async () => {
  const page = await check(cratesIo, "2023-06-15T12:00:00");
  const chain = page.getByRole("region", { name: "The chain as sent", exact: true });
  const path = chain.locator(".chain__path");
  assert.equal(await path.evaluate((list) => list.tagName), "OL");
  assert.deepEqual(await path.locator(":scope > li > .stop .stop__name").allTextContents(), ["crates.io", "Amazon RSA 2048 M02", "Amazon Root CA 1"]);
  const server = await path.locator("#certificate-1 > summary").innerText();
  assert.match(server, /Server #1[^]*crates\.io[^]*RSA 2048 · until 23 February 2024, 8 months left[^]*index\.crates\.io/);
  assert.match(await path.locator(".stop--root").innerText(), /on AWS’s list[^]*Amazon Root CA 1/);
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
  assert.match(missing, /Intermediate[^]*not sent[^]*Amazon RSA 2048 M02/);
  await page.getByText("Included in the repaired chain").waitFor();
  assert.match(await page.locator(".stop--beyond").innerText(), /on AWS’s list[^]*Amazon Root CA 1/);
  await picture(page, "missing-1280");
  await page.context().close();
});

test("the whole chain can be selected as text", async () => {
  const page = await check(cratesIo, "2023-06-15T12:00:00");
  const all = await page.locator(".chain__path").evaluate((list) => {
    getSelection().selectAllChildren(list);
    return getSelection().toString();
  });
  assert.match(all, /Server[^]*crates\.io[^]*Intermediate[^]*Amazon RSA 2048 M02[^]*Amazon Root CA 1/);
  await page.context().close();
});

test("unused certificates and copies have their own list, without links", async () => {
  const page = await check(disorder, "2026-06-15T12:00:00");
  await page.getByText("Sent, but not part of the chain (2)").click();
  const extras = await page.locator(".chain__extras li").allInnerTexts();
  assert.equal(extras.length, 2);
  assert.match(extras[0], /#3/);
  assert.match(extras[1], /#5[^]*copy of #2/);
  assert.equal(await page.locator(".chain__extras .chain__link").count(), 0);
  assert.deepEqual(await page.locator(".chain__path .stop__number").allTextContents(), ["#2", "#4", "#1"]);
  await picture(page, "disorder-1280");
  await page.context().close();
});

test("a box opens in place, and a certificate leads to its issuer", async () => {
  const page = await check(cratesIo, "2023-06-15T12:00:00");
  await page.locator("#certificate-1 > summary").click();
  await page.locator('#certificate-1 a[href="#certificate-2"]').click();
  await page.locator("#certificate-2[open] .cert__rows").waitFor();
  assert.ok(await page.evaluate(() => document.activeElement.closest("#certificate-2") !== null));
  const top = await page.locator("#certificate-2").evaluate((card) => card.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 900, `the certificate's top is at ${top}`);
  await page.context().close();
});

test("the chain fits its section in every language, from phone to desktop", async () => {
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
          [...document.querySelectorAll(".chain *")].filter((e) => e.textContent).map((t) => parseFloat(getComputedStyle(t).fontSize)),
        );
        assert.ok(sizes.length > 20 && Math.min(...sizes) >= 13, `text of ${Math.min(...sizes)} pixels`);
      }
      await page.context().close();
    }
  }
});

test("each certificate has a bar on one scale, and its colour says expired, early or ending soon", async () => {
  const page = await check(cratesIo, "2025-06-15T12:00:00");
  assert.equal(await page.locator(".chain .bar").count(), 3);
  assert.match(await page.locator("#certificate-1 > summary").innerText(), /expired[^]*until 23 February 2024, 15 months ago/);
  assert.equal(await page.locator("#certificate-1 .bar--outside").count(), 1);
  const marks = await page.locator(".bar__now").evaluateAll((all) => all.map((mark) => mark.getAttribute("x1")));
  assert.equal(new Set(marks).size, 1, "now is at the same place");
  await setMoment(page, "2023-01-01T12:00:00");
  await page.locator("#certificate-1 .stop__state", { hasText: "not yet valid" }).waitFor();
  assert.match(await page.locator("#certificate-1 > summary").innerText(), /from 25 January 2023/);
  await setMoment(page, "2024-02-20T12:00:00");
  await page.locator(".bar--soon").first().waitFor();
  await page.context().close();
});

test("each value can be copied, and each field has an explanation", async () => {
  const page = await check(cratesIo, "2023-06-15T12:00:00", {
    context: { permissions: ["clipboard-read", "clipboard-write"] },
  });
  await page.locator("#certificate-1 > summary").click();
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
  assert.ok((await card.locator("summary").first().textContent()).length < 300);
  await card.locator("summary").first().click();
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

test("only some of a hundred certificates are drawn", async () => {
  const all = Array.from({ length: 80 }, () => fixture("made/intermediate.pem")).join("");
  const page = await check(fixture("made/leaf-2048.pem") + all + fixture("made/self-signed.pem"), "2026-06-15T12:00:00");
  assert.ok((await page.locator(".stop").count()) <= 54);
  await page.locator(".chain__extras > summary").click();
  assert.match(await page.locator(".chain__more").textContent(), /\d+ more certificates/);
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
