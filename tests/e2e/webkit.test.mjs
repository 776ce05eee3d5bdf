// The built page in WebKitGTK, the engine of Safari: start, paste, a file with a password, a link,
// and offline.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bytes, fixture, serve } from "./site.mjs";
import { launchWebKit, webkit } from "./webkit.mjs";

const chain = fixture("real/crates-io.pem");
const leaf = chain.slice(0, chain.indexOf("-----END CERTIFICATE-----") + 26);
const VERDICT = "document.querySelector('.answer[data-verdict]:not(.answer--stale)')?.dataset.verdict";

const paste = (text) => `(() => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", ${JSON.stringify(text)});
  document.body.dispatchEvent(Object.assign(new Event("paste", { bubbles: true, cancelable: true }), { clipboardData }));
})()`;
const click = (id) => `document.getElementById(${JSON.stringify(id)}).click()`;
const fill = (id, value) => `(() => {
  const field = document.getElementById(${JSON.stringify(id)});
  field.value = ${JSON.stringify(value)};
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
})()`;

test("WebKit: start, paste, a file with its password, a link, and offline", {
  skip: webkit ? false : "WebKitGTK's driver is not installed (apt-get install webkit2gtk-driver xvfb)",
}, async () => {
  const site = await serve();
  const { page, close } = await launchWebKit();
  try {
    // Only localhost is a secure context here, like the published site.
    const url = site.url.replace("127.0.0.1", "localhost");
    await page.goto(url);
    await page.until("document.querySelector('.skip') !== null");
    assert.equal(await page.evaluate("document.getElementById('broken').hidden"), true);

    await page.evaluate(paste(leaf));
    assert.equal(await page.until(VERDICT), "fail");
    await page.until("document.querySelectorAll('.bar').length > 0");
    assert.equal(await page.evaluate("document.activeElement.id"), "verdict-title");

    // Fields look like their neighbours, and an empty time shows no date.
    await page.evaluate(click("edit"));
    const looks = await page.evaluate("['host', 'as-of', 'kind'].map((id) => { const style = getComputedStyle(document.getElementById(id)); return [style.appearance, style.height, style.borderTopColor, style.backgroundColor].join(' '); })");
    assert.equal(new Set(looks).size, 1, looks.join("\n"));
    assert.equal(await page.evaluate("document.querySelectorAll('#as-of.input--empty').length"), 1, "the style sheet hides the present time");
    await page.evaluate(fill("as-of", "2023-06-15T12:00:00"));
    await page.until("document.querySelector('.strip--dated') !== null");
    await page.until("document.getElementById('download-repaired') !== null");

    await page.evaluate(click("share"));
    const link = await page.until("document.getElementById('share-chain')?.value");
    await page.evaluate(click("new-check"));
    await page.until("document.querySelector('.answer') === null");
    await page.evaluate(`location.hash = ${JSON.stringify(link.slice(link.indexOf("#")))}`);
    await page.until("document.getElementById('shared') !== null");
    assert.equal(await page.until(VERDICT), "fail");

    const store = bytes("containers/openssl-3.p12").toString("base64");
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob("${store}"), (c) => c.charCodeAt(0))], "store.p12"));
      const input = document.getElementById("file") ?? (document.getElementById("edit").click(), undefined);
      window.dispatchEvent(Object.assign(new Event("drop", { bubbles: true, cancelable: true }), { dataTransfer: data }));
    })()`);
    await page.until("document.getElementById('password') !== null");
    await page.evaluate("(() => { const field = document.getElementById('password'); field.value = 'changeit'; field.form.requestSubmit(); })()");
    await page.until("document.getElementById('password') === null");
    assert.ok(await page.until(VERDICT));
    assert.equal(await page.until("document.activeElement.id"), "verdict-title");

    // Offline: the server is stopped.
    await page.evaluate("Promise.race([sslengineDoctor.whenOffline, new Promise((_, fail) => setTimeout(() => fail(new Error('not offline')), 50000))]).then(() => true)");
    site.close();
    await page.goto(url);
    await page.until("document.querySelector('.skip') !== null");
    await page.evaluate(paste(chain));
    assert.ok(await page.until(VERDICT));
    await page.end();
  } finally {
    await close();
    site.close();
  }
});
