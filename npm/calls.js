// The calls of the package, the same for every host: each waits for the WebAssembly, then asks it.
import * as module from "./sslengine_doctor.js";

/** Texts from this length on are made bytes here: the encoder is several times as fast as the loop of the glue. */
const LONG = 1 << 16;

function inBytes(text) {
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(text.length);
  const { read, written } = encoder.encodeInto(text, bytes);
  return read === text.length ? bytes.subarray(0, written) : encoder.encode(text);
}

/** `init` loads the WebAssembly; `dataFile` gives one of the data files of known certificates, by its name. */
export const calls = (init, dataFile) => {
  const call = (name, ...rest) => async (input, options) => {
    await init();
    return module[name](input, options, ...rest);
  };
  const judging = (name, ...rest) => {
    const ask = call(name, ...rest);
    return (input, options) => ask(typeof input === "string" && input.length >= LONG ? inBytes(input) : input, options);
  };
  return {
    validate: judging("validate"),
    validateAll: judging("validateAll"),
    inspect: judging("inspect"),
    repair: judging("repair", dataFile),
    encodeLink: judging("encodeLink", dataFile),
    decodeLink: call("decodeLink", dataFile),
    version: async () => {
      await init();
      return module.version();
    },
  };
};
