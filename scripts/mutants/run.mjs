// Runs the tests on each mutant of a program with all of them:
//   node scripts/mutants/run.mjs TREE BUILT.json FOLDER K/N
// First every test runs alone, without a mutant: this gives its time and the functions that it calls.
// Then each mutant of the K-th of N parts is tested with the tests that call its function, until one
// fails: first those that are quick or have noticed many mutants, then those that compare thousands of
// answers, then the rest. FOLDER has the results (results.jsonl): a second run continues there, and
// repeats what fewer tests missed.
import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";

const [tree, builtFile, folder, part] = process.argv.slice(2);
const [number, parts] = part.split("/").map(Number);
const { programs, functions, refused, outside, mutants } = JSON.parse(readFileSync(builtFile, "utf8"));
const LEAST = 95; // percent
const LONGEST = Number(process.env.MUTANTS_LONGEST ?? 60) * 1000;
// Milliseconds of tests for one mutant. A later run without this limit repeats what was missed.
const BUDGET = Number(process.env.MUTANTS_BUDGET ?? Infinity) * 1000;
const WORKERS = availableParallelism();
// Seconds of tests in one process. A test that fails ends the search after its batch.
const BATCHES = [0.5, 2, 10, Infinity];
// Tests that compare thousands of answers are not left out, however long they take.
const BROAD = /^(answers|oracle)::/;
const QUICK = 2500; // ms of tests before the broad ones
// Tests of sockets fail by chance on a busy machine.
const UNUSED = /^(connect|fuzz_replay)::/;

mkdirSync(folder, { recursive: true });
const tests = (await baseline()).filter((test) => test.ms <= LONGEST || BROAD.test(test.name));
const byFunction = new Map();
for (const test of tests) for (const id of test.reached) byFunction.set(id, [...(byFunction.get(id) ?? []), test]);
const functionOf = new Map(functions.flatMap((fn) => fn.mutants.map((id) => [id, fn.id])));
const skipped = new Set([...refused.map(([id]) => id), ...outside]);
const kills = new Map(); // file -> names of the tests that noticed a mutant in it, the last one first
const tries = new Map(); // test -> [mutants that it was run on, mutants that it noticed]

const results = join(folder, "results.jsonl");
const ofPart = ({ id }) => id % parts === number % parts;
const before = recorded();
const open = mutants.filter((mutant) => ofPart(mutant) && !skipped.has(mutant.id) && !isDone(mutant));
console.log(`${tests.length} tests; ${open.length} mutants to run`);
await inParallel(open, async (mutant) => {
  const began = Date.now();
  const outcome = await judge(mutant);
  appendFileSync(results, `${JSON.stringify({ id: mutant.id, name: mutant.name, ...outcome, ms: Date.now() - began })}\n`);
  if (outcome.summary === "missed") console.log(`missed: ${mutant.name}`);
});
summarize();

// The newest result of each mutant, by id.
function recorded() {
  return new Map(lines(results).map((line) => JSON.parse(line)).map((result) => [result.id, result]));
}

function isDone(mutant) {
  const result = before.get(mutant.id);
  return result !== undefined && (result.summary !== "missed" || result.tests >= testsOf(mutant).length);
}

// The tests that call the mutant's function.
function testsOf(mutant) {
  return byFunction.get(functionOf.get(mutant.id)) ?? [];
}

function summarize() {
  const all = [...recorded().values()].filter(ofPart);
  const of = (summary) => all.filter((result) => result.summary === summary).length;
  const share = (100 * (of("caught") + of("timeout"))) / all.length;
  const left = (ids) => ids.filter((id) => ofPart({ id })).length;
  console.log(`${all.length} mutants: ${of("caught")} noticed, ${of("timeout")} took too long, ${of("missed")} missed`);
  console.log(`not run: ${left(refused.map(([id]) => id))} do not compile, ${left(outside)} run when the program is compiled`);
  console.log(`${share.toFixed(1)} % of those that ran were noticed (at least ${LEAST} % needed)`);
  if (!(share >= LEAST)) process.exitCode = 1;
}

