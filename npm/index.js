// The entry for browsers, web workers and bundlers: call `await init()` once, then `validate`.
import { calls } from "./calls.js";
import load from "./sslengine_doctor.js";

let loading;

/**
 * Loads the WebAssembly. Without an argument it is fetched from next to this file; a URL, a Response, its bytes or a
 * compiled module can be given instead. Calling it again waits for the first call.
 */
export function init(source) {
  loading ??= load(source === undefined ? undefined : { module_or_path: source }).then(
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
  const answer = await fetch(new URL(`./authorities/${name}`, import.meta.url));
  return answer.ok ? answer.arrayBuffer() : undefined;
}

export const { validate, validateAll, inspect, repair, encodeLink, decodeLink, version } = calls(init, dataFile);

export default init;
