// Counts the instructions of benches/count.rs under callgrind. Fails if a case takes over 5 % more
// than docs/counts.json records. `node scripts/count.mjs --record` rewrites the file. Counts are
// comparable only for the same compiler and kind of processor; otherwise, or without valgrind, the
// script reports that it skipped the comparison.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const FILE = `${root}docs/counts.json`;
const CASES = ["rsa-chain", "p256-chain", "bundle-200", "noise-1mb"];
const TOLERANCE = 0.05;
const record = process.argv.includes("--record");

function skip(why) {
  console.log(`    Instruction counts were NOT compared: ${why}.`);
  process.exit(record ? 1 : 0);
}
const run = (program, ...words) => execFileSync(program, words, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
const has = (program) => spawnSync(program, ["--version"]).status === 0;

if (process.platform !== "linux" || !has("valgrind")) skip("valgrind was not found");
const versions = run("rustc", "-vV");
const [, rustc] = /^rustc (.*)$/m.exec(versions);
const [, host] = /^host: (.*)$/m.exec(versions);
// Text searches choose their instructions at run time.
const avx2 = /\bavx2\b/.test(readFileSync("/proc/cpuinfo", "utf8"));
const made = { rustc, host, avx2 };
const recorded = JSON.parse(readFileSync(FILE, "utf8"));
if (!record) {
  const other = Object.keys(made).find((name) => recorded[name] !== made[name]);
  if (other) skip(`they were recorded for ${other} ${recorded[other]}, but this machine has ${made[other]}`);
}

const options = ["--locked", "--profile", "count", "--no-default-features", "--features", "rust-verifier", "--bench", "count"];
const messages = run("cargo", "build", ...options, "--message-format", "json-render-diagnostics");
const built = messages.split("\n").filter(Boolean).map((line) => JSON.parse(line));
const { executable } = built.find(({ target, executable }) => executable && target?.name === "count");

const folder = mkdtempSync(join(tmpdir(), "sslengine-doctor-count-"));
function count(name) {
  const out = join(folder, name);
  // Count only inside `measured`.
  run("valgrind", "--tool=callgrind", "--quiet", `--callgrind-out-file=${out}`, "--toggle-collect=count::measured*", executable, name);
  const total = Number(/^(?:summary|totals): (\d+)/m.exec(readFileSync(out, "utf8"))?.[1]);
  if (!(total > 100_000)) throw new Error(`${name}: callgrind counted ${total}, so it did not find the function.`);
  return total;
}

const counts = Object.fromEntries(CASES.map((name) => [name, count(name)]));
rmSync(folder, { recursive: true });
if (record) {
  writeFileSync(FILE, `${JSON.stringify({ ...made, instructions: counts }, null, 2)}\n`);
  console.log(`    Wrote ${FILE}.`);
}

let slower = 0;
for (const [name, now] of Object.entries(counts)) {
  const before = record ? now : recorded.instructions[name];
  const change = now / before - 1;
  const percent = `${change >= 0 ? "+" : ""}${(change * 100).toFixed(2)} %`;
  console.log(`    ${name.padEnd(12)}${now.toLocaleString("en").padStart(16)} instructions, ${percent}`);
  if (!(change <= TOLERANCE)) slower += 1;
}
if (slower > 0) {
  console.error(`error: ${slower} of ${CASES.length} cases take over ${TOLERANCE * 100} % more instructions than recorded.`);
  console.error("       If this is intended, record the new counts: node scripts/count.mjs --record");
  process.exit(1);
}
