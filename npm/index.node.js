// The entry for Node: the WebAssembly lies beside this file and is read at the first call.
import { readFile } from "node:fs/promises";
import load, { validate as judge, version as ownVersion } from "./sslengine_doctor.js";

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

/** Judges one server's chain. */
export async function validate(input, options) {
  await init();
  return judge(input, options);
}

/** The version of this package. */
export async function version() {
  await init();
  return ownVersion();
}

export default init;
