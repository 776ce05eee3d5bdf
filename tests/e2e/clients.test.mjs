// Clients other than API Gateway: their choice, the user's truststore, the comparison, links, many
// servers, and the files for the client.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { browser, bytes, change, drop, fixture, objections, open, paste, picture, setMoment, setUp, share, shownResult, site } from "./site.mjs";

setUp();

const phone = { context: { viewport: { width: 390, height: 844 } } };
const amazon = fixture("real/amazon-rsa2048.pem");
const at = "2025-04-01T12:00:00";
const own = fixture("truststores/chain.pem");
const later = "2027-06-15T12:00:00";

async function checked(text, moment, options = {}) {
  const page = await open(browser, site, options);
  await setMoment(page, moment);
  await paste(page, text);
  return { page, ...(await shownResult(page)) };
}

/** Chooses a client in the fields, and waits for its answer. */
async function choose(page, client) {
  await change(page);
  await page.locator("#client").selectOption(client);
}

const badge = (page) => page.locator(".badge").innerText();
const badgeOf = (page, words) => page.locator(".answer:not(.answer--stale) .badge", { hasText: words }).waitFor();

test("API Gateway is the first client; another one has its own words, and no options of integrations", async () => {
  const requests = [];
  const { page, verdict, rules } = await checked(amazon, at, { before: (page) => page.on("request", (request) => requests.push(request.url())) });
  assert.equal(verdict, "pass");
  assert.equal(rules["key-size"], "pass");
  assert.match(await badge(page), /^API Gateway will accept this chain/);
  assert.ok(!requests.some((url) => url.includes("clients.bin")), "the lists of other clients are not loaded for API Gateway");
  await change(page);
  assert.equal(await page.locator("#client").inputValue(), "api-gateway");
  const ids = await page.locator("#client option").evaluateAll((options) => options.map((option) => option.value));
  assert.equal(ids[0], "api-gateway");
  assert.equal(ids.at(-1), "truststore");
  assert.equal(new Set(ids).size, ids.length);
  await page.locator("#skip").waitFor();
  await choose(page, "temurin-17.0.9");
  await badgeOf(page, "Java 17 (Temurin 17.0.9) will accept this chain");
  assert.equal(await page.locator("#skip, #kind").count(), 0);
  assert.equal((await shownResult(page)).rules["key-size"], "not-applicable");
  assert.equal(await page.locator("#strip-client").innerText(), "Java 17 (Temurin 17.0.9)");
  assert.match(await page.locator('.req__cell[data-rule="supported-ca"] .req__name').innerText(), /Trusted CA/);
  assert.doesNotMatch(await page.locator(".answer").innerText(), /API Gateway|AWS’s list/);
  assert.deepEqual(await objections(page), []);
  assert.deepEqual(page.complaints, []);
  await picture(page, "client-1280");
  await choose(page, "api-gateway");
  await badgeOf(page, "API Gateway will accept this chain");
  await page.locator("#skip").waitFor();
  await page.context().close();
});

test("every language names the client in the badge", async () => {
  for (const [locale, words] of [["fr-FR", /Java 17 .*refusera cette chaîne/], ["es-ES", /Java 17 .*rechazará esta cadena/]]) {
    const { page } = await checked(own, later, { context: { locale } });
    await choose(page, "temurin-17.0.9");
    await badgeOf(page, words);
    assert.doesNotMatch(await page.locator(".answer .verdict").innerText(), /API Gateway/);
    await page.context().close();
  }
});

