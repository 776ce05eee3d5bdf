// Every state, in both languages and both colourings, to the eyes of axe-core; pictures of each for ours.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fixture, judgement, launch, objections, open, paste, picture, serve, setMoment } from "./site.mjs";

let browser;
let site;
before(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
after(async () => {
  await browser.close();
  site.close();
});

const chain = fixture("real/crates-io.pem");
const leaf = chain.slice(0, chain.indexOf("-----END CERTIFICATE-----") + 26);

const states = {
  start: async () => {},
  accepted: async (page) => {
    await paste(page, chain);
    await judgement(page);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    await page.locator(".cert__rows").first().waitFor();
  },
  refused: async (page) => {
    await paste(page, leaf);
    await judgement(page);
  },
  nothing: async (page) => {
    await paste(page, "lorem ipsum");
    await page.locator("#main .notice--fail").waitFor();
  },
};

for (const [state, go] of Object.entries(states)) {
  for (const locale of ["en", "fr"]) {
    for (const colorScheme of ["light", "dark"]) {
      test(`${state}, ${locale}, ${colorScheme}: axe-core has no objection`, async () => {
        const page = await open(browser, site, { context: { locale, colorScheme, reducedMotion: "reduce" } });
        await setMoment(page, "2023-06-15T12:00:00");
        await go(page);
        await picture(page, `${state}-${locale}-${colorScheme}-1280`);
        assert.deepEqual(await objections(page), []);
        await page.setViewportSize({ width: 390, height: 844 });
        await picture(page, `${state}-${locale}-${colorScheme}-390`);
        assert.deepEqual(await objections(page), []);
        await page.context().close();
      });
    }
  }
}

test("the keyboard alone reaches everything in order, beginning with the way past the header", async () => {
  const page = await open(browser, site);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "input");
  await page.context().close();
});
