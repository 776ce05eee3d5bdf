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
  const errors = check().filter(isError);
  if (errors.length === 0) break;
  const before = refused.size;
  for (const error of errors) blame(error);
  console.log(`round ${round}: ${errors.length} errors, ${refused.size} mutants do not compile`);
  if (refused.size === before || round === ROUNDS) fail(errors.slice(0, 5).map((error) => error.rendered).join("\n"));
}
const programs = link();
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

// The compiler's messages about library and tests.
function check() {
  const { status, messages, stderr } = cargo("check", "--lib", "--tests");
  if (status !== 0 && !messages.some(isError)) fail(stderr);
  return messages;
}

// Compiles the tests; returns their programs.
function link() {
  const { status, lines, messages, stderr } = cargo("test", "--lib", "--test=native", "--no-run");
  if (status !== 0) fail(stderr + messages.map((message) => message.rendered).join(""));
  return lines.filter((line) => line.executable && line.profile?.test).map((line) => ({ name: line.target.name, path: line.executable }));
}

function cargo(command, ...options) {
  const args = [command, "--offline", "--profile", "mutants", "--message-format=json", ...options];
  const environment = { ...process.env, RUSTFLAGS: "--cap-lints allow" };
  const { status, stdout, stderr } = spawnSync("cargo", args, { cwd: tree, encoding: "utf8", maxBuffer: 1 << 30, env: environment });
  const lines = stdout.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
  return { status, lines, messages: lines.filter((line) => line.reason === "compiler-message").map((line) => line.message), stderr };
}

function isError(message) {
  return message.level === "error";
}

function fail(text) {
  console.error(text);
  process.exit(1);
}
