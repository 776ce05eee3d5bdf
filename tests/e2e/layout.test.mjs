// The layout of the page: what is on the first screen, what overflows, contrast, focus, tab stops.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, change, drop, fixture, open, paste, picture, setMoment, setUp, shownResult, site } from "./site.mjs";

setUp();

const chain = fixture("real/crates-io.pem");
const leaf = chain.slice(0, chain.indexOf("-----END CERTIFICATE-----") + 26);
const example = (name) => fixture(`../../static/examples/${name}.pem`);

/** Each answer: the input, the moment, and the host. */
const answers = {
  missing: [leaf, "2023-06-15T12:00:00", "crates.io"],
  expired: [leaf, "2025-06-15T12:00:00", ""],
  "private-ca": [example("private-ca"), "2021-06-15T12:00:00", ""],
  default: [example("default-certificate"), "2026-06-15T12:00:00", "api.example.com"],
  "wrong-host": [chain, "2023-06-15T12:00:00", "api.example.com"],
  "large-key": [example("large-key"), "2025-04-01T12:00:00", ""],
  accepted: [chain, "2023-06-15T12:00:00", ""],
  "accepted-host": [chain, "2023-06-15T12:00:00", "crates.io"],
};
const SCREENS = [
  [1280, 900],
  [390, 844],
];

async function answered([text, moment, host], options) {
  const page = await open(browser, site, options);
  await setMoment(page, moment);
  if (host) await page.locator("#host").fill(host);
  await paste(page, text);
  const result = await shownResult(page);
  // The repaired chain and the bars come later; nothing may move then.
  await page.locator(".bar").first().waitFor();
  return { page, ...result };
}

