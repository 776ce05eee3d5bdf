// This library, as users call it: the whole report for each input.
import { init, inspect, validate, validateAll } from "sslengine-doctor";
import { row } from "./answer.mjs";

export const name = "sslengine-doctor";
export const prepare = init;

const SIGNATURES = { valid: "valid", invalid: "invalid", "not-checked": "none" };
const read = ({ certificates }) =>
  certificates.map((c) =>
    row(
      c.sha256,
      `${c.key.algorithm} ${c.key.bits}`,
      c.validity === "valid",
      SIGNATURES[c.signature],
      c.aliases.length > 0,
    ),
  );

export async function run({ way, at }, input) {
  if (way === "chains") return (await validateAll(input, { at })).flatMap(({ report }) => read(report));
  return read(await (way === "bundle" ? inspect : validate)(input, { at }));
}