test("my truststore: a dropped file is the truststore and not the input; it stays in the tab", async () => {
  const { page, verdict } = await checked(own, later);
  assert.equal(verdict, "fail");
  await choose(page, "truststore");
  await page.locator("#no-truststore").waitFor();
  await page.locator("#truststore-drop").waitFor();
  assert.deepEqual(await objections(page), []);
  await drop(page, { "root.jks": bytes("truststores/root.jks") }, "#truststore-drop");
  await badgeOf(page, "Java with your truststore will accept this chain");
  assert.equal(await page.locator("#truststore-name").innerText(), "root.jks");
  assert.match(await page.locator(".strip__text").innerText(), /2 certificates.*Java with your truststore/s);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]));
  assert.ok(!kept.includes("root.jks"), kept);
  // Another file replaces it: the chain does not lead to a certificate of this one.
  await page.locator("#truststore").setInputFiles({ name: "v1.jks", mimeType: "", buffer: bytes("truststores/v1.jks") });
  await badgeOf(page, "will reject this chain");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a truststore with a password asks for it, and a listing of keytool needs none", async () => {
  const { page } = await checked(own, later);
  await choose(page, "truststore");
  await page.locator("#truststore").setInputFiles({ name: "root.p12", mimeType: "", buffer: bytes("truststores/root.p12") });
  const field = page.locator("#password");
  await field.waitFor();
  await field.fill("wrong");
  await field.press("Enter");
  await page.locator("#password[aria-invalid]").waitFor();
  await field.fill("changeit");
  await field.press("Enter");
  await badgeOf(page, "will accept this chain");
  await change(page);
  await page.locator("#truststore").setInputFiles({ name: "listing.txt", mimeType: "", buffer: bytes("truststores/listing.txt") });
  await page.locator("#truststore-name", { hasText: "listing.txt" }).waitFor();
  await badgeOf(page, "will accept this chain");
  await page.context().close();
});

test("a file that is no truststore is reported, and the field stays", async () => {
  const { page } = await checked(own, later);
  await choose(page, "truststore");
  await page.locator("#truststore").setInputFiles({ name: "photo.png", mimeType: "", buffer: Buffer.from("89504e470d0a1a0a", "hex") });
  await page.locator(".notice--fail", { hasText: "The truststore cannot be read." }).waitFor();
  assert.equal(await page.locator("#truststore-drop").count(), 1);
  await page.context().close();
});

