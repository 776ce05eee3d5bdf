// Minifies the scripts of a release: wasm-bindgen's glue has comments and long names.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const dist = process.env.TRUNK_STAGING_DIR;

/** Modules. The other scripts are also loaded as classic scripts, whose global names others may use. */
const MODULES = ["app.js", "boot.js", "engine.js", "engine-full.js"];
const CLASSIC = ["theme.js", "worker.js"];

if (process.env.TRUNK_PROFILE === "release") {
  // The glue's import object repeats the name of the parts' loader, always with the same value.
  const options = ["--allow-overwrite", "--minify", "--target=es2022", "--charset=utf8", "--log-level=warning", "--log-override:duplicate-object-key=silent"];
  for (const [files, format] of [[MODULES, ["--format=esm"]], [CLASSIC, []]]) {
    const paths = files.map((file) => join(dist, file));
    execFileSync("esbuild", [...paths, `--outdir=${dist}`, ...options, ...format], { stdio: ["ignore", "ignore", "inherit"] });
  }
}
