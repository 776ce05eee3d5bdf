// Starts the page, and knows where its parts lie. The addresses stand in the attributes of this script's own tag.
const parts = document.getElementById("boot").dataset;
const address = (part) => new URL(part, document.baseURI).href;

const compile = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  if (response.headers.get("content-type") === "application/wasm") {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
};

// An engine is compiled once, here, and handed to whoever runs it: a worker, or the page. A failed download is tried again.
const compiled = new Map();
const moduleOf = (url) => {
  if (!compiled.has(url)) {
    const module = compile(url);
    module.catch(() => compiled.delete(url));
    compiled.set(url, module);
  }
  return compiled.get(url);
};

const engine = (full) =>
  full
    ? { glue: address(parts.engineFull), wasm: address(parts.engineFullWasm) }
    : { glue: address(parts.engine), wasm: address(parts.engineWasm) };

globalThis.sslengineDoctor = {
  async startWorker(full) {
    const { glue, wasm } = engine(full);
    const worker = new Worker(address(parts.worker), { type: "module" });
    // Until the page listens itself: a worker that cannot load must not be waited for.
    const failed = new Promise((_, reject) => {
      worker.onerror = (event) => reject(new Error(event.message ?? "the worker did not load"));
    });
    try {
      worker.postMessage({ module: await Promise.race([moduleOf(wasm), failed]), glue });
    } catch (why) {
      worker.terminate();
      throw why;
    }
    return worker;
  },
  async loadHere(full) {
    const { glue, wasm } = engine(full);
    const [exports, module] = await Promise.all([import(glue), moduleOf(wasm)]);
    await exports.default({ module_or_path: module });
    return exports;
  },
};

try {
  if (crypto.subtle) moduleOf(engine(false).wasm).catch(() => {});
  const app = await import(address(parts.js));
  const wasm = await app.default({ module_or_path: moduleOf(address(parts.wasm)) });
  window.wasmBindings = app;
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm } }));
} catch (why) {
  // The static page stays: its box with the paste, the checks by hand, and this.
  console.error(why);
  document.getElementById("broken").hidden = false;
}
