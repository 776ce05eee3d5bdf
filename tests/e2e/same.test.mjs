// The page and the native command give the same answer: over the whole corpus, and over generated
// inputs, the page's JSON download equals the command's output byte for byte. tests/node compares
// the npm package with the same command.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { test } from "node:test";
import { argumentsFor, asked, corpus, env, native, PASSWORD, root, withoutNative } from "../corpus.mjs";
import { generated, SEED } from "../generated.mjs";
import { browser, change, drop, open, paste, setMoment, setUp, share, site } from "./site.mjs";

setUp();

/** The command's JSON for a file. It runs in the file's folder, because the page knows no paths. */
function command(file, args) {
  const cwd = resolve(root, dirname(file));
  const { error, stdout } = spawnSync(native, [...args, basename(file), "--format", "json"], { cwd, env, encoding: "utf8" });
  if (error) throw error;
  return stdout;
}

/** The text of a file; undefined if it is not text, because binary data cannot be pasted. */
function textOf(file) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(join(root, file)));
  } catch {
    return undefined;
  }
}

/** The page's answer to the input that `give` provides, and whether it asked for a password. The answer is the report's JSON, or the
 * message if there is no report or the password is wrong. All inputs share one page: an input must
 * leave nothing behind. */
async function answerOf(page, { at, hostname, insecureSkipVerification }, give) {
  const [verdict, nothing, password, clear] = [".answer[data-verdict]:not(.answer--stale)", "[data-nothing], section.notice--fail", "#password", "#new-check, .box__foot > button:last-of-type"].map((place) => page.locator(place));
  if (await clear.count()) await clear.first().click();
  for (const one of [page.locator(".answer[data-verdict]"), nothing, password]) await one.waitFor({ state: "detached" });
  await setMoment(page, at.replace(/Z$/, ""));
  await page.locator("#host").fill(hostname ?? "");
  await give(page);
  await verdict.or(nothing).or(password).first().waitFor();
  const shut = await password.isVisible();
  if (shut) {
    await password.fill(PASSWORD);
    await password.press("Enter");
    await page.locator("body:not(:has(#password)) .answer[data-verdict]:not(.answer--stale), #password[aria-invalid]").first().waitFor();
  }
  if (!(await verdict.isVisible()) && (await password.isVisible())) return { shut, wrong: true };
  if (!(await verdict.isVisible())) return { shut, words: await page.locator("#main > [role=status]").textContent() };
  if (insecureSkipVerification) {
    await change(page);
    await page.locator("#skip").check();
    await page.locator("#req-panel, .req__row").first().waitFor();
    await verdict.waitFor();
  }
  await share(page);
  const row = page.locator(".take__row", { hasText: "JSON" });
  const [download] = await Promise.all([page.waitForEvent("download"), row.getByRole("button").last().click()]);
  await page.keyboard.press("Escape");
  return { shut, json: readFileSync(await download.path(), "utf8") };
}

/** The first line in which two texts differ, or undefined. */
function difference(one, other) {
  const [a, b] = [one, other].map((text) => text.split("\n"));
  const place = a.findIndex((line, at) => line !== b[at]);
  return one === other ? undefined : { line: place + 1, page: a[place], command: b[place] };
}

const WAYS = [
  // A file has a name, as the command's files have when they are read together.
  { way: "dropped", question: asked[0], extra: ["--together"], give: (file) => (page) => drop(page, { [basename(file)]: readFileSync(join(root, file)) }) },
  { way: "pasted", question: asked[1], extra: [], only: textOf, give: (file) => (page) => paste(page, textOf(file)) },
];

for (const { way, question, extra, only, give } of WAYS) {
  test(`${way}: the same JSON as the command's, byte for byte`, { skip: withoutNative }, async (t) => {
    const files = corpus.filter((file) => !only || only(file));
    const page = await open(browser, site, { context: { locale: question.lang ?? "en" } });
    let reports = 0;
    for (const file of files) {
      const { shut, wrong, json, words } = await answerOf(page, question, give(file));
      // The page asks for a password only if it must, and the command does the same here.
      const own = command(file, [...argumentsFor(question, shut), ...extra]);
      if (json) assert.deepEqual(difference(json, own), undefined, file);
      else if (wrong) assert.ok(JSON.parse(own).input.dropped.some(({ reason }) => reason.code === "password-needed" && reason.wrong), file);
      else assert.equal(words, JSON.parse(own).message, file);
      reports += json ? 1 : 0;
    }
    assert.deepEqual(page.complaints, []);
    await page.context().close();
    t.diagnostic(`${files.length} inputs, ${reports} reports`);
    assert.ok(files.length > 40 && reports > 25, `${files.length}, ${reports}`);
  });
}

// Files with one server: a file with more would show a table. One page for each setting of
// insecureSkipVerification.
test("generated: the same JSON as the command's, byte for byte", { skip: withoutNative }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "sslengine-doctor-same-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const inputs = generated(60).filter(({ servers }) => servers <= 1);
  let reports = 0;
  for (const skips of [false, true]) {
    const page = await open(browser, site);
    for (const { name, text, options } of inputs.filter(({ options }) => Boolean(options.insecureSkipVerification) === skips)) {
      const file = join(folder, "chain.pem");
      writeFileSync(file, text);
      const { json, words } = await answerOf(page, options, (page) => drop(page, { "chain.pem": readFileSync(file) }));
      const own = command(file, [...argumentsFor(options, false), "--together"]);
      if (json) assert.deepEqual(difference(json, own), undefined, name);
      else assert.equal(words, JSON.parse(own).message, name);
      reports += json ? 1 : 0;
    }
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
  t.diagnostic(`seed ${SEED}: ${inputs.length} inputs, ${reports} reports`);
  assert.ok(inputs.length > 40 && reports > 35, `${inputs.length}, ${reports}`);
});
