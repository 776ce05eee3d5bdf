// The entry for Node: the WebAssembly is next to this file and is read at the first call.
import { readFile } from "node:fs/promises";
import { calls } from "./calls.js";
import load from "./sslengine_doctor.js";

let loading;

async function start(source) {
  const module_or_path = source ?? (await readFile(new URL("./sslengine_doctor_bg.wasm", import.meta.url)));
  await load({ module_or_path });
}

/** Loads the WebAssembly. Nobody needs to call it in Node; it is here so that the same code runs in browsers. */
export function init(source) {
  loading ??= start(source).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** One of the data files of known certificates, read when a call needs it. */
function dataFile(name) {
  return readFile(new URL(`./authorities/${name}`, import.meta.url));
}

export const { validate, validateAll, inspect, repair, encodeLink, decodeLink, version } = calls(init, dataFile);

export default init;
