// Draws the PNG files in static/ with Chromium: the icons of the installed page from its SVG, and
// the card of link previews from scripts/card.html. Commit the result. Run it again if one of the
// two sources changed.
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const { chromium } = createRequire(new URL("../tests/e2e/package.json", import.meta.url))("playwright-core");
const root = fileURLToPath(new URL("..", import.meta.url));
const svg = readFileSync(`${root}static/icons/favicon.svg`, "utf8");
const MOST = 120_000; // bytes; some previews load larger files slowly or not at all

const browser = await chromium.launch({ executablePath: process.env.CHROME_BIN || "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const draw = async (path, width, height, open) => {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: "light" });
    await open(page);
    await page.screenshot({ path: root + path, omitBackground: true });
    await page.close();
    const { size } = statSync(root + path);
    if (size > MOST) throw new Error(`${path} has ${size} bytes, more than ${MOST}`);
    console.log(`    ${path}: ${width} × ${height}, ${size} bytes`);
  };
  const icon = (size, content) => (page) =>
    page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${content}`);
  // A launcher may crop a maskable icon to a circle of 80 %: fill the whole area with colour and
  // keep the mark well inside.
  const maskable = svg.replace(/<rect [^>]*\/>/, '<rect x="-10" y="-10" width="52" height="52" fill="#1f4fd1"/>').replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"');

  await draw("static/icons/icon-192.png", 192, 192, icon(192, svg));
  await draw("static/icons/icon-512.png", 512, 512, icon(512, svg));
  await draw("static/icons/maskable-512.png", 512, 512, icon(512, maskable));
  await draw("static/card.png", 1200, 630, (page) => page.goto(pathToFileURL(`${root}scripts/card.html`).href));
} finally {
  await browser.close();
}
