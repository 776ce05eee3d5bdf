// Runs an engine in a worker. The page posts { module, glue } once, then requests; the engine
// responds to each. `glue` is an address or, in the one-file form, a blob. A failure is posted as {
// crashed: text }. Before the interface is loaded, boot.js may post { first } to get only the
// headline. This file must run as a module and as a classic script.
const crashed = (why) => postMessage({ crashed: String(why?.message ?? why) });

addEventListener("error", (event) => crashed(event.message));
addEventListener("unhandledrejection", (event) => crashed(event.reason));

let engine;

// Parts of the engine are loaded when needed. The page knows their addresses and posts them
// compiled.
const parts = new Map();
globalThis.sslengineDoctor = {
  part: (path) =>
    new Promise((resolve, reject) => {
      parts.set(path, { resolve, reject });
      postMessage({ part: path });
    }),
};

// Data files that the headline needs. The page knows their addresses.
const files = new Map();
const loadFile = (path) => {
  if (!files.has(path)) {
    let done;
    files.set(path, { bytes: new Promise((resolve) => (done = resolve)), done });
    postMessage({ file: path });
  }
  return files.get(path).bytes;
};

addEventListener("message", async ({ data }) => {
  try {
    if (data.file) {
      files.get(data.file)?.done(data.bytes);
      return;
    }
    if (data.first) {
      const { text, language, now } = data.first;
      postMessage({ first: await engine.firstAnswer(text, language, now, loadFile) });
      return;
    }
    if (data.part) {
      if (data.module) parts.get(data.part)?.resolve(data.module);
      else parts.get(data.part)?.reject(new Error(data.failed));
      return;
    }
    if (data.module) {
      const glue = await import(typeof data.glue === "string" ? data.glue : URL.createObjectURL(data.glue));
      await glue.default({ module_or_path: data.module });
      glue.onPanic(crashed);
      engine = glue;
      postMessage({ ready: glue.buildId() });
      return;
    }
    postMessage({ id: data.id, began: true });
    const response = await engine.answer(data);
    postMessage(response, [response.body.buffer]);
  } catch (why) {
    crashed(why);
  }
});