async function judge(mutant) {
  const first = kills.get(mutant.file) ?? [];
  const rank = (test) => (test.ms < 3000 && first.includes(test.name) ? first.indexOf(test.name) - 1000 : cost(test));
  const reaching = affordable(inOrder([...testsOf(mutant)].sort((a, b) => rank(a) - rank(b))));
  for (const batch of batches(reaching)) {
    const limit = batch.reduce((sum, test) => sum + test.ms, 0) * 5 + 20_000;
    const { status, output } = await run(batch[0].program, batch.map((test) => test.name), { MUTANT: String(mutant.id) }, limit);
    for (const [, test] of output.matchAll(/^test (\S+) \.\.\. ok/gm)) count(test, 0);
    if (status === 0) continue;
    const name = /^test (\S+) \.\.\. FAILED/m.exec(output)?.[1];
    count(name ?? batch[0].name, 1);
    if (name) kills.set(mutant.file, [name, ...first.filter((other) => other !== name)].slice(0, 6));
    return { summary: status === null ? "timeout" : "caught", by: name ?? batch[0].name };
  }
  return { summary: "missed", tests: reaching.length };
}

// Quick tests first, then the broad ones, which notice most of the rest.
function inOrder(sorted) {
  let sum = 0;
  const quick = sorted.filter((test) => !BROAD.test(test.name) && (sum += test.ms) <= QUICK);
  const broad = sorted.filter((test) => BROAD.test(test.name));
  return [...new Set([...quick, ...broad, ...sorted])];
}

// The first tests that BUDGET has time for, without those that are too long for the rest of it.
function affordable(sorted) {
  let left = BUDGET;
  return sorted.filter((test) => {
    const fits = test.ms <= left;
    if (fits) left -= test.ms;
    return fits;
  });
}

function count(test, noticed) {
  const [tried, before] = tries.get(test) ?? [0, 0];
  tries.set(test, [tried + 1, before + noticed]);
}

// The time that a test is expected to need until it notices a mutant.
function cost({ name, ms }) {
  const [tried, noticed] = tries.get(name) ?? [0, 0];
  return (ms * (tried + 1)) / (noticed + 1);
}

// Groups of tests of one program, each of about the time of BATCHES.
function* batches(sorted) {
  let left = sorted;
  for (const seconds of BATCHES) {
    let sum = 0;
    const now = [];
    while (left.length > 0 && (now.length === 0 || sum + left[0].ms <= seconds * 1000)) {
      sum += left[0].ms;
      now.push(left[0]);
      left = left.slice(1);
    }
    for (const { path } of programs) {
      const batch = now.filter((test) => test.program === path);
      if (batch.length > 0) yield batch;
    }
  }
}

async function baseline() {
  const file = join(folder, "tests.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const all = [];
  for (const { path } of programs) {
    const { output } = await run(path, ["--list"], {}, 60_000, false);
    for (const [, name] of output.matchAll(/^(\S+): test$/gm)) if (!UNUSED.test(name)) all.push({ program: path, name });
  }
  await inParallel(all, async (test) => {
    const reached = join(folder, `reached-${all.indexOf(test)}`);
    rmSync(reached, { force: true });
    const began = Date.now();
    const { status } = await run(test.program, [test.name], { MUTANT: "0", MUTANT_REACHED: reached }, 300_000);
    test.ms = Date.now() - began;
    test.reached = [...new Set(lines(reached).map(Number))];
    test.usable = status === 0;
    if (!test.usable) console.log(`fails without a mutant, in the copy: ${test.name}`);
    rmSync(reached, { force: true });
  });
  const usable = all.filter((test) => test.usable);
  writeFileSync(file, JSON.stringify(usable));
  return usable;
}

// Runs a test program; the status is null if it took too long.
function run(program, names, variables, limit, exact = true) {
  const args = exact ? ["--exact", ...names, "--test-threads=1"] : names;
  return new Promise((resolve) => {
    // A mutant may allocate without end.
    const child = spawn("bash", ["-c", 'ulimit -v 8000000; exec "$@"', "bash", program, ...args], {
      cwd: tree,
      env: { ...process.env, CARGO_MANIFEST_DIR: tree, ...variables },
      stdio: ["ignore", "pipe", "ignore"],
      detached: true,
    });
    let output = "";
    let late = false;
    child.stdout.on("data", (data) => {
      output += data;
      // The first failure is enough.
      if (exact && /^test \S+ \.\.\. FAILED/m.test(output)) stop(child);
    });
    const timer = setTimeout(() => {
      late = true;
      stop(child);
    }, limit);
    child.on("close", (status) => {
      clearTimeout(timer);
      const failed = /^test \S+ \.\.\. FAILED/m.test(output);
      resolve({ status: failed ? 1 : late ? null : (status ?? 1), output });
    });
  });
}

function stop(child) {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended.
  }
}

async function inParallel(items, work) {
  const queue = [...items];
  const worker = async () => {
    while (queue.length > 0) await work(queue.shift());
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
}

function lines(file) {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
}
