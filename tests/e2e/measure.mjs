// Measures the page with many servers: time per certificate, the tab's peak memory, the longest
// task of the main thread.
//   node tests/e2e/measure.mjs [certificates...] [folder] [bundle]  default: 10000, 100000, both
// This is not a test: the results depend on the machine. Choosing a folder blocks Chromium itself
// during the hand-over, even on an empty page: a second for three thousand files.
// docs/architecture.md explains how the work is distributed.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { authority, pem } from "./made.mjs";
import { launch, open, serve } from "./site.mjs";

const wanted = process.argv.slice(2).map(Number).filter(Boolean);
const kinds = process.argv.slice(2).filter((word) => !Number(word));
const counts = wanted.length ? wanted : [10_000, 100_000];
const scratch = mkdtempSync(join(tmpdir(), "measure-"));
const made = authority("Measured");
const [ca, root] = [pem(made.intermediate), pem(made.root)];

/** A folder of chains with three certificates; a bundle of servers with their CA at the end. */
const inputs = {
  folder(count) {
    const path = join(scratch, `folder-${count}`);
    mkdirSync(path);
    for (let i = 0; i * 3 < count; i += 1) writeFileSync(join(path, `${i}.pem`), pem(made.leaf(i)) + ca + root);
    return { path, field: "#folder" };
  },
  bundle(count) {
    const path = join(scratch, `bundle-${count}.pem`);
    const parts = [];
    for (let i = 0; i < count - 1; i += 1) parts.push(pem(made.leaf(i)));
    writeFileSync(path, `${parts.join("")}${ca}`);
    return { path, field: "#file" };
  },
};

const pageOf = async (browser) => {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
};
const peak = (pid) => {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

console.log(`${availableParallelism()} cores`);
for (const count of counts) {
  for (const [kind, make] of Object.entries(inputs)) {
    if (kinds.length && !kinds.includes(kind)) continue;
    const { path, field } = make(count);
    const [browser, site] = [await launch(), await serve()];
    const page = await open(browser, site);
    page.setDefaultTimeout(600_000);
    await page.evaluate(() => {
      globalThis.tasks = [];
      new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map((entry) => [Math.round(entry.startTime), Math.round(entry.duration)]))).observe({ type: "longtask" });
    });
    const began = performance.now();
    await page.locator(field).setInputFiles(path);
    await page.locator(".fleet").waitFor();
    const shown = performance.now();
    await page.locator('.fleet[data-state="done"]').waitFor();
    const took = performance.now() - shown;
    const clicked = performance.now();
    await page.getByRole("columnheader", { name: "Server" }).getByRole("button").click();
    await page.locator('[aria-sort="ascending"]').waitFor();
    await page.locator("#fleet-search").fill("0077");
    await page.waitForFunction(() => !/^([\d,]+) of \1 /.test(document.getElementById("fleet-found").textContent));
    const sorted = performance.now() - clicked;
    const tasks = await page.evaluate(() => globalThis.tasks);
    const memory = Math.max(...(await pageOf(browser)).map(peak));
    const longest = Math.max(0, ...tasks.map(([, duration]) => duration));
    console.log(
      `${count} certificates as a ${kind}: read in ${((shown - began) / 1000).toFixed(1)} s, checked in ${(took / 1000).toFixed(1)} s, ` +
        `${((took * 1000) / count).toFixed(0)} µs a certificate; sorted and searched in ${sorted.toFixed(0)} ms; ` +
        `peak of the tab ${memory.toFixed(0)} MB; tasks over 50 ms: ${tasks.length}, the longest ${longest} ms ${JSON.stringify(tasks.slice(0, 8))}`,
    );
    console.log(await page.locator("#fleet-title").innerText());
    await browser.close();
    site.close();
  }
}
rmSync(scratch, { recursive: true });
