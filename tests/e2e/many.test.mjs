// Many servers: a folder with hundreds of chains, bundles, sorting and filtering the table, opening
// rows, saving files.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { authority, pem } from "./made.mjs";
import { browser, bytes, checkBothSchemes, checkFits, drop, fixture, shownResult, open, paste, setMoment, setUp, site } from "./site.mjs";

setUp();

const at = "2023-06-15T12:00:00";
const good = fixture("real/crates-io.pem");
const made = authority("Made", new Date(`${at}Z`));
const chain = (number, days) => pem(made.leaf(number, { days })) + pem(made.intermediate);

/** 300 files: 288 with a server, 12 without. */
function folder() {
  const files = {};
  for (let i = 0; i < 60; i += 1) files[`good/${i}.pem`] = good;
  for (let i = 0; i < 200; i += 1) files[`private/${i}.pem`] = chain(i, 20 + i);
  for (let i = 0; i < 20; i += 1) files[`alone/${i}.pem`] = pem(made.leaf(500 + i, { days: 500 }));
  for (let i = 0; i < 8; i += 1) files[`old/${i}.pem`] = chain(800 + i, -5 - i);
  for (let i = 0; i < 6; i += 1) files[`other/ca-${i}.pem`] = pem(made.intermediate) + pem(made.root);
  for (let i = 0; i < 3; i += 1) files[`other/picture-${i}.png`] = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  files["other/cut.pem"] = good.slice(0, 900);
  files["other/empty.pem"] = "";
  files["other/server.key"] = fixture("containers/keys.pem");
  return files;
}
const SERVERS = 288;

const scratch = mkdtempSync(join(tmpdir(), "many-"));
after(() => rmSync(scratch, { recursive: true }));
for (const [name, data] of Object.entries(folder())) {
  const path = join(scratch, "servers", name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, data);
}

const done = (page) => page.locator('.fleet[data-state="done"]').waitFor();
const found = (page) => page.locator("#fleet-found").innerText();
const finds = (page, text) => page.waitForFunction((text) => document.getElementById("fleet-found")?.textContent === text, text);
const names = (page) => page.locator(".fleet__body .fleet__file").allInnerTexts();

async function opened(options) {
  const page = await open(browser, site, options);
  await setMoment(page, at);
  await page.locator("#folder").setInputFiles(join(scratch, "servers"));
  await done(page);
  return page;
}

async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

