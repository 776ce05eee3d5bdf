// Runs `openssl verify` as people use it: one process for each case, including reading the files.
import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { inputOf } from "./cases.mjs";
import { work } from "./make.mjs";

const run = promisify(execFile);
const BLOCK = /-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----\n/g;

/** Writes a case's certificates to files and returns the arguments; undefined if openssl cannot read the case. */
function prepare(one) {
  if (one.file === "noise.txt") return undefined;
  const folder = `${work}openssl/${one.id}/`;
  mkdirSync(folder, { recursive: true });
  const input = inputOf(one, readFileSync(work + one.file));
  const chains = (one.way === "chains" ? input : [input]).map((bytes) => Buffer.from(bytes).toString().match(BLOCK));
  const put = (name, blocks) => {
    writeFileSync(folder + name, [...new Set(blocks)].join(""));
    return folder + name;
  };
  const split = (blocks) => blocks.map((block, n) => put(`${n}.pem`, [block]));
  const moment = ["-attime", String(Date.parse(one.at) / 1000)];
  if (one.id === "mozilla") return ["verify", ...moment, "-CAfile", put("all", chains[0]), ...split(chains[0])];
  const cas = one.way === "bundle" ? chains[0].slice(-11, -1) : chains.map((chain) => chain[1]);
  const leaves = one.way === "bundle" ? chains[0].slice(0, -11) : chains.map(([leaf]) => leaf);
  const root = put("root", [chains[0].at(-1)]);
  return ["verify", ...moment, "-CAfile", root, "-untrusted", put("cas", cas), ...split(leaves)];
}

export async function openssl(cases) {
  const version = execFileSync("openssl", ["version"], { encoding: "utf8" }).split(" ")[1];
  const prepared = new Map(cases.map((one) => [one.id, prepare(one)]));
  const verify = ({ id }) => run("openssl", prepared.get(id), { maxBuffer: 1 << 26 }).catch((error) => error);
  return {
    name: `openssl verify ${version}`,
    async answer(one) {
      if (!prepared.get(one.id)) return undefined;
      const { stdout } = await verify(one);
      const files = prepared.get(one.id).filter((argument) => /\/\d+\.pem$/.test(argument));
      return `${stdout.match(/: OK$/gm)?.length ?? 0} of ${files.length}`;
    },
    async time(one, times) {
      const began = performance.now();
      for (let n = 0; n < times; n += 1) await verify(one);
      return performance.now() - began;
    },
  };
}
