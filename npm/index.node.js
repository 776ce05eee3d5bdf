// The entry for Node: the WebAssembly lies beside this file and is read at the first call.
import { readFile } from "node:fs/promises";
import * as module from "./sslengine_doctor.js";

let loading;

async function start(source) {
  const module_or_path = source ?? (await readFile(new URL("./sslengine_doctor_bg.wasm", import.meta.url)));
  await module.default({ module_or_path });
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
  return readFile(new URL(`./intermediates/${name}`, import.meta.url));
}

/** Judges one server's chain. */
export async function validate(input, options) {
  await init();
  return module.validate(input, options);
}

/** Judges every server of the input; of an array every file by itself. */
export async function validateAll(input, options) {
  await init();
  return module.validateAll(input, options);
}

/** The certificates of the input, without a judgement. */
export async function inspect(input, options) {
  await init();
  return module.inspect(input, options);
}

/** The chain that the server should send instead. */
export async function repair(input, options) {
  await init();
  return module.repair(input, options, dataFile);
}

/** A share link of the input: its fragment, or the whole where an `address` is given. */
export async function encodeLink(input, options) {
  await init();
  return module.encodeLink(input, options, dataFile);
}

/** What a share link in a text holds. */
export async function decodeLink(text, options) {
  await init();
  return module.decodeLink(text, options, dataFile);
}

/** The version of this package. */
export async function version() {
  await init();
  return module.version();
}

export default init;
