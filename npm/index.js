// The entry for browsers, web workers and bundlers: call `await init()` once, then `validate`.
import * as module from "./sslengine_doctor.js";

let loading;

/**
 * Loads the WebAssembly. Without an argument it is fetched from beside this file; a URL, a Response, its bytes or a
 * compiled module can be given instead. Calling it again waits for the first call.
 */
export function init(source) {
  loading ??= module.default(source === undefined ? undefined : { module_or_path: source }).then(
    () => undefined,
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** One of the data files of known certificates, fetched when a call needs it. */
async function dataFile(name) {
  const answer = await fetch(new URL(`./intermediates/${name}`, import.meta.url));
  return answer.ok ? answer.arrayBuffer() : undefined;
}

/** Judges one server's chain. Waits for `init`, which it starts where nobody has. */
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

/** The version of this package. Resolves when the WebAssembly is loaded. */
export async function version() {
  await init();
  return module.version();
}

export default init;