for (const [form, options] of [["1280", {}], ["390", phone]]) {
  test(`the clients are compared when the fold is opened, ${form} pixels wide`, async () => {
    const requests = [];
    const before = (page) => page.on("request", (request) => requests.push(request.url()));
    const { page } = await checked(amazon, at, { ...options, before });
    assert.ok(!requests.some((url) => url.includes("clients.bin")));
    await page.locator("#clients > summary").click();
    await page.locator(".clients tbody tr").first().waitFor();
    const rows = await page.locator(".clients tbody tr").evaluateAll((rows) => rows.map((row) => [row.dataset.client, row.dataset.answer]));
    assert.deepEqual(rows[0], ["api-gateway", "pass"]);
    assert.ok(rows.length > 5 && rows.length < 12, `${rows.length} rows`);
    assert.ok(rows.every(([, answer]) => answer === "pass"), JSON.stringify(rows));
    assert.ok(requests.some((url) => url.includes("clients.bin")));
    const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(width[0] <= width[1], `nothing overflows: ${width}`);
    assert.deepEqual(await objections(page), []);
    await picture(page, `clients-${form}`);
    await page.locator("#clients-all").click();
    await page.locator('.clients tr[data-client="openjdk-2020-06"]').waitFor();
    assert.equal(await page.locator('.clients tr[data-client="truststore"]').count(), 0);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("the comparison shows which clients reject a chain, and why", async () => {
  const { page } = await checked(own, later);
  await choose(page, "truststore");
  await drop(page, { "root.jks": bytes("truststores/root.jks") }, "#truststore-drop");
  await badgeOf(page, "will accept this chain");
  await page.locator("#clients > summary").click();
  await page.locator('.clients tr[data-client="truststore"][data-answer="pass"]').waitFor();
  const other = page.locator('.clients tr[data-client="api-gateway"]');
  assert.equal(await other.getAttribute("data-answer"), "fail");
  assert.match(await other.locator(".clients__answer").innerText(), /rejects/);
  assert.notEqual(await other.locator(".clients__reason").innerText(), "");
  await page.context().close();
});

/** Opens the comparison and looks for the chain that the most clients accept. */
async function findMost(page) {
  await page.locator("#clients > summary").click();
  await page.locator("#most-clients").click();
  const found = page.locator("#most-clients-found");
  await found.waitFor();
  return found;
}

const blocksOf = (text) => text.match(/-----BEGIN[^]*?-----END CERTIFICATE-----/g);

for (const [form, options] of [["1280", {}], ["390", phone]]) {
  test(`the chain that most clients accept is shown with its file, ${form} pixels wide`, async () => {
    const [leaf, intermediate] = blocksOf(amazon);
    const { page, verdict } = await checked(leaf, at, options);
    assert.equal(verdict, "fail");
    const found = await findMost(page);
    const [, accepted, of] = (await found.locator(".repair__status").innerText()).match(/accepted by (\d+) of (\d+) clients, the chain as sent by 0\./);
    assert.equal(accepted, of);
    assert.equal(Number(of), await page.locator("#clients .clients").first().locator("tbody tr").count());
    assert.equal(await found.locator(".repair__chain li").count(), 2);
    assert.match(await found.locator(".repair__changes").innerText(), /Amazon RSA 2048 M03/);
    assert.equal(await found.locator(".clients").count(), 0, "no client remains");
    const [download] = await Promise.all([page.waitForEvent("download"), found.locator(".code__tools .button", { hasText: "Download" }).click()]);
    assert.equal(download.suggestedFilename(), "fullchain.pem");
    assert.deepEqual(blocksOf(readFileSync(await download.path(), "utf8")), [leaf, intermediate]);
    assert.equal(await found.locator(".code__tools .button").count(), 2, "copy and download");
    const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(width[0] <= width[1], `nothing overflows: ${width}`);
    assert.deepEqual(await objections(page), []);
    await picture(page, `most-clients-${form}`);
    // Another comparison needs another search.
    await page.locator("#clients-all").click();
    await page.locator('.clients tr[data-client="openjdk-2020-06"]').waitFor();
    await page.locator("#most-clients").waitFor();
    assert.equal(await page.locator("#most-clients-found").count(), 0);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("clients that do not accept the best chain remain, with the reason", async () => {
  const { page } = await checked(blocksOf(fixture("real/cloudflare-dns-2021.pem"))[0], "2022-01-01T00:00:00");
  await page.locator("#clients > summary").click();
  await page.locator("#clients-all").click();
  await page.locator('.clients tr[data-client="mozilla-2026-07"]').waitFor();
  await page.locator("#most-clients").click();
  const remaining = page.locator("#most-clients-found .clients");
  await remaining.waitFor();
  const row = remaining.locator('tr[data-client="mozilla-2026-07"]');
  assert.equal(await row.getAttribute("data-answer"), "fail");
  assert.match(await row.locator(".clients__reason").innerText(), /DigiCert Global Root CA/);
  assert.equal(await remaining.locator('tr[data-answer="pass"]').count(), 0);
  assert.deepEqual(await objections(page), []);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the search says if no chain is better, and what is missing if no client accepts any", async () => {
  const { page } = await checked(amazon, at);
  const found = await findMost(page);
  assert.match(await found.innerText(), /No chain was found that more clients accept than the chain as sent/);
  assert.equal(await found.locator(".repair__chain, .code").count(), 0);
  await page.context().close();

  const lacking = await checked(fixture("made/leaf-2048.pem"), at);
  const none = await findMost(lacking.page);
  const text = await none.innerText();
  assert.match(text, /No client accepts the chain as sent or a repaired one\./);
  assert.match(text, /The certificate of “.*” is missing, and this tool has no matching one\./);
  assert.equal(await none.locator(".repair__chain, .code--long").count(), 0);
  assert.deepEqual(lacking.page.complaints, []);
  await lacking.page.context().close();
});

for (const [locale, button, words] of [
  ["fr-FR", "Trouver la chaîne acceptée par le plus de clients", /Cette chaîne est acceptée par/],
  ["es-ES", "Buscar la cadena que aceptan más clientes", /Aceptan esta cadena/],
]) {
  test(`the search in ${locale}`, async () => {
    const { page } = await checked(blocksOf(amazon)[0], at, { context: { locale } });
    await page.locator("#clients > summary").click();
    await page.locator("#most-clients", { hasText: button }).waitFor();
    await page.locator("#most-clients").click();
    await page.locator("#most-clients-found .repair__status", { hasText: words }).waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("a link opens for its client, and one for a truststore asks for it", async () => {
  const { page } = await checked(own, later);
  // The time is in the link only if it is in the field.
  await setMoment(page, later);
  await choose(page, "debian-12");
  await badgeOf(page, "Java 17 (Debian 12) will reject this chain");
  await share(page);
  await page.locator("#share-chain").waitFor();
  const java = await page.locator("#share-chain").inputValue();
  await page.locator("#sharing-close").click();
  await choose(page, "truststore");
  await drop(page, { "root.jks": bytes("truststores/root.jks") }, "#truststore-drop");
  await badgeOf(page, "Java with your truststore will accept this chain");
  await share(page);
  await page.locator("#share-chain").waitFor();
  const truststore = await page.locator("#share-chain").inputValue();
  await page.context().close();

  const opened = await open(browser, { url: java });
  await badgeOf(opened, "Java 17 (Debian 12) will reject this chain");
  await opened.context().close();
  const asks = await open(browser, { url: truststore });
  await asks.locator("#no-truststore", { hasText: "a link never contains" }).waitFor();
  await asks.locator("#truststore").setInputFiles({ name: "root.jks", mimeType: "", buffer: bytes("truststores/root.jks") });
  await badgeOf(asks, "Java with your truststore will accept this chain");
  assert.deepEqual(asks.complaints, []);
  await asks.context().close();
});

test("a stack trace of a Java application asks for the client, and the chain is checked for it", async () => {
  const page = await open(browser, site);
  await setMoment(page, later);
  const trace = "javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path to requested target\n\tat java.base/sun.security.ssl.Alert.createSSLException(Alert.java:131)\n\tat org.example.Main.main(Main.java:12)\n";
  await paste(page, trace);
  await page.locator("#which-client").waitFor();
  await page.locator("#choose-client").click();
  await page.waitForFunction(() => document.activeElement?.id === "client");
  await page.locator("#client").selectOption("java-8");
  await page.locator("#which-client strong", { hasText: "Java 8" }).waitFor();
  await paste(page, own, "body");
  await badgeOf(page, /^Java 8 .* will reject this chain/);
  await page.context().close();
});

test("a line of API Gateway's log does not ask for the client", async () => {
  const page = await open(browser, site);
  await paste(page, "Execution failed due to configuration error: PKIX path building failed\n\tat a.b.C.d(C.java:1)");
  await page.locator("#copy-command").waitFor();
  assert.equal(await page.locator("#which-client").count(), 0);
  await page.context().close();
});

test("the files for the client: a truststore that openssl reads, without a key, and the CA as PEM", async () => {
  const root = fixture("truststores/bundle.pem").match(/-----BEGIN[^]*?-----END CERTIFICATE-----/)[0];
  const { page } = await checked(own + root, later);
  await choose(page, "temurin-21.0.8");
  await badgeOf(page, "Java 21 (Temurin 21.0.8) will reject this chain");
  await page.locator("#how-to-import").click();
  await page.locator("#download-truststore").waitFor();
  const save = async (button) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
    return { name: download.suggestedFilename(), data: readFileSync(await download.path()) };
  };
  const store = await save("#download-truststore");
  assert.equal(store.name, "truststore.p12");
  const folder = mkdtempSync(join(tmpdir(), "truststore-"));
  writeFileSync(join(folder, "truststore.p12"), store.data);
  const read = execFileSync("openssl", ["pkcs12", "-in", "truststore.p12", "-passin", "pass:changeit", "-nodes"], { cwd: folder, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  assert.deepEqual(read.match(/-----BEGIN[^]*?-----END CERTIFICATE-----/g), [root]);
  assert.doesNotMatch(read, /PRIVATE KEY/);
  assert.equal((await save("#download-ca")).data.toString().trim(), root);
  assert.match(await page.locator("#import-ca").innerText(), /changeit/);
  // The truststore makes the client accept the chain. Nothing in it is encrypted, so no password is asked for.
  await choose(page, "truststore");
  await drop(page, { "truststore.p12": store.data }, "#truststore-drop");
  await badgeOf(page, "Java with your truststore will accept this chain");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("many servers are checked for the chosen client, which the table names", async () => {
  const page = await open(browser, site);
  await setMoment(page, at);
  await paste(page, amazon + fixture("real/amazon-rsa4096.pem"));
  await page.locator('.fleet[data-state="done"]').waitFor();
  assert.equal(await page.locator("#fleet-client").count(), 0);
  assert.match(await page.locator("#fleet-title").innerText(), /1 accepted, 1 rejected/);
  await choose(page, "temurin-21.0.8");
  await page.locator("#fleet-client", { hasText: "Java 21 (Temurin 21.0.8)" }).waitFor();
  // Java has no upper limit for the key.
  await page.locator("#fleet-title", { hasText: "2 accepted" }).waitFor();
  assert.match(await page.locator(".fleet__head").innerText(), /Trusted CA/);
  await page.context().close();
});

test("a client certificate of a stage is checked by AWS's rules for it", async () => {
  const { page } = await checked(amazon, at);
  await change(page);
  await page.locator("#client-certificate").check();
  await badgeOf(page, "API Gateway cannot use this client certificate");
  const answer = await page.locator(".answer").innerText();
  assert.match(answer, /ACM issued this public certificate/);
  assert.doesNotMatch(answer, /Supported CA|requirement/);
  assert.equal(await page.locator("#host, #kind, #skip").count(), 0);
  assert.doesNotMatch(await page.locator(".strip").innerText(), /host/);
  assert.deepEqual(await objections(page), []);
  await picture(page, "client-certificate-1280");
  await page.setViewportSize({ width: 390, height: 844 });
  await picture(page, "client-certificate-390");
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator("#client-certificate").uncheck();
  await badgeOf(page, "API Gateway will accept this chain");
  await page.locator("#host").waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a link to the verdict on a client certificate says what it is about", async () => {
  const { page } = await checked(amazon, at);
  await change(page);
  await page.locator("#client-certificate").check();
  await badgeOf(page, "API Gateway cannot use this client certificate");
  await share(page);
  await page.locator("#share-verdict").waitFor();
  const link = await page.locator("#share-verdict").inputValue();
  await page.context().close();
  const opened = await open(browser, { url: link });
  const verdict = opened.locator("#shared-verdict");
  await verdict.locator(".badge", { hasText: "API Gateway cannot use this client certificate" }).waitFor();
  assert.equal(await verdict.getAttribute("data-shared"), "fail");
  assert.ok((await verdict.locator(".req__findings li").count()) > 0, "the problems are listed");
  assert.equal(await verdict.locator(".req__cell").count(), 0, "AWS's requirements for servers do not apply");
  assert.deepEqual(await objections(opened), []);
  assert.deepEqual(opened.complaints, []);
  await opened.context().close();
});

test("entries of the truststore that Java ignores are listed with the reason", async () => {
  const { page } = await checked(own, later);
  await choose(page, "truststore");
  await page.locator("#truststore").setInputFiles({ name: "key.p12", mimeType: "", buffer: bytes("truststores/key.p12") });
  await page.locator("#password").fill("changeit");
  await page.locator("#password").press("Enter");
  const list = page.locator('section[aria-labelledby="truststore-ignored"]');
  await list.waitFor();
  const lines = await list.locator("li").allInnerTexts();
  assert.equal(lines.filter((line) => line.includes("does not mark it as trusted")).length, 2, lines.join("\n"));
  assert.ok(lines.some((line) => /private key/i.test(line)), lines.join("\n"));
  assert.deepEqual(await objections(page), []);
  // A truststore without such entries has no list.
  await change(page);
  await page.locator("#truststore").setInputFiles({ name: "root.jks", mimeType: "", buffer: bytes("truststores/root.jks") });
  await badgeOf(page, "will accept this chain");
  await list.waitFor({ state: "detached" });
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
