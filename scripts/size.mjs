// Prints the transfer sizes by part: raw, gzip, brotli. The tests compare them with the recorded
// sizes.
//   node scripts/size.mjs          prints the table
//   node scripts/size.mjs record   rewrites docs/sizes.json, after a change that is worth its size
// A page with a standard library compiled for size is smaller (scripts/lib.sh), so the file has the
// sizes of both.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const record = join(root, "docs/sizes.json");

/** A part may exceed its recorded size by this share. */
export const SLACK = 0.05;

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

const sum = (files) => {
  const total = { files: files.length, raw: 0, gzip: 0, brotli: 0 };
  for (const file of files) {
    const bytes = readFileSync(file);
    total.raw += bytes.length;
    total.gzip += gzipSync(bytes, { level: 9 }).length;
    total.brotli += brotli(bytes).length;
  }
  return total;
};

/** The most that a first visit may load up to a verdict, in brotli bytes. */
export const BUDGET = 230_000;

/** The parts of the built page in `dist`, and of the npm package if it is built. */
export function sizes(dist = join(root, "dist"), pkg = join(root, "pkg")) {
  const names = readdirSync(dist);
  const of = (pattern) => names.filter((name) => pattern.test(name)).map((name) => join(dist, name));
  const page = of(/^(index\.html|theme-.*|boot-.*|worker-.*)$|\.css$/);
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const listed = (name) => html.match(new RegExp(` data-${name}="([^"]+)"`))[1].split(" ").map((file) => join(dist, file));
  const parts = {
    "page and styles": sum(page),
    engine: sum(of(/^engine(_bg)?-[0-9a-f]+\.(js|wasm)$/)),
    "the headline in English": sum(listed("first-en")),
  };
  // One of these contains the root's key.
  const heads = readdirSync(join(dist, "authorities")).filter((name) => name.endsWith(".head.bin"));
  const issuers = heads.map((name) => sum([join(dist, "authorities", name)]));
  parts["a root’s key, at most"] = issuers.reduce((a, b) => (a.brotli > b.brotli ? a : b));
  const together = (parts) =>
    parts.reduce((a, b) => ({ files: a.files + b.files, raw: a.raw + b.raw, gzip: a.gzip + b.gzip, brotli: a.brotli + b.brotli }));
  parts["first visit up to a verdict"] = together(Object.values(parts));
  parts.interface = sum(of(/^app(_bg)?-[0-9a-f]+\.(js|wasm)$/));
  parts["the engine’s part for the whole answer"] = sum(listed("answer"));
  parts["first visit up to the whole answer"] = together([
    parts["first visit up to a verdict"],
    parts.interface,
    parts["the engine’s part for the whole answer"],
  ]);
  parts["the report below the verdict"] = sum(of(/^app-(report|chunk-\d+)-[0-9a-f]+\.wasm$/));
  const language = new Intl.DisplayNames(["en"], { type: "language" });
  for (const [, tag] of names.sort().join("\n").matchAll(/^app-words-([a-z]+)-/gm)) parts[language.of(tag)] = sum(of(new RegExp(`^app-words-${tag}-`)));
  parts["other views"] = sum(of(/^app-views-[0-9a-f]+\.wasm$/));
  const counted = [...listed("first-en"), ...listed("answer"), ...listed("reader")];
  parts["reading other inputs than plain PEM"] = sum(listed("reader").filter((file) => !listed("answer").includes(file)));
  parts["repair and other answers"] = sum(of(/^engine-(aside|chunk-\d+)-[0-9a-f]+\.wasm$/).filter((file) => !counted.includes(file)));
  parts["the list of authorities"] = sum(of(/^engine-authorities-[0-9a-f]+\.wasm$/));
  parts["many servers"] = sum(of(/^(app-fleet|engine-rows)-[0-9a-f]+\.wasm$/));
  parts["second engine, when needed"] = sum(of(/^engine-full(_bg)?-[0-9a-f]+\.(js|wasm)$/));
  parts["one file"] = sum(of(/^sslengine-doctor\.html$/));
  if (existsSync(pkg)) {
    parts["npm package (wasm)"] = sum(readdirSync(pkg, { recursive: true }).filter((name) => name.endsWith(".wasm")).map((name) => join(pkg, name)));
  }
  return parts;
}

/** Which standard library the page in `dist` has. Only the ordinary one names its files in the text of panics. */
export function standardLibrary(dist = join(root, "dist")) {
  const engine = readdirSync(dist).find((name) => /^engine_bg-[0-9a-f]+\.wasm$/.test(name));
  return readFileSync(join(dist, engine)).includes("library/") ? "ordinary" : "small";
}

const all = () => (existsSync(record) ? JSON.parse(readFileSync(record, "utf8")) : {});

/** The recorded sizes with a standard library: brotli bytes by part. */
export const recorded = (library) => all()[library] ?? {};

/** The parts that exceed their recorded size by more than `SLACK`. */
export const tooLarge = (parts, limits) =>
  Object.entries(parts).filter(([name, { brotli }]) => !(brotli <= (limits[name] ?? 0) * (1 + SLACK))).map(([name]) => name);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = process.env.SSLENGINE_DOCTOR_DIST || undefined;
  const [parts, library] = [sizes(dist), standardLibrary(dist)];
  const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(9);
  console.log(`${`kB (${library} std)`.padEnd(30)}${"raw".padStart(9)}${"gzip".padStart(9)}${"brotli".padStart(9)}`);
  for (const [name, { raw, gzip, brotli }] of Object.entries(parts)) console.log(name.padEnd(30) + kb(raw) + kb(gzip) + kb(brotli));
  if (process.argv[2] === "record") {
    const now = Object.fromEntries(Object.entries(parts).map(([name, { brotli }]) => [name, brotli]));
    const limits = { ...all(), [library]: { ...recorded(library), ...now } };
    writeFileSync(record, `${JSON.stringify(limits, null, 2)}\n`);
  }
}
