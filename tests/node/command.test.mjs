// The package's command as npm installs it. The native command, the package's command and the
// package's functions must give the same answer byte for byte.
import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { argumentsFor, asked, corpus, env, native, PASSWORD, withoutNative } from "../corpus.mjs";
import { crates, leafOnly, pkg, root } from "./pkg.mjs";

const run = promisify(execFile);
const { at } = crates;
const script = join(pkg, "command.js");
let folder, api;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "sslengine-doctor-command-"));
  api = await import(pathToFileURL(join(pkg, "index.node.js")));
});
after(() => rm(folder, { recursive: true, force: true }));

/** Runs a program; returns its status and both output streams. */
function invoke(program, args, input = "", more = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { input, cwd: root, env, encoding: "utf8", maxBuffer: 1 << 28, ...more });
  if (error && error.code !== "EPIPE") throw error;
  return { status, stdout, stderr };
}
const inNode = (args, input, more) => invoke(process.execPath, [script, ...args], input, more);

test("it is installed under its name and runs", async () => {
  const project = join(folder, "project");
  await mkdir(project);
  await writeFile(join(project, "package.json"), '{ "name": "x", "private": true }');
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { stdout } = await run(npm, ["pack", "--json", "--pack-destination", folder], { cwd: pkg });
  const [{ filename }] = JSON.parse(stdout);
  await run(npm, ["install", "--offline", "--no-audit", "--no-fund", join(folder, filename)], { cwd: project });
  const said = invoke("npx", ["sslengine-doctor", "--at", at], crates.pem, { cwd: project });
  assert.equal(said.status, 0, said.stderr);
  assert.match(said.stdout, /^Accepted {2}API Gateway would accept this chain\.\n/);
  // The data files are installed, too.
  const repaired = invoke("npx", ["sslengine-doctor", "--at", at, "--repair", "-"], leafOnly, { cwd: project });
  assert.equal(repaired.status, 0, repaired.stderr);
  assert.equal(repaired.stdout.match(/BEGIN CERTIFICATE/g).length, 2);
});

test("exit statuses, streams, and files", async () => {
  assert.equal(inNode(["--at", at], leafOnly).status, 1);
  const empty = inNode([], "");
  assert.deepEqual([empty.status, empty.stdout], [2, ""]);
  assert.match(empty.stderr, /^sslengine-doctor: standard input: There is nothing to check\./);
  assert.match(inNode(["absent.pem"]).stderr, /^sslengine-doctor: cannot read ‘absent\.pem’: No such file or directory\n$/);
  assert.match(inNode(["--hots"]).stderr, /did you mean --host\?/);
  const out = join(folder, "out.pem");
  assert.equal(inNode(["--at", at, "--repair", out], leafOnly).status, 0);
  assert.equal((await readFile(out, "utf8")).match(/BEGIN CERTIFICATE/g).length, 2);
  const again = inNode(["--at", at, "--repair", out], leafOnly);
  assert.equal(again.status, 2);
  assert.match(again.stderr, /: File exists/);
  assert.equal(inNode(["--at", at, "--repair", out, "--force"], leafOnly).status, 0);
});

test("a closed pipe ends it quietly", { skip: process.platform === "win32" }, () => {
  const said = invoke("sh", ["-c", '"$0" "$1" --list-cas --format jsonl | head -n 1', process.execPath, script]);
  assert.equal(said.stdout.split("\n").length, 2);
  assert.equal(said.stderr, "");
});

// tests/e2e/same.test.mjs compares the page with the same command.
test("the same answer everywhere, byte for byte", { skip: withoutNative }, async () => {
  assert.ok(corpus.length > 80, String(corpus.length));
  let reports = 0;
  for (const options of asked) {
    const all = argumentsFor(options);
    for (const file of corpus) {
      const own = invoke(native, [file, ...all, "--format", "json"]);
      const data = await readFile(join(root, file));
      const answer = await api.validate(data, { ...options, passwords: [PASSWORD] }).catch(({ code, message, input }) => ({ code, message, input }));
      assert.equal(`${JSON.stringify(answer, null, 2)}\n`, own.stdout, file);
      assert.equal(own.status, answer.code ? 2 : answer.verdict === "pass" ? 0 : 1, file);
      if (!answer.code) reports += 1;
    }
    // All files in one call, with the messages on standard error: the two commands are one program.
    for (const format of ["jsonl", "json", "text", "markdown"]) {
      const line = [...corpus, ...all, "--each", "--format", format];
      assert.deepEqual(inNode(line), invoke(native, line), format);
    }
  }
  assert.ok(reports > 100, String(reports));
  // Binary files as base64, which the program reads like PEM.
  const texts = await Promise.all(corpus.map((file) => readFile(join(root, file))));
  const lines = texts.map((data, id) => JSON.stringify({ id, pem: data.includes(0) ? data.toString("base64") : data.toString() }));
  const fed = `${lines.join("\n")}\n\nno JSON\n{"id":1e400,"pem":""}`;
  const answers = inNode(["--lines", "--at", at], fed);
  assert.equal(answers.stdout.trim().split("\n").length, corpus.length + 2);
  assert.deepEqual(answers, invoke(native, ["--lines", "--at", at], fed));
  const folders = ["tests/fixtures", "--at", at, "--format", "jsonl"];
  assert.deepEqual(inNode(folders), invoke(native, folders));
  for (const args of [["--help"], ["--help", "--lang", "fr"], ["--help", "--lang", "es"], ["--version"], ["--list-cas", "amazon"], ["--completions", "zsh"]]) {
    assert.deepEqual(inNode(args), invoke(native, args), args.join(" "));
  }
});
