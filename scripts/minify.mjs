// Takes comments and long names out of the scripts of a release: wasm-bindgen's glue is written to be read.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const dist = process.env.TRUNK_STAGING_DIR;

/** Modules; the others are also loaded as classic scripts, whose own names others might use. */
const MODULES = ["app.js", "boot.js", "engine.js", "engine-full.js"];
const CLASSIC = ["theme.js", "worker.js"];

if (process.env.TRUNK_PROFILE === "release") {
  // The glue's import object has the loader of the parts under one name several times: the same one each time.
  const options = ["--allow-overwrite", "--minify", "--target=es2022", "--charset=utf8", "--log-level=warning", "--log-override:duplicate-object-key=silent"];
  for (const [files, format] of [[MODULES, ["--format=esm"]], [CLASSIC, []]]) {
    const paths = files.map((file) => join(dist, file));
    execFileSync("esbuild", [...paths, `--outdir=${dist}`, ...options, ...format], { stdio: ["ignore", "ignore", "inherit"] });
  }
}
