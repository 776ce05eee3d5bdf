// Builds the tests with all mutants in one program:
//   node scripts/mutants/build.mjs TREE MUTANTS.json OUT.json
// TREE is a copy of the project, MUTANTS.json the output of `cargo mutants --list --json` in it. A
// mutant that the compiler refuses is removed, and the rest is compiled again. OUT.json has the
// programs, the mutants by function, and which mutants have no switch or were removed.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addSwitches, MODULE } from "./switch.mjs";

const [tree, list, out] = process.argv.slice(2);
const mutants = JSON.parse(readFileSync(list, "utf8")).map(({ diff, ...mutant }, i) => ({ ...mutant, id: i + 1 }));
const byFile = new Map();
for (const mutant of mutants) byFile.set(mutant.file, [...(byFile.get(mutant.file) ?? []), mutant]);
const originals = new Map([...byFile.keys()].map((file) => [file, readFileSync(join(tree, file), "utf8")]));
const refused = new Map(); // id -> the compiler's message
const ROUNDS = 25;

const lib = join(tree, "src/lib.rs");
writeFileSync(join(tree, "src/mutants.rs"), MODULE);
writeFileSync(lib, `${readFileSync(lib, "utf8")}\n#[doc(hidden)]\npub mod mutants;\n`);

let functions;
let outside;
let ranges;
for (let round = 1; ; round++) {
  write();
  const errors = compile(["check", "--lib", "--tests"]).filter((message) => message.level === "error");
  if (errors.length === 0) break;
  const before = refused.size;
  for (const error of errors) blame(error);
  console.log(`round ${round}: ${errors.length} errors, ${refused.size} mutants do not compile`);
  if (refused.size === before || round === ROUNDS) {
    console.error(errors.slice(0, 5).map((error) => error.rendered).join("\n"));
    process.exit(1);
  }
}
const programs = compile(["test", "--no-run"], true);
writeFileSync(out, JSON.stringify({ programs, functions, refused: [...refused], outside: outside.map((m) => m.id), mutants }));
console.log(`${mutants.length} mutants: ${refused.size} do not compile, ${outside.length} have no switch`);

function write() {
  let next = 1;
  functions = [];
  outside = [];
  ranges = new Map();
  for (const [file, all] of byFile) {
    const result = addSwitches(originals.get(file), all.filter((mutant) => !refused.has(mutant.id)), () => next++);
    writeFileSync(join(tree, file), result.text);
    functions.push(...result.functions);
    outside.push(...result.outside);
    ranges.set(file, result.ranges);
  }
}

// Finds the mutants in whose text an error is.
function blame({ spans, message }) {
  const places = spans.filter((span) => span.is_primary).concat(spans.filter((span) => !span.is_primary));
  for (const { file_name: file, line_start: line } of places) {
    for (const [id, [from, to]] of ranges.get(file) ?? []) {
      if (line >= from && line <= to) {
        refused.set(id, message);
        return;
      }
    }
  }
  if (places.length > 0) console.log(`not in a mutant: ${message} (${places[0].file_name}:${places[0].line_start})`);
}

// Runs cargo; returns the compiler's messages, or the test programs.
function compile([command, ...options], programs = false) {
  const args = [command, "--offline", "--profile", "mutants", "--message-format=json", ...(programs ? ["--lib", "--test=native"] : []), ...options];
  const run = spawnSync("cargo", args, { cwd: tree, encoding: "utf8", maxBuffer: 1 << 30, env: { ...process.env, RUSTFLAGS: "--cap-lints allow" } });
  const lines = run.stdout.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
  const messages = lines.filter((line) => line.reason === "compiler-message").map((line) => line.message);
  const refusing = messages.some((message) => message.level === "error");
  if (run.status !== 0 && (programs || !refusing)) {
    console.error(run.stderr, messages.map((message) => message.rendered).join(""));
    process.exit(1);
  }
  if (!programs) return messages;
  return lines.filter((line) => line.executable && line.profile?.test).map((line) => ({ name: line.target.name, path: line.executable }));
}
