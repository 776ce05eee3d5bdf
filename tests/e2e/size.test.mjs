// The transfer sizes stay as recorded: docs/sizes.json has the recorded sizes, `make size` prints
// the current ones.
import assert from "node:assert/strict";
import { test } from "node:test";
import { recorded, sizes, tooLarge } from "../../scripts/size.mjs";
import { dist } from "./site.mjs";

test("no part of the page or the package is over five per cent larger than recorded", () => {
  const parts = sizes(dist);
  assert.deepEqual(tooLarge(parts), []);
  const doubled = Object.fromEntries(Object.keys(recorded()).map((name) => [name, { brotli: recorded()[name] * 2 }]));
  assert.deepEqual(tooLarge(doubled), Object.keys(recorded()), "the comparison rejects parts that have grown");
});