test("a folder of three hundred files: a row for each server, only the visible rows in the page, the other files named", async () => {
  const page = await opened();
  assert.equal(await page.locator("#fleet-title").innerText(), "288 servers: 60 accepted, 228 rejected");
  assert.equal(await page.locator(".fleet__table").getAttribute("aria-rowcount"), String(SERVERS + 1));
  const inPage = await page.locator(".fleet__body [role=row]").count();
  assert.ok(inPage > 5 && inPage < 60, `${inPage} rows`);
  await page.locator("#fleet-left summary").click();
  const left = await page.locator("#fleet-left").innerText();
  assert.match(left, /12 files without a server certificate/);
  for (const name of ["ca-5.pem", "picture-2.png", "cut.pem", "empty.pem", "server.key"]) assert.ok(left.includes(name), name);
  assert.match(await page.locator(".fleet").innerText(), /contained a private key/);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("rows can be sorted, filtered and reached with the keyboard", async () => {
  const page = await opened();
  const header = (name) => page.getByRole("columnheader", { name });
  await header("Days left").getByRole("button").click();
  await page.waitForFunction(() => document.querySelector(".fleet__body .fleet__file").textContent.includes("old/7.pem"));
  assert.equal(await header("Days left").getAttribute("aria-sort"), "ascending");
  assert.equal(await header("Server").getAttribute("aria-sort"), "none");
  await header("Days left").getByRole("button").click();
  await page.waitForFunction(() => document.querySelector(".fleet__body .fleet__file").textContent.includes("alone/"));
  await page.locator("#fleet-search").fill("PRIVATE/1 server-0");
  await finds(page, "111 of 288 servers");
  await page.locator("#fleet-search").fill("");
  await page.locator("#fleet-verdict").selectOption({ label: "Accepted" });
  await finds(page, "60 of 288 servers");
  await page.locator("#fleet-verdict").selectOption({ label: "All" });
  await page.locator("#fleet-rule").selectOption({ label: "Validity dates" });
  await finds(page, "8 of 288 servers");
  assert.ok((await names(page)).every((name) => name.includes("old/")));
  await page.locator("#fleet-search").fill("nobody is called so");
  await page.getByText("No server matches.").waitFor();
  await page.locator("#fleet-search").fill("");
  await page.locator("#fleet-rule").selectOption({ label: "All" });
  await finds(page, "288 of 288 servers");
  await page.locator(".fleet__open").first().focus();
  await page.keyboard.press("ArrowDown");
  const focused = () => page.evaluate(() => document.activeElement.closest("[data-row]")?.dataset.row);
  assert.equal(await focused(), "1");
  await page.keyboard.press("End");
  await page.waitForFunction(() => document.activeElement.closest("[data-row]")?.dataset.row === "287");
  assert.ok(await page.evaluate(() => {
    const [row, frame] = [document.activeElement.closest("[data-row]"), document.querySelector(".fleet__frame")].map((e) => e.getBoundingClientRect());
    return row.bottom <= frame.bottom + 1 && row.top >= frame.top;
  }), "the focused row is visible");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a row opens the full report; going back shows the same table", async () => {
  const page = await opened();
  await page.locator("#fleet-search").fill("good/7.pem");
  await finds(page, "1 of 288 servers");
  await page.locator(".fleet__open").click();
  const result = await shownResult(page);
  assert.equal(result.verdict, "pass");
  assert.match(await page.locator(".fleet__back").innerText(), /good\/7\.pem/);
  assert.equal(await page.locator(".compare").count(), 0);
  await page.waitForFunction(() => document.activeElement.id === "verdict-title");
  await page.locator("#fleet-back").click();
  assert.equal(await found(page), "1 of 288 servers");
  assert.equal(await page.locator(".answer[data-verdict]").count(), 0);
  await page.locator("#fleet-search").fill("alone/3.pem");
  await page.waitForFunction(() => document.querySelector(".fleet__body .fleet__file").textContent.includes("alone/3.pem"));
  await page.locator(".fleet__open").click();
  assert.equal((await shownResult(page)).rules.chain, "fail");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the visible rows are saved as CSV, JSON Lines and Markdown", async () => {
  const page = await opened();
  await page.locator("#fleet-search").fill("good/");
  await finds(page, "60 of 288 servers");
  const csv = await saved(page, "CSV");
  assert.equal(csv.name, "servers.csv");
  const lines = csv.text.split("\r\n");
  assert.equal(lines.length, 62);
  assert.equal(lines[0], "file,line,name,verdict,supported-ca,validity,chain,key-size,anchor,not-after,days-left,reason,client");
  assert.match(lines[1], /^servers\/good\/\d+\.pem,,crates\.io,pass,/);
  assert.match(lines[1], /,api-gateway$/);
  const { text: jsonl } = await saved(page, "JSON Lines");
  const reports = jsonl.trim().split("\n").map((line) => JSON.parse(line));
  assert.equal(reports.length, 60);
  for (const { name, report, error } of reports) {
    assert.match(name, /good\//);
    assert.deepEqual([report.verdict, report.schemaVersion, error], ["pass", 1, null]);
    assert.ok(report.certificates.length > 1 && report.verdictSentence.length > 10);
  }
  const { text: markdown } = await saved(page, "Markdown");
  assert.equal(markdown.split("\n").filter((line) => line.startsWith("| Accepted |")).length, 60);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("work can be stopped; finished rows stay", async () => {
  const page = await open(browser, site);
  const files = Object.fromEntries(Array.from({ length: 4_000 }, (_, i) => [`${i}.pem`, pem(made.leaf(i))]));
  await drop(page, files);
  await page.locator("#fleet-stop").click();
  await page.locator('.fleet[data-state="stopped"]').waitFor();
  await page.waitForTimeout(500);
  const [rows, later] = [await found(page), (await page.waitForTimeout(500), await found(page))];
  assert.equal(rows, later, "no row is added");
  assert.ok(Number.parseInt(rows.replace(",", ""), 10) < 4_000, rows);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a bundle: each server with its CAs, or as one chain, and back", async () => {
  const page = await open(browser, site);
  await setMoment(page, at);
  await paste(page, pem(made.leaf(1)) + pem(made.leaf(2)) + pem(made.intermediate) + pem(made.root));
  await done(page);
  assert.equal(await found(page), "2 of 2 servers");
  assert.match(await page.locator(".fleet").innerText(), /grouped together in this input/);
  await page.locator(".fleet__open").nth(1).click();
  assert.equal((await shownResult(page)).rules.chain, "pass");
  assert.equal(await page.locator("details.stop").count(), 3);
  await page.locator("#fleet-back").click();
  await page.locator("#fleet-together").click();
  await shownResult(page);
  assert.equal(await page.locator("details.stop").count(), 4);
  assert.match(await page.locator("#servers-found").innerText(), /2 servers/);
  await page.locator("#fleet-apart").click();
  await done(page);
  assert.equal(await found(page), "2 of 2 servers");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("two chains in one text are two rows, a large bundle is split, and a new time checks again", async () => {
  const page = await open(browser, site);
  await setMoment(page, at);
  await paste(page, good + chain(1, 30));
  await done(page);
  assert.equal(await page.locator("#fleet-title").innerText(), "2 servers: 1 accepted, 1 rejected");
  await setMoment(page, "2040-01-01T00:00:00");
  await page.getByText("0 accepted, 2 rejected").first().waitFor();
  await page.locator("#as-of").fill(at);
  const bundle = Array.from({ length: 1_200 }, (_, i) => pem(made.leaf(i))).join("") + pem(made.intermediate);
  await drop(page, { "all.pem": bundle });
  await finds(page, "1200 of 1200 servers");
  await done(page);
  await page.locator("#fleet-search").fill("server-001100");
  await finds(page, "1 of 1200 servers");
  await page.locator(".fleet__open").click();
  await shownResult(page);
  assert.match(await page.locator("details.stop").first().innerText(), /server-001100\.example/);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a keystore among many files asks for its password and opens", async () => {
  const page = await open(browser, site);
  await setMoment(page, at);
  await drop(page, { "a.pem": good, "b.pem": chain(1, 30), "store.p12": bytes("containers/openssl-3.p12") });
  await page.locator("#password").fill("changeit");
  await page.keyboard.press("Enter");
  await finds(page, "3 of 3 servers");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("files that form one chain give one report", async () => {
  const page = await open(browser, site);
  await drop(page, { "leaf.pem": pem(made.leaf(1)), "ca.pem": pem(made.intermediate), "root.pem": pem(made.root) });
  await shownResult(page);
  assert.equal(await page.locator(".fleet").count(), 0);
  await page.context().close();
});

for (const locale of ["en", "fr", "es"]) {
  test(`the table, ${locale}, light and dark: axe-core reports nothing, at 1280 and 390 pixels`, async () => {
    const page = await opened({ context: { locale, reducedMotion: "reduce" } });
    await checkBothSchemes(page, `many-${locale}`, [1280, 390]);
    await checkFits(page, [768, 390, 320]);
    if (locale === "fr") assert.match(await page.locator("#fleet-title").innerText(), /60\u00a0chaînes acceptées, 228\u00a0chaînes refusées/);
    await page.context().close();
  });
}
