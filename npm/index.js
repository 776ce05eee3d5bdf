// The entry for browsers, web workers and bundlers.
import { calls } from "./calls.js";
import load from "./sslengine_doctor.js";

let loading;

/**
 * Loads the WebAssembly from next to this file, or from `source`: a URL, a Response, bytes or a
 * compiled module. A second call waits for the first one.
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

/** Fetches a data file of known certificates. */
async function dataFile(name) {
  const response = await fetch(new URL(`./authorities/${name}`, import.meta.url));
  return response.ok ? response.arrayBuffer() : undefined;
}

export const { validate, validateAll, inspect, repair, repairForClients, encodeLink, decodeLink, version } = calls(
  init,
  dataFile,
);

export default init;
