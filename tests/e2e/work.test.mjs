// Features next to the verdict: the repaired chain, commands, comparison, links, the list,
// exporting the report.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { browser, change, fixture, share, shownResult, objections, open, openssl, paste, picture, root, setMoment, setUp, site } from "./site.mjs";

setUp();

const chain = fixture("real/crates-io.pem");
const pems = chain.match(/-----BEGIN[^]*?-----END CERTIFICATE-----/g);
const at = "2023-06-15T12:00:00";

async function checked(text, { moment = at, host = "", ...options } = {}) {
  const page = await open(browser, site, options);
  await setMoment(page, moment);
  if (host) await page.locator("#host").fill(host);
  await paste(page, text);
  return { page, ...(await shownResult(page)) };
}

/** The text and name of the file that a click downloads. */
async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

// It is in a fold.
const repaired = (page, status) => page.locator(`.repair[data-status="${status}"]`).waitFor({ state: "attached" });
const everything = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));

test("the missing intermediate is added, and openssl verifies the downloaded file", async () => {
  const requests = [];
  const { page } = await checked(pems[0], { before: (page) => page.on("request", (request) => requests.push(request.url())) });
  await repaired(page, "complete");
  const { name, text } = await downloaded(page, page.locator("#download-repaired"));
  assert.equal(name, "fullchain.pem");
  assert.deepEqual(text.match(/-----BEGIN[^]*?-----END CERTIFICATE-----/g), pems.slice(0, 2));
  const shards = requests.filter((url) => /\/authorities\/[0-9a-f]{2}\.bin/.test(url));
  assert.ok(shards.length >= 1 && shards.length <= 3, `a few kilobytes only: ${shards.length} files`);
  const folder = mkdtempSync(join(tmpdir(), "repaired-"));
  writeFileSync(join(folder, "leaf.pem"), pems[0]);
  writeFileSync(join(folder, "chain.pem"), text);
  await page.locator("#repair > summary").click();
  const withRoot = await downloaded(page, page.getByRole("button", { name: "Download with the root" }));
  writeFileSync(join(folder, "root.pem"), withRoot.text.slice(text.length));
  const verify = ["verify", "-attime", String(Date.parse(`${at}Z`) / 1000), "-no-CAfile", "-no-CApath"];
  const files = ["-trusted", "root.pem", "-untrusted", "chain.pem", "leaf.pem"];
  assert.match(execFileSync("openssl", [...verify, ...files], { cwd: folder, encoding: "utf8" }), /OK/);
  rmSync(folder, { recursive: true });
  assert.match(await page.locator("#repair").innerText(), /Added: “Amazon RSA 2048 M02”/);
  await everything(page);
  const acm = await page.locator("#repair .code--long .code__text").allTextContents();
  assert.deepEqual(acm.map((part) => part.trim()), [pems[0], pems[1]]);
  assert.deepEqual(page.complaints, []);
  await picture(page, "repair-1280");
  await page.context().close();
});

test("a wrong order is corrected, and the changes are listed", async () => {
  const { page } = await checked([pems[0], pems.at(-1), pems[0], ...pems.slice(1, -1)].join("\n"));
  await page.locator("#repair > summary").click();
  await page.locator("#want-repair").click();
  await repaired(page, "complete");
  const changes = await page.locator(".repair__changes").innerText();
  assert.match(changes, /Removed/);
  const { text } = await downloaded(page, page.locator("#download-chain"));
  assert.equal(text.match(/-----BEGIN[^]*?-----END CERTIFICATE-----/g)[0], pems[0]);
  await page.context().close();
});

test("an unknown missing certificate is named, with the command that fetches it", async () => {
  const { page } = await checked(fixture("made/leaf-2048.pem").match(/-----BEGIN[^]*?-----END CERTIFICATE-----/)[0], { moment: "2026-06-15T12:00:00" });
  await repaired(page, "incomplete");
  await page.locator("#repair > summary").click();
  assert.match(await page.locator("#repair").innerText(), /curl -sS http:\/\/pki\.example\.com\/intermediate\.crt \| openssl x509/);
  await page.context().close();
});

test("a second paste is compared with the first", async () => {
  const { page } = await checked(pems[0]);
  await paste(page, chain, "body");
  await page.locator(".compare__part--fixed").waitFor();
  assert.match(await page.locator(".compare__part--fixed").innerText(), /Amazon RSA 2048 M02/);
  assert.equal(await page.locator(".compare__part--left").count(), 0);
  await page.getByRole("button", { name: "Stop comparing" }).click();
  assert.equal(await page.locator(".compare").count(), 0);
  await page.context().close();
});

