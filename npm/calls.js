// The functions of the package for every host. Each waits for the WebAssembly, then calls it.
import * as module from "./sslengine_doctor.js";

/** `init` loads the WebAssembly; `dataFile` loads a data file of known certificates by its name. */
export const calls = (init, dataFile) => {
  const call = (name, ...rest) => async (input, options) => {
    await init();
    return module[name](input, options, ...rest);
  };
  return {
    validate: call("validate"),
    validateAll: call("validateAll"),
    inspect: call("inspect"),
    repair: call("repair", dataFile),
    repairForClients: call("repairForClients", dataFile),
    encodeLink: call("encodeLink", dataFile),
    decodeLink: call("decodeLink", dataFile),
    version: async () => {
      await init();
      return module.version();
    },
  };
};
