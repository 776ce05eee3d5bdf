// Adds metadata for search engines and link previews. SSLENGINE_DOCTOR_URL is the page's public
// address. Without it, nothing in the page depends on its address.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const dist = process.env.TRUNK_STAGING_DIR;
const page = join(dist, "index.html");
let html = readFileSync(page, "utf8");

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
const given = process.env.SSLENGINE_DOCTOR_URL;
let address;
if (given) {
  address = new URL(given.replace(/\/*$/, "/"));
  if (!/^https?:$/.test(address.protocol) || address.search || address.hash) {
    throw new Error(`SSLENGINE_DOCTOR_URL must be an address such as https://example.org/doctor/, not ${given}`);
  }
}

const facts = JSON.parse(readFileSync(new URL("../static/found.json", import.meta.url), "utf8"));
if (address) facts["@graph"].find((thing) => thing["@type"] === "WebApplication").url = address.href;
// The page's policy does not treat a data block as a script. An unescaped "<" could end it early.
const tags = [`<script type="application/ld+json">${JSON.stringify(facts).replaceAll("<", "\\u003c")}</script>`];

if (address) {
  const own = escape(address.href);
  tags.push(`<link rel="canonical" href="${own}">`, `<meta property="og:url" content="${own}">`);
  // Previews need an absolute address.
  html = html.replaceAll('content="card.png"', `content="${escape(new URL("card.png", address).href)}"`);
}

if (!html.includes("</head>")) throw new Error("index.html has no </head>");
writeFileSync(page, html.replace("</head>", () => `${tags.join("\n")}\n</head>`));
