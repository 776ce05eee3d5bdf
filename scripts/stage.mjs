// Stages the page for `make serve` as Trunk does for `make dist`, from the same index.html and
// Trunk.toml, but without the programs.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The value of `name` in an HTML tag, or undefined. */
const attribute = (tag, name) => tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1];

/** Trunk's start-up script tag for the page (Trunk.toml), with the addresses of this build. */
function startTag() {
  const [, pattern] = readFileSync(join(root, "Trunk.toml"), "utf8").match(/^pattern_script = '''\n?([\s\S]*?)'''/m);
  return pattern.trim().replaceAll("{base}", "./").replace("{js}", "app.js").replace("{wasm}", "app_bg.wasm");
}

/** Copies what index.html names for Trunk (`data-trunk`), and writes the page without these tags. */
export function stage(out) {
  const page = readFileSync(join(root, "index.html"), "utf8");
  const html = page.replace(/<link data-trunk [^>]*>/g, (tag) => {
    const [kind, source] = [attribute(tag, "rel"), attribute(tag, "href")];
    if (kind === "rust") return attribute(tag, "data-type") === "main" ? startTag() : "";
    cpSync(join(root, source), join(out, basename(source)), { recursive: true });
    if (kind !== "css") return "";
    const media = attribute(tag, "media");
    return `<link rel="stylesheet" href="./${basename(source)}"${media ? ` media="${media}"` : ""}>`;
  });
  writeFileSync(join(out, "index.html"), html);
}
