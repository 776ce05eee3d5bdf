// Measures every contender on every case in every host, in interleaved rounds; reports medians and
// ratios. Started by scripts/bench.sh.
//   BENCH_ROUNDS=5  BENCH_HOSTS=chromium,node,native,footprint  BENCH_CASES=rsa,p256,…
//   BENCH_SECONDS=6 limits the time for one cell
//   BENCH_WRITE=1 writes the tables to docs/benchmarks.md
//   BENCH_CONTENDERS=sslengine-doctor,@peculiar/x509,… (JavaScript contenders)
import { loadavg, cpus } from "node:os";
import { readFileSync, writeFileSync } from "node:fs";
import { CASES } from "./cases.mjs";
import { chromiumHost, nodeHost, startNative } from "./hosts.mjs";
import { makeInputs, work } from "./make.mjs";
import { growth, memory } from "./footprint.mjs";
import { openssl } from "./openssl.mjs";
import { markdown } from "./table.mjs";

const list = (name, otherwise) => (process.env[name] ?? otherwise).split(",").filter(Boolean);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const HOSTS = list("BENCH_HOSTS", "chromium,node,native,footprint");
const CONTENDERS = process.env.BENCH_CONTENDERS?.split(",");
const WANTED = list("BENCH_CASES", CASES.map(({ id }) => id).join());
/** Time limit for one contender on one case, all rounds included, in milliseconds. Each gets at least one round. */
const BOUND = Number(process.env.BENCH_SECONDS ?? 6) * 1000;
/** Minimum duration of one sample, in milliseconds. */
const SAMPLE = 120;

const cases = CASES.filter(({ id }) => WANTED.includes(id));
const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const say = (text) => process.stderr.write(`${text}\n`);

/**
  * Gets the answers, then the times. `entries` are { name, answer(case), time(case, times) };
  * `same(case, answers)` throws if two answers differ. Returns { case: { name: { ms, rounds } } }.
 */
async function measure(title, entries, same) {
  const results = {};
  for (const one of cases) {
    const answers = new Map();
    const taken = new Map();
    for (const { name, answer } of entries) {
      const began = performance.now();
      answers.set(name, await answer(one));
      taken.set(name, performance.now() - began);
    }
    same(one, answers);
    // Warm up, and determine how often one sample repeats the call.
    const running = [];
    for (const { name, time } of entries.filter(({ name }) => answers.get(name) !== undefined)) {
      const first = taken.get(name);
      const once = first > 1000 ? first : await time(one, 1);
      const times = Math.max(1, Math.round(SAMPLE / once));
      if (times > 1) await time(one, times);
      // If the first answer used up all the time, do not run it again.
      const over = first > BOUND;
      running.push({ name, time, times, spent: over ? first : 0, samples: over ? [first] : [] });
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      // Each round starts with a different contender.
      for (let n = 0; n < running.length; n += 1) {
        const entry = running[(n + round) % running.length];
        const done = entry.samples.length;
        if (done > 0 && entry.spent + entry.spent / done > BOUND) continue;
        const ms = await entry.time(one, entry.times);
        entry.spent += ms;
        entry.samples.push(ms / entry.times);
      }
    }
    results[one.id] = Object.fromEntries(running.map(({ name, samples }) => [name, { ms: median(samples), rounds: samples.length }]));
    const line = running.map(({ name, samples }) => `${name} ${median(samples).toPrecision(3)}`).join(", ");
    say(`    ${title}, ${one.title}: ${line} ms`);
  }
  return results;
}

/** Throws if two answers differ. */
function equal(one, answers) {
  const [[first, wanted], ...others] = [...answers].filter(([, answer]) => answer !== undefined);
  if (!wanted.includes("valid") || !wanted.includes(" true ")) throw new Error(`${first} found nothing valid in ${one.id}.`);
  for (const [name, answer] of others) {
    const lines = [wanted.split("\n"), answer.split("\n")];
    const at = lines[0].findIndex((line, n) => line !== lines[1][n]);
    if (answer !== wanted) {
      throw new Error(`${one.id}: ${name} and ${first} differ at ${at} of ${lines.map((l) => l.length)}:\n${lines[0][at]}\n${lines[1][at]}`);
    }
  }
}

async function measureHost({ title, start }) {
  const host = await start();
  await host.ask("prepare")();
  const names = await host.ask("names")();
  const entries = names.filter((contender) => !CONTENDERS || CONTENDERS.includes(contender)).map((contender) => ({
    name: contender,
    answer: ({ id }) => host.ask("answer")({ contender, id }),
    time: ({ id }, times) => host.ask("time")({ contender, id, times }),
  }));
  const results = await measure(title, entries, equal);
  host.close();
  return { title, results };
}

async function measureNative() {
  const native = startNative(process.env.BENCH_NATIVE);
  const of = (name, contender) => ({
    name,
    answer: (one) => native.ask("answer", contender, one),
    time: (one, times) => native.ask("time", contender, one, times),
  });
  const webpki = of("rustls-webpki, ring", "webpki");
  const entries = [
    of("sslengine-doctor", "ours"),
    // A bundle of roots has no server certificate to verify.
    { ...webpki, answer: async (one) => (one.id === "mozilla" ? undefined : webpki.answer(one)) },
    await openssl(cases),
  ];
  const results = await measure("native", entries, (one, answers) => {
    if (!answers.get("sslengine-doctor").includes(" true valid")) throw new Error(`Nothing valid in ${one.id}.`);
    for (const [name, answer] of answers) {
      const [accepted, all] = (name === "sslengine-doctor" ? "" : (answer ?? "")).split(" of ");
      if (accepted !== all && accepted) throw new Error(`${one.id}: ${name} accepted only ${answer}.`);
    }
  });
  native.close();
  return { title: "native", results };
}

makeInputs();
const load = loadavg()[0];
const [node, browser] = await Promise.all([nodeHost(), chromiumHost()]);
const report = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} × ${cpus()[0].model}`,
  rounds: ROUNDS,
  cases,
  hosts: [],
};
if (HOSTS.includes("chromium")) report.hosts.push(await measureHost(browser));
if (HOSTS.includes("node")) report.hosts.push(await measureHost(node));
if (HOSTS.includes("native")) report.hosts.push(await measureNative());
if (HOSTS.includes("footprint")) {
  report.memory = await memory([browser, node], say);
  report.growth = await growth([browser, node], say);
}
browser.close();
report.load = [load, loadavg()[0]].map((one) => one.toFixed(1));
writeFileSync(`${work}results.json`, `${JSON.stringify(report, null, 1)}\n`);
const text = markdown(report);
process.stdout.write(text);
if (process.env.BENCH_WRITE) {
  const page = new URL("../docs/benchmarks.md", import.meta.url);
  const marked = /(?<=<!-- results -->\n)[^]*(?=<!-- end of results -->)/;
  writeFileSync(page, readFileSync(page, "utf8").replace(marked, () => `\n${text}\n`));
}
process.exit();
