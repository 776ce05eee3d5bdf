// The package gives the same answers as the native command, byte for byte, for generated inputs:
// see tests/generated.mjs. command.test.mjs compares them over the fixtures, and
// tests/e2e/same.test.mjs compares the page over the same generated inputs.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { argumentsFor, env, native, withoutNative } from "../corpus.mjs";
import { generated, SEED } from "../generated.mjs";
import { pkg, root } from "./pkg.mjs";

const COUNT = 150;
/** The command's exit status for each verdict. */
const STATUS = { pass: 0, fail: 1, inconclusive: 3 };
const inputs = generated(COUNT);
let api;
before(async () => {
  api = await import(pathToFileURL(join(pkg, "index.node.js")));
});

/** Runs a program; returns its status and both output streams. */
function invoke(program, args, input) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { input, cwd: root, env, encoding: "utf8", maxBuffer: 1 << 28 });
  if (error && error.code !== "EPIPE") throw error;
  return { status, stdout, stderr };
}

test("the generator repeats itself, and its inputs differ", () => {
  assert.deepEqual(generated(COUNT), inputs);
  assert.notDeepEqual(generated(COUNT, SEED + 1), inputs);
  assert.equal(new Set(inputs.map(({ text }) => text)).size > COUNT * 0.9, true);
});

test("a generated input gets the same answer from the package's function and the native command", { skip: withoutNative }, async (t) => {
  const single = inputs.filter(({ servers }) => servers <= 1);
  const verdicts = {};
  for (const { name, text, options } of single) {
    const own = invoke(native, [...argumentsFor(options, false), "--format", "json"], text);
    const answer = await api.validate(text, options).catch(({ code, message, input }) => ({ code, message, input }));
    assert.equal(`${JSON.stringify(answer, null, 2)}\n`, own.stdout, name);
    assert.equal(own.status, answer.code ? 2 : STATUS[answer.verdict], name);
    verdicts[answer.verdict] = (verdicts[answer.verdict] ?? 0) + 1;
  }
  t.diagnostic(`seed ${SEED}: ${single.length} inputs, ${JSON.stringify(verdicts)}`);
  assert.ok(single.length > COUNT / 2 && verdicts.pass > 3 && verdicts.fail > 20, JSON.stringify(verdicts));
});

// Also inputs with more than one server, which --lines checks as one chain.
test("both commands answer all generated inputs in the same way", { skip: withoutNative }, () => {
  const lines = inputs.map(({ name, text, options }) => JSON.stringify({ id: name, pem: text, host: options.hostname }));
  const fed = `${lines.join("\n")}\n`;
  for (const at of ["2026-06-15T12:00:00Z", "2023-06-01T00:00:00Z"]) {
    const [own, other] = [invoke(native, ["--lines", "--at", at], fed), invoke(process.execPath, [join(pkg, "command.js"), "--lines", "--at", at], fed)];
    const answers = [own, other].map(({ stdout }) => stdout.trimEnd().split("\n"));
    assert.equal(answers[0].length, inputs.length);
    answers[0].forEach((line, place) => assert.equal(answers[1][place], line, inputs[place].name));
    assert.equal(other.status, own.status);
  }
});
