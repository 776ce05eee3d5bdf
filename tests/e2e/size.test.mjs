// The transfer sizes stay as recorded: docs/sizes.json has the recorded sizes, `make size` prints
// the current ones.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BUDGET, recorded, sizes, standardLibrary, tooLarge } from "../../scripts/size.mjs";
import { dist } from "./site.mjs";

const parts = sizes(dist);

test("no part of the page or the package is over five per cent larger than recorded", () => {
  const limits = recorded(standardLibrary(dist));
  assert.deepEqual(tooLarge(parts, limits), []);
  const doubled = Object.fromEntries(Object.keys(limits).map((name) => [name, { brotli: limits[name] * 2 }]));
  assert.deepEqual(tooLarge(doubled, limits), Object.keys(limits), "the comparison rejects parts that have grown");
});

test("a first visit loads at most 230 kB up to a verdict", () => {
  const { brotli } = parts["first visit up to a verdict"];
  assert.ok(brotli > 100_000 && brotli <= BUDGET, `${brotli} bytes`);
});