test("the commands contain the user's names, for each system, and openssl answers as described", async () => {
  const { page } = await checked(chain, { host: "crates.io:8443" });
  const commands = async () => {
    const all = [];
    for (const cell of await page.locator(".req__button").all()) {
      if ((await cell.getAttribute("aria-expanded")) === "false") await cell.click();
      await page.locator(".req__commands .code__text").first().waitFor();
      all.push(...(await page.locator(".req__commands .code__text").allTextContents()));
    }
    return all;
  };
  const unix = await commands();
  assert.ok(unix.some((command) => command.includes("-connect crates.io:8443 -servername crates.io")));
  // The last one is open.
  const keySize = page.locator(".req__panel");
  const folder = mkdtempSync(join(tmpdir(), "commands-"));
  writeFileSync(join(folder, "leaf.pem"), pems[0]);
  const command = await keySize.locator(".code__text").first().textContent();
  const output = execFileSync("sh", ["-c", command], { cwd: folder, encoding: "utf8" });
  assert.ok(output.includes((await keySize.locator(".command__expect code").first().textContent()).trim()));
  rmSync(folder, { recursive: true });
  await keySize.getByRole("button", { name: "Windows" }).click();
  assert.notDeepEqual(await commands(), unix);
  await page.context().close();
});

test("the kind of integration decides whether insecureSkipVerification exists", async () => {
  const { page } = await checked(fixture("real/private-wpt.pem"), { moment: "2021-06-15T12:00:00" });
  const rule = (not) => page.locator(`.req__cell[data-rule="supported-ca"]${not ? ":not" : ""}${not ? '([data-outcome="fail"])' : '[data-outcome="fail"]'}`);
  await change(page);
  await page.locator("#skip").check();
  await rule(true).waitFor();
  await page.locator("#kind").selectOption({ index: 4 });
  await rule(false).waitFor();
  assert.equal(await page.locator("#skip").isDisabled(), true);
  assert.match(await page.locator("#tls-config").innerText(), /serverNameToVerify/);
  await page.context().close();
});

test("a link opens the same report, appears in no request, and is removed from the address", async () => {
  const { page, ...before } = await checked(pems.slice(0, 3).join("\n"), { host: "crates.io" });
  await setMoment(page, at);
  const { sentence, rules } = await shownResult(page);
  assert.deepEqual(rules, before.rules);
  assert.equal(new URL(page.url()).hash, "");
  await share(page);
  const link = await page.locator("#share-chain").inputValue();
  assert.ok(link.startsWith(`${site.url}#v1.`));
  assert.ok(link.length - site.url.length < 2200, `${link.length}`);
  const requests = [];
  const colleague = await open(browser, { url: link }, { before: (page) => page.on("request", (request) => requests.push(request)) });
  assert.deepEqual(await shownResult(colleague), { verdict: "pass", sentence, rules });
  assert.match(await colleague.locator(".strip").innerText(), /host crates\.io · as of 15 June 2023/);
  assert.match(await colleague.locator("#shared").innerText(), /same as in the link/);
  assert.equal(colleague.url(), site.url);
  const piece = link.split("#v1.")[1].slice(20, 60);
  for (const request of requests) {
    const all = request.url() + JSON.stringify(await request.allHeaders()) + request.postData();
    assert.ok(!all.includes(piece) && !all.includes("crates.io"));
    assert.equal(request.method(), "GET");
  }
  // Later the certificate has expired: the page says that the answer has changed.
  await setMoment(colleague, "2024-06-15T12:00:00");
  await colleague.locator('.answer[data-verdict="fail"]').waitFor();
  assert.match(await colleague.locator("#shared").innerText(), /has changed/);
  assert.deepEqual(colleague.complaints, []);
  await colleague.context().close();
  await page.context().close();
});

test("a link to the verdict alone contains no name and can be scanned", async () => {
  const { page } = await checked(pems[0], { host: "secret.example" });
  await share(page);
  const link = await page.locator("#share-verdict").inputValue();
  assert.ok(link.length - site.url.length < 600);
  await everything(page);
  assert.equal(await page.locator(".share__kind").nth(1).locator(".qr").count(), 1);
  const colleague = await open(browser, { url: link });
  await colleague.locator("#shared-verdict").waitFor();
  const text = await colleague.locator("body").innerText();
  assert.match(text, /An intermediate was not sent/);
  assert.doesNotMatch(text, /crates|Amazon|secret/);
  assert.deepEqual(await objections(colleague), []);
  await colleague.context().close();
  await page.context().close();
});

