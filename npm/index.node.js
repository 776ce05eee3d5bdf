// The entry for Node. The first call reads the WebAssembly from next to this file.
import { readFile } from "node:fs/promises";
import { calls } from "./calls.js";
import load from "./sslengine_doctor.js";

let loading;

async function start(source) {
  const module_or_path = source ?? (await readFile(new URL("./sslengine_doctor_bg.wasm", import.meta.url)));
  await load({ module_or_path });
}

/** Loads the WebAssembly. Node needs no call; it exists because the same code runs in browsers. */
export function init(source) {
  loading ??= start(source).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Reads a data file of known certificates. */
function dataFile(name) {
  return readFile(new URL(`./authorities/${name}`, import.meta.url));
}

export const { validate, validateAll, inspect, repair, repairForClients, encodeLink, decodeLink, version } = calls(
  init,
  dataFile,
);

export default init;