/** Texts that are wider than their box or cut off, and elements outside the window. */
const faults = (page) =>
  page.evaluate(() => {
    const found = [];
    for (const element of document.querySelectorAll("#app *")) {
      if (element.closest(".visually-hidden, .header__rest, [hidden], svg, pre, textarea, select, .log__gist, .skip, .drop, .fleet__frame, .authorities__frame, dialog:not([open])")) continue;
      const style = getComputedStyle(element);
      if (!element.checkVisibility() || style.display === "inline") continue;
      const box = element.getBoundingClientRect();
      const name = `${element.tagName}.${element.className}: ${element.textContent.slice(0, 50)}`;
      if (box.width && (box.left < -1 || box.right > innerWidth + 1)) found.push(`outside: ${name}`);
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && style.overflowX !== "auto") found.push(`too wide: ${name}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    return found;
  });

/** Text with less contrast than 4.5 : 1, against the nearest opaque background. */
const pale = (page) =>
  page.evaluate(() => {
    const rgb = (text) => text.match(/[\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const found = new Set();
    for (const element of document.querySelectorAll("body *")) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
      if (!own || !element.checkVisibility() || element.closest(".visually-hidden, .skip, option")) continue;
      let ground = element;
      while (ground && (rgb(getComputedStyle(ground).backgroundColor)[3] ?? 1) === 0) ground = ground.parentElement;
      const [a, b] = [light(rgb(getComputedStyle(element).color)), light(rgb(getComputedStyle(ground ?? document.body).backgroundColor))];
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (contrast < 4.5) found.add(`${contrast.toFixed(2)} ${element.tagName}.${element.className}: ${element.textContent.slice(0, 30)}`);
    }
    return [...found];
  });

for (const locale of ["en", "fr", "es"]) {
  for (const [width, height] of SCREENS) {
    for (const [name, answer] of Object.entries(answers)) {
      test(`${name}, ${locale}, ${width} pixels: button and requirements are on the first screen`, async () => {
        const context = { locale, viewport: { width, height }, reducedMotion: "reduce" };
        const { page } = await answered(answer, { context });
        const bottom = async (selector) => {
          const box = await page.locator(selector).boundingBox();
          return box.y + box.height;
        };
        const button = await bottom(".next__buttons .button--first");
        assert.ok(button <= height, `the button ends at ${button}`);
        const cell = width > 736 ? ".req__cell:nth-child(4)" : ".req__cell:nth-child(2)";
        const requirements = await bottom(cell);
        assert.ok(requirements <= height, `the requirements end at ${requirements}`);
        assert.equal(await page.evaluate(() => scrollY), 0);
        await picture(page, `${name}-${locale}-${width}`);
        assert.deepEqual(await faults(page), []);
        assert.deepEqual(await pale(page), []);
        assert.deepEqual(page.complaints, []);
        await page.context().close();
      });
    }
  }
}

test("dark: all text has a contrast of at least 4.5 : 1", async () => {
  for (const answer of Object.values(answers)) {
    const { page } = await answered(answer, { context: { colorScheme: "dark" } });
    assert.deepEqual(await pale(page), []);
    await page.context().close();
  }
});

test("320 pixels, and 200 % zoom: nothing overflows, with everything open", async () => {
  for (const locale of ["en", "fr", "es"]) {
    for (const [width, height] of [[320, 640], [640, 450]]) {
      const { page } = await answered(answers.missing, { context: { locale, viewport: { width, height } } });
      assert.deepEqual(await faults(page), []);
      await page.locator(".req__button").nth(2).click();
      await change(page);
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      await page.locator(".cert__rows").first().waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      await page.context().close();
    }
  }
});

test("only the step that helps is a primary button", async () => {
  const primary = {
    missing: "Download the repaired chain",
    expired: "Copy for a ticket",
    "private-ca": "Copy for a ticket",
    default: "Copy the command",
    "wrong-host": "Copy for a ticket",
    "large-key": "Copy for a ticket",
    accepted: "Check",
    "accepted-host": "Copy the command",
  };
  for (const [name, words] of Object.entries(primary)) {
    const { page } = await answered(answers[name]);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    const buttons = page.locator(".button--first");
    assert.deepEqual((await buttons.allInnerTexts()).map((text) => text.trim()), [words], name);
    await page.context().close();
  }
});

test("the badge, the title of the window, and the colours name the result", async () => {
  const badges = {
    missing: [/API Gateway will reject this chain/, "Rejected – SSLEngine Doctor", "tone-fail"],
    "large-key": [/Outside AWS’s limits/, "Outside AWS’s limits – SSLEngine Doctor", "tone-warn"],
    accepted: [/API Gateway will accept this chain/, "Accepted – SSLEngine Doctor", "tone-pass"],
  };
  for (const [name, [badge, title, tone]] of Object.entries(badges)) {
    const { page } = await answered(answers[name]);
    assert.match(await page.locator(".badge").innerText(), badge);
    assert.equal(await page.title(), title);
    assert.equal(await page.locator(`.answer.${tone}`).count(), 1);
    await page.context().close();
  }
});

test("a host name can be checked in the verdict", async () => {
  const { page } = await answered(answers.accepted);
  assert.match(await page.locator(".strip").innerText(), /host not checked/);
  await page.locator("#verdict-host").fill("api.example.com");
  await page.keyboard.press("Enter");
  await page.locator('.answer[data-verdict="fail"]').waitFor();
  assert.match(await page.locator(".chips").innerText(), /crates\.io/);
  await page.waitForFunction(() => document.activeElement.id === "verdict-title");
  await page.context().close();
});

test("a file dropped anywhere in the window is checked, and the browser stays on the page", async () => {
  for (const target of ["body", "html", ".footer", "#app"]) {
    const page = await open(browser, site);
    await setMoment(page, "2023-06-15T12:00:00");
    const prevented = page.evaluate(() => new Promise((resolve) => addEventListener("drop", (event) => setTimeout(() => resolve(event.defaultPrevented)))));
    await drop(page, { "chain.pem": chain }, target);
    assert.equal(await prevented, true, target);
    assert.equal((await shownResult(page)).verdict, "pass");
    await page.context().close();
  }
});

test("before the interface has started, the page says that it works, keeps a drop, and does not jump", async () => {
  for (const [width, height] of SCREENS) {
    let go;
    const coming = new Promise((resolve) => (go = resolve));
    const page = await open(browser, site, {
      ready: false,
      context: { viewport: { width, height } },
      before: async (page) => {
        await page.route(/\/app(_bg)?[-.\w]*\.wasm/, async (route) => {
          await coming;
          await route.continue();
        });
        await page.addInitScript(() => {
          window.shift = 0;
          new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value))).observe({ type: "layout-shift", buffered: true });
        });
      },
    });
    await setMoment(page, "2023-06-15T12:00:00");
    assert.equal(await page.locator("#loading").isVisible(), false);
    await drop(page, { "chain.pem": chain }, "body");
    assert.match(await page.locator("#loading").innerText(), /Loading the checker/);
    await page.locator("#input").fill("");
    go();
    assert.equal((await shownResult(page)).verdict, "pass");
    await page.context().close();

    const empty = await open(browser, site, {
      context: { viewport: { width, height } },
      before: (page) => page.addInitScript(() => {
        window.shift = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value))).observe({ type: "layout-shift", buffered: true });
      }),
    });
    await empty.waitForTimeout(500);
    const shift = await empty.evaluate(() => window.shift);
    assert.ok(shift < 0.1, `the layout shifts by ${shift} at ${width} pixels`);
    await empty.context().close();
  }
});

test("time and integration take no tab stops until they are opened", async () => {
  const { page } = await answered(answers.missing);
  const stops = [];
  for (let i = 0; i < 30; i += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName);
    if (stop === "BODY" || stops.includes("skip") && stop === "skip") break;
    stops.push(stop);
  }
  assert.ok(!stops.includes("as-of") && !stops.includes("kind"), stops.join(" "));
  await change(page);
  assert.equal(await page.locator("#as-of").inputValue(), "");
  await page.context().close();
});

test("the dialog opens with one click, closes with Escape, and returns the focus", async () => {
  const { page } = await answered(answers.missing, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  await page.locator("#share").click();
  await page.locator("#share-chain").waitFor();
  await page.locator(".share__kind .copy").first().click();
  await page.waitForFunction(() => navigator.clipboard.readText().then((text) => text.includes("#v1.")));
  await page.keyboard.press("Escape");
  await page.locator("#sharing").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.id), "share");
  await page.context().close();
});

test("a certificate opens in place, across the answer", async () => {
  const { page } = await answered(answers.accepted);
  const before = (await page.locator(".chain").boundingBox()).width;
  await page.locator("#certificate-2 > summary").click();
  await page.locator("#certificate-2 .cert__rows").waitFor();
  assert.ok((await page.locator(".chain").boundingBox()).width > before * 1.5);
  await page.context().close();
});
