// Checks every state with axe-core, in every language and both colour schemes, and takes
// screenshots for review if they are wanted.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, bytes, checkBothSchemes, checkFits, drop, fixture, open, paste, setMoment, setUp, share, shownResult, site } from "./site.mjs";

setUp();

const chain = fixture("real/crates-io.pem");
const leaf = chain.slice(0, chain.indexOf("-----END CERTIFICATE-----") + 26);

const states = {
  start: async () => {},
  accepted: async (page) => {
    await paste(page, chain);
    await shownResult(page);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    await page.locator(".cert__rows").first().waitFor();
  },
  refused: async (page) => {
    await paste(page, leaf);
    await shownResult(page);
  },
  "refused-open": async (page) => {
    await paste(page, leaf);
    await page.locator(".repair[data-status]").waitFor({ state: "attached" });
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  },
  sharing: async (page) => {
    await paste(page, leaf);
    await shownResult(page);
    await share(page);
    await page.locator("#share-chain").waitFor();
    await page.evaluate(() => document.querySelectorAll("#sharing details").forEach((details) => (details.open = true)));
  },
  change: async (page) => {
    await paste(page, `# a line of other text\n${chain}`);
    await shownResult(page);
    await page.locator("#edit").click();
    await page.locator("#as-of").waitFor();
  },
  log: async (page) => {
    await paste(page, "Execution failed due to configuration error: General SSLEngine problem");
    await page.locator('[data-nothing="log"]').waitFor();
  },
  authorities: async (page) => {
    await page.locator("nav:visible button").first().click();
    await page.locator(".authorities__table tbody tr").nth(200).waitFor();
  },
  trust: async (page) => {
    await page.locator("nav:visible button").nth(1).click();
    await page.locator("#trust-title").waitFor();
  },
  servers: async (page) => {
    await drop(page, { "one.pem": chain, "two.pem": leaf, "three.pem": fixture("made/self-signed.pem") });
    await page.locator('.fleet[data-state="done"]').waitFor();
  },
  password: async (page) => {
    await drop(page, { "store.p12": bytes("containers/openssl-3.p12") });
    await page.locator("#password").waitFor();
  },
  "shared-link": async (page) => {
    await openLink(page, "#share-chain");
    await page.locator("#shared").waitFor();
    await shownResult(page);
  },
  "shared-verdict": async (page) => {
    await openLink(page, "#share-verdict");
    await page.locator("#shared-verdict").waitFor();
  },
  nothing: async (page) => {
    await paste(page, "lorem ipsum");
    await page.locator('[data-nothing="other"]').waitFor();
  },
};

/** Makes a link of a chain and opens it. */
async function openLink(page, field) {
  await paste(page, leaf);
  await shownResult(page);
  await share(page);
  await page.locator(field).waitFor();
  const link = await page.locator(field).inputValue();
  await page.keyboard.press("Escape");
  // A change of the fragment alone does not reload the page.
  await page.goto("about:blank");
  await page.goto(link);
}

for (const [state, go] of Object.entries(states)) {
  for (const locale of ["en", "fr", "es"]) {
    test(`${state}, ${locale}, light and dark: axe-core reports nothing`, async () => {
      const page = await open(browser, site, { context: { locale, reducedMotion: "reduce" } });
      await setMoment(page, "2023-06-15T12:00:00");
      await go(page);
      await checkBothSchemes(page, `${state}-${locale}`, [1280, 390]);
      await checkFits(page, [768, 390, 320]);
      await page.context().close();
    });
  }
}

test("the box has the focus at the start, and the skip link comes first", async () => {
  const page = await open(browser, site);
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.className);
  assert.equal(await focused(), "input");
  const earlier = [];
  for (let at = ""; at !== "skip"; earlier.unshift(at)) {
    assert.ok(earlier.length < 15, earlier.join(", "));
    await page.keyboard.press("Shift+Tab");
    at = await focused();
  }
  const stops = await page.evaluate(() => [...document.querySelectorAll("a, button, select, input, textarea")].filter((e) => e.checkVisibility()).map((e) => e.id || e.className));
  assert.deepEqual(earlier, stops.slice(0, stops.indexOf("input")));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "input");
  await page.context().close();
});

for (const [state, go] of Object.entries(states)) {
  test(`${state}, forced colours, dark and light: axe-core reports nothing`, async () => {
    const page = await open(browser, site, { context: { forcedColors: "active", reducedMotion: "reduce" } });
    await setMoment(page, "2023-06-15T12:00:00");
    await go(page);
    await checkBothSchemes(page, `${state}-forced`, [1280]);
    await page.context().close();
  });
}

test("the printed result fits on one page", async () => {
  const page = await open(browser, site);
  await setMoment(page, "2023-06-15T12:00:00");
  await paste(page, leaf);
  await page.locator(".repair[data-status]").waitFor({ state: "attached" });
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  const pages = pdf.match(/\/Type\s*\/Page\b/g).length;
  assert.equal(pages, 1);
  await page.context().close();
});
