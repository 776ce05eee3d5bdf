// Splits the interface and the engine into a first file and parts that are loaded on demand. Trunk
// builds each as one file and cannot split it, because that must happen between the linker and
// wasm-bindgen (trunk-rs/trunk#1022). This script starts again from the linker's output and
// replaces Trunk's.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";
const target = process.env.CARGO_TARGET_DIR || fileURLToPath(new URL("../target", import.meta.url));
const page = join(dist, "index.html");
let html = readFileSync(page, "utf8");

/** The programs to split. */
const PROGRAMS = ["app", "engine"];

// Features of every browser that supports WebAssembly and runs this page's other scripts.
const FEATURES = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

const run = (program, ...parameters) => execFileSync(program, parameters, { stdio: ["ignore", "ignore", "inherit"] });
const hash = (content) => createHash("sha256").update(content).digest("hex").slice(0, 16);

/** Replaces the matches of `pattern`; throws if there are none. */
function replace(text, what, pattern, by) {
  if (!text.match(pattern)) throw new Error(`found no ${what}`);
  return text.replace(pattern, by);
}

const optimised = (file) => {
  if (release) run("wasm-opt", "-O3", ...FEATURES.map((name) => `--enable-${name}`), file, "-o", file);
  return readFileSync(file);
};

function divide(program) {
  const work = mkdtempSync(join(tmpdir(), "split-"));
  try {
    const [parts, glue] = [join(work, "parts"), join(work, "glue")];
    // Cargo.toml's profile that index.html names.
    const linked = join(target, "wasm32-unknown-unknown", release ? "page" : "debug", `${program}.wasm`);
    run("wasm-split-cli", "--target", "web", "--out-name", program, linked, parts);
    run("wasm-bindgen", "--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", glue, "--out-name", program, join(parts, `${program}.wasm`));

    // Rename the parts, and make the loader request them from the page, which knows their
    // addresses.
    let loader = readFileSync(join(parts, "__wasm_split.js"), "utf8");
    for (const file of readdirSync(parts).filter((name) => name.endsWith(".wasm") && name !== `${program}.wasm`).sort()) {
      const part = file.replace(/^(?:split_)?|\.wasm$/g, "").replaceAll("_", "-");
      const content = optimised(join(parts, file));
      const name = `${program}-${part}-${hash(content)}.wasm`;
      writeFileSync(join(dist, name), content);
      const fetched = new RegExp(
        `const src = fetch\\(new URL\\("\\./${file.replace(".", "\\.")}", import\\.meta\\.url\\)\\);\\s*src\\.catch\\(\\(\\) => \\{\\}\\);\\s*` +
          "return async \\(imports\\) => (\\w*)\\(WebAssembly\\.instantiateStreaming\\(src, imports\\)\\);",
      );
      loader = replace(loader, `fetch of ${file}`, fetched, (_, wrap) => `const part = sslengineDoctor.part("./${name}");
    part.catch(() => {});
    return async (imports) => ${wrap}(part.then((module) => WebAssembly.instantiate(module, imports)));`);
    }

    // The texts of each language, of the interface and of the engine's headline, the code that reads
    // other inputs than plain PEM, and the code of the whole answer, with the chunks they share with
    // other parts. The start-up script loads them early.
    const addressed = (text) => text.match(/sslengineDoctor\.part\("([^"]+)"\)/)?.[1];
    const loads = loader.split(/^(?=(?:export )?const __)/m);
    for (const load of loads) {
      const [, kind, tag] = load.match(/^export const __wasm_split_load_(words|first|reader|answer)(?:_(\w+))? =/) ?? [];
      if (!kind) continue;
      const shared = load.match(/\[([^\]]*)\]\)\);\s*$/)?.[1].split(", ").filter(Boolean) ?? [];
      const files = [load, ...shared.map((name) => loads.find((other) => other.startsWith(`const ${name} =`)))].map(addressed);
      html = replace(html, "start-up script", / data-js=/, ` data-${tag ? `${kind}-${tag}` : kind}="${files.join(" ")}" data-js=`);
    }

    // The loader imports the glue, which imports the loader. Merge both into one file.
    const names = [...loader.matchAll(/^export const (\w+) =/gm)].map(([, name]) => name);
    loader = replace(loader, "import of the glue", /^import \{ initSync \} from "[^"]*";\n/m, "").replace(/^export const/gm, "const");
    let script = readFileSync(join(glue, `${program}.js`), "utf8");
    script = replace(script, "import of the loader", /^import \* as (\w+) from "\.\/__wasm_split\.js"\n?/gm, (_, name) => `const ${name} = loader;\n`);
    script = `const loader = {};\n${script}\n${loader}\nObject.assign(loader, { ${names.join(", ")} });\n`;
    writeFileSync(join(dist, `${program}.js`), script);
    writeFileSync(join(dist, `${program}_bg.wasm`), optimised(join(glue, `${program}_bg.wasm`)));
  } finally {
    rmSync(work, { recursive: true });
  }
}

for (const program of PROGRAMS) divide(program);

// The interface's files already have content hashes and digests. Remove them; name-by-content.mjs
// adds new ones to all files. (Trunk omits leading zeros of a digest.)
for (const file of readdirSync(dist).filter((name) => /^app-[0-9a-f]+(\.js|_bg\.wasm)$/.test(name))) {
  const plain = file.replace(/-[0-9a-f]+/, "");
  html = replace(html, file, new RegExp(`"(?:\\./)?${file.replace(".", "\\.")}"`, "g"), `"./${plain}"`);
  html = html.replace(new RegExp(`(<link [^>]*href="\\./${plain.replace(".", "\\.")}"[^>]*?) integrity="[^"]*"`, "g"), "$1");
  rmSync(join(dist, file));
}
// The start-up script loads the interface after the engine, which says the headline.
html = replace(html, "preload of the interface", /<link rel="preload" href="\.\/app_bg\.wasm"[^>]*>\s*/, "");
html = replace(html, "preload of its script", /<link rel="modulepreload" href="\.\/app\.js"[^>]*>\s*/, "");
writeFileSync(page, html);