test("damaged links get a message, and links in messages are found", async () => {
  const { page } = await checked(pems.slice(0, 2).join("\n"));
  await setMoment(page, at);
  await shownResult(page);
  await share(page);
  const link = await page.locator("#share-chain").inputValue();
  await page.context().close();
  const cases = [
    [link.slice(0, -200), /cut off/],
    [link.replace("#v1.", "#v9."), /newer version/],
    [`${link.slice(0, 300)}${link[300] === "A" ? "B" : "A"}${link.slice(301)}`, /damaged/],
    [`${site.url}#v1.%00%ff`, /link/],
  ];
  for (const [broken, words] of cases) {
    const colleague = await open(browser, { url: broken });
    await colleague.locator("#main .notice--fail").waitFor();
    assert.match(await colleague.locator("#main .notice--fail").innerText(), words);
    await colleague.context().close();
  }
  const mail = `Look:\n> ${link.slice(0, 70)}\n> ${link.slice(70, 140)}\n> ${link.slice(140)}\nThanks`;
  for (const text of [link, mail]) {
    const colleague = await open(browser, site);
    await paste(colleague, text);
    assert.equal((await shownResult(colleague)).verdict, "pass");
    await colleague.context().close();
  }
});

test("the list of authorities can be searched by fingerprint in any format, and a newer list can be used", async () => {
  const { page } = await checked(chain);
  await page.getByRole("button", { name: "Supported CAs" }).first().click();
  await page.locator(".authorities__table tbody tr").nth(200).waitFor();
  const der = openssl("x509", "-in", join(root, "tests/fixtures/real/crates-io.pem"), "-noout", "-fingerprint", "-sha256");
  for (const [query, rows] of [["amazonrootca1", 1], ["8ecde6884f3d87b1125ba31ac3fcb13d7016de7f57cc904fe1cb97c6ae98196e", 1], [der, 0]]) {
    await page.locator("#authorities-search").fill(query.trim());
    await page.waitForFunction((rows) => document.querySelectorAll(".authorities__table tbody tr").length === rows, rows);
  }
  assert.match(await page.locator(".notice--warn").innerText(), /No CA on this list matches/);
  assert.deepEqual(await objections(page), []);
  await page.getByText("Use a newer list").click();
  await page.locator("#authorities-list").fill(
    "Alias name: other\nCertificate fingerprints:\n\t SHA1: 00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33\n\t SHA256: " +
      Array(32).fill("AB").join(":"),
  );
  await page.locator("#authorities-search").fill("");
  await page.waitForFunction(() => document.querySelectorAll(".authorities__table tbody tr").length === 1);
  await page.locator("#back").click();
  await page.locator('.req__cell[data-rule="supported-ca"][data-outcome="fail"]').waitFor();
  await page.locator("#own-list button").click();
  await page.locator('.req__cell[data-rule="supported-ca"][data-outcome="pass"]').waitFor();
  await page.context().close();
});

test("the report is exported as Markdown, text, JSON, and a reminder", async () => {
  const { page, sentence } = await checked(chain);
  await share(page);
  const take = (label) => downloaded(page, page.locator(".take__row", { hasText: label }).getByRole("button", { name: "Download" }));
  const markdown = await take("Markdown");
  assert.ok(markdown.text.includes(sentence.replace(/\.$/, "")), markdown.text.slice(0, 200));
  assert.ok((await take("for a chat")).text.split("\n").length < 25);
  const json = await take("JSON");
  const report = JSON.parse(json.text);
  assert.equal(report.verdict, "pass");
  assert.equal(report.verdictSentence, sentence);
  assert.equal(json.text, `${JSON.stringify(report, null, 2)}\n`);
  const calendar = await take("Reminder");
  assert.match(calendar.text, /^BEGIN:VCALENDAR\r\n[^]*BEGIN:VALARM[^]*END:VCALENDAR\r\n$/);
  await page.context().close();
});

test("the page explains why to trust it, and visiting that view loses nothing", async () => {
  const { page, sentence } = await checked(chain);
  await page.getByRole("button", { name: "Privacy" }).first().click();
  await page.getByText("What you paste stays here").waitFor();
  assert.deepEqual(await objections(page), []);
  await picture(page, "trust-1280");
  await page.locator("#back").click();
  assert.equal((await shownResult(page)).sentence, sentence);
  await page.context().close();
});

test("every example shows the result that it is named after", async () => {
  const page = await open(browser, site);
  const outcomes = {
    accepted: ["pass"],
    "missing intermediate": ["fail", "chain"],
    expired: ["fail", "validity"],
    "4096-bit key": ["fail", "key-size"],
    "wrong order": ["pass"],
    "wrong host name": ["fail"],
    "private CA": ["fail", "supported-ca"],
    "default certificate": ["fail", "supported-ca"],
    "self-signed": ["fail", "supported-ca"],
  };
  for (const [name, [verdict, rule]] of Object.entries(outcomes)) {
    await page.getByRole("button", { name, exact: true }).click();
    const shown = await shownResult(page);
    assert.equal(shown.verdict, verdict, name);
    if (rule) assert.equal(shown.rules[rule], "fail", name);
    await page.locator("#new-check").click();
    await page.locator(".hero").waitFor();
  }
  await page.context().close();
});
