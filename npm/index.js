// The entry for browsers, web workers and bundlers: call `await init()` once, then `validate`.
import load, { validate as judge, version as ownVersion } from "./sslengine_doctor.js";

let loading;

/**
 * Loads the WebAssembly. Without an argument it is fetched from beside this file; a URL, a Response, its bytes or a
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

/** Judges one server's chain. Waits for `init`, which it starts where nobody has. */
export async function validate(input, options) {
  await init();
  return judge(input, options);
}

/** The version of this package. Resolves when the WebAssembly is loaded. */
export async function version() {
  await init();
  return ownVersion();
}

export default init;
