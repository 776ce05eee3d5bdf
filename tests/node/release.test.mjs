// scripts/release.sh rejects a release whose parts have different versions. `make release-dry-run`
// tests the rest.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { root } from "./pkg.mjs";

const version = /^version = "(.*)"$/m.exec(await readFile(join(root, "Cargo.toml"), "utf8"))[1];
const PARTS = ["Cargo.toml", "Cargo.lock", "CHANGELOG.md", "npm/package.json", "scripts/lib.sh", "scripts/release.sh"];

/** Runs `release.sh check` on a copy of the project that has this version in its changelog, after `change`. */
async function checked(tag, change = () => {}) {
  const folder = await mkdtemp(join(tmpdir(), "sslengine-doctor-release-"));
  try {
    for (const part of PARTS) {
      await mkdir(join(folder, dirname(part)), { recursive: true });
      await cp(join(root, part), join(folder, part));
    }
    const edit = async (file, from, to) => {
      const text = await readFile(join(folder, file), "utf8");
      assert.match(text, from);
      await writeFile(join(folder, file), text.replace(from, to));
    };
    await edit("CHANGELOG.md", /^## .*$/m, `## ${version} (2027-01-31)`);
    await change(edit, folder);
    const { status, stderr } = spawnSync("bash", [join(folder, "scripts/release.sh"), "check", ...(tag ? [tag] : [])], { encoding: "utf8" });
    return { status, stderr };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test("tag, manifest, lock file, package and changelog must agree for a release", { skip: process.platform === "win32" }, async () => {
  assert.deepEqual(await checked(), { status: 0, stderr: "" });
  assert.deepEqual(await checked(`v${version}`), { status: 0, stderr: "" });
  const refused = async (words, tag, change) => {
    const { status, stderr } = await checked(tag, change);
    assert.equal(status, 1);
    assert.match(stderr, words);
    assert.equal(stderr.match(/^problem:/gm).length, 1, stderr);
  };
  await refused(/the tag is v9\.9\.9/, "v9.9.9");
  await refused(/the tag is/, version);
  await refused(/CHANGELOG\.md has no section/, undefined, (edit) => edit("CHANGELOG.md", /^## .*$/m, `## ${version}0`));
  await refused(/CHANGELOG\.md has no section/, undefined, (edit) => edit("CHANGELOG.md", /^(## .*)\n[^]*$/m, "$1\n"));
  // A dry run may still have its changes under Unreleased, a tag may not.
  const unreleased = (edit) => edit("CHANGELOG.md", /^## .*$/m, "## Unreleased");
  assert.deepEqual(await checked(undefined, unreleased), { status: 0, stderr: "" });
  await refused(/CHANGELOG\.md has no section/, `v${version}`, unreleased);
  await refused(/Cargo\.lock has another version/, undefined, (edit) => edit("Cargo.lock", /(name = "sslengine-doctor"\nversion = ").*"/, '$19.9.9"'));
  await refused(/must keep the version 0\.0\.0/, undefined, (edit) => edit("npm/package.json", /"version": "0\.0\.0"/, '"version": "0.0.1"'));
  await refused(/pkg\/ has another version/, undefined, async (_, folder) => {
    await mkdir(join(folder, "pkg"));
    await writeFile(join(folder, "pkg/package.json"), '{ "version": "9.9.9" }');
  });
});
