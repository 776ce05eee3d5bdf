// Starts the page. Only this script knows where the page's parts are: in files next to it, or packed into the page. The
// names of the parts that are loaded here stand in the attributes of this script's own tag.
const boot = document.getElementById("boot").dataset;
const address = (path) => new URL(path, document.baseURI).href;

// One single file holds each part in a data block, deflated and in base64, under its path.
const packed = new Map([...document.querySelectorAll("script[data-part]")].map((block) => [block.dataset.part, block]));
const single = packed.size > 0;
const nameOf = (path) => path.replace(/^(?:\.\/)+/, "");

const unpack = async (path) => {
  const block = packed.get(nameOf(path));
  if (!block) throw new Error(`no part ${path}`);
  const deflated = Uint8Array.from(atob(block.textContent.trim()), (character) => character.charCodeAt(0));
  const stream = new Blob([deflated]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).arrayBuffer();
};

const load = async (path) => {
  const response = await fetch(address(path));
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response;
};

// What import() and Worker take. A packed script gets one address, for as long as the page lives.
const unpackScript = async (path) => new Blob([await unpack(path)], { type: "text/javascript" });
const blobs = new Map();
const script = async (path) => {
  if (!single) return address(path);
  if (!blobs.has(path)) blobs.set(path, unpackScript(path).then((blob) => URL.createObjectURL(blob)));
  return blobs.get(path);
};

const compile = async (path) => {
  if (single) return WebAssembly.compile(await unpack(path));
  const response = await load(path);
  if (response.headers.get("content-type") === "application/wasm") {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
};

// The files with the texts of the language in which the interface will start; none for English, which it contains. The
// interface loads them itself; fetching them here as well saves a round trip.
const wordsAtStart = () => {
  const { locale } = document.documentElement.dataset;
  for (const tag of locale ? [locale] : (navigator.languages ?? [])) {
    const [primary] = tag.toLowerCase().split("-");
    const words = boot[`words${primary.charAt(0).toUpperCase()}${primary.slice(1)}`];
    if (words || primary === "en") return words?.split(" ") ?? [];
  }
  return [];
};

// An engine is compiled once, here, for the worker or the page that runs it. A failed download is retried.
const compiled = new Map();
const moduleOf = (path) => {
  if (!compiled.has(path)) {
    const module = compile(path);
    module.catch(() => compiled.delete(path));
    compiled.set(path, module);
  }
  return compiled.get(path);
};

const engine = (full) =>
  full ? { glue: boot.engineFull, wasm: boot.engineFullWasm } : { glue: boot.engine, wasm: boot.engineWasm };

// A queue of values for a callback that may be set later: it then gets the queued values, in order.
const queue = () => {
  const waiting = [];
  let listener;
  return {
    push: (value) => (listener ? listener(value) : waiting.push(value)),
    set: (callback) => {
      listener = callback;
      waiting.splice(0).forEach(callback);
    },
  };
};
const inputs = queue();
const updates = queue();

let registration;
let offlineReady;
const whenOffline = new Promise((resolve) => (offlineReady = resolve));

globalThis.sslengineDoctor = {
  /** "file" if everything is in this one file, "site" if there are files next to it. */
  form: single ? "file" : "site",

  /** A worker that has been sent the compiled engine; `full` asks for the one with its own verifiers. */
  async startWorker(full) {
    const { glue, wasm } = engine(full);
    // In a page from disk Chromium starts no module worker from a blob, and its workers import only blobs of their own.
    const [shell, source] = await Promise.all([script(boot.worker), single ? unpackScript(glue) : address(glue)]);
    const worker = new Worker(shell, { type: single ? "classic" : "module" });
    // Until the page listens itself: a worker that cannot load must not be waited for.
    const failed = new Promise((_, reject) => {
      worker.onerror = (event) => reject(new Error(event.message ?? "the worker did not load"));
    });
    worker.addEventListener("message", async ({ data: { part } }) => {
      if (!part) return;
      try {
        worker.postMessage({ part, module: await moduleOf(part) });
      } catch (why) {
        worker.postMessage({ part, failed: String(why) });
      }
    });
    try {
      worker.postMessage({ module: await Promise.race([moduleOf(wasm), failed]), glue: source });
    } catch (why) {
      worker.terminate();
      throw why;
    }
    return worker;
  },

  /** The engine's module, ready to be used on the page. */
  async loadHere(full) {
    const { glue, wasm } = engine(full);
    const [exports, module] = await Promise.all([script(glue).then((url) => import(url)), moduleOf(wasm)]);
    await exports.default({ module_or_path: module });
    return exports;
  },

  /** A part of the interface or of an engine that is loaded when it is needed, compiled; by its address. */
  part: (path) => moduleOf(path),

  /** The bytes of one of our own files by its path in the site ("examples/complete.pem"); rejects if there is none. */
  async ownFile(path) {
    if (single) return new Uint8Array(await unpack(path));
    const response = await load(path);
    // Some hosts answer every unknown address with a page.
    if (response.headers.get("content-type")?.startsWith("text/html")) throw new Error(`no file ${path}`);
    return new Uint8Array(await response.arrayBuffer());
  },

  /** `callback` gets an array of File or string for each thing that the system hands over (opened or shared with us). */
  onInput: (callback) => inputs.set(callback),

  /** `callback` is called once, when a newer version is ready; nothing changes before `applyUpdate()`. */
  onUpdate: (callback) => updates.set(() => callback()),

  /** Changes to the version that is ready and reloads the page. The text in the box is lost: ask the user first. */
  applyUpdate() {
    const waiting = registration?.waiting;
    if (!waiting) return location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("apply");
  },

  /** Resolves when the whole site works without a network; never, where that cannot be. */
  whenOffline,
};

// What the system hands over: files opened with the installed page, and what was shared with it. The service worker holds
// the latter in memory until the page requests it, once.
const request = (worker, message) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(message, [port2]);
  });

const takeHandedOver = async () => {
  globalThis.launchQueue?.setConsumer(async ({ files }) => {
    if (files?.length) inputs.push(await Promise.all(files.map((handle) => handle.getFile())));
  });
  const url = new URL(location.href);
  const shared = url.searchParams.get("shared");
  if (shared === null) return;
  url.searchParams.delete("shared");
  history.replaceState(history.state, "", url);
  const worker = navigator.serviceWorker?.controller;
  const handed = worker ? await request(worker, { take: shared }) : [];
  if (handed.length) inputs.push(handed);
};

// The service worker keeps our own files, so that the page works without a network. It is set up when the page has nothing
// else to do, so that the first visit is no slower. A newer version waits until the user wants it.
const HOUR = 3_600_000;
let announced = false;
const announce = (worker) => {
  const ready = () => {
    if (worker.state !== "installed" || announced) return;
    announced = true;
    updates.push();
  };
  worker.addEventListener("statechange", ready);
  ready();
};

const workOffline = async () => {
  const workers = navigator.serviceWorker;
  registration = await workers.register(address(boot.serviceWorker), { updateViaCache: "none" });
  if (!registration) return;
  const newer = () => registration.installing && workers.controller && announce(registration.installing);
  if (registration.waiting && workers.controller) announce(registration.waiting);
  newer();
  registration.addEventListener("updatefound", newer);

  let checked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - checked < HOUR) return;
    checked = Date.now();
    registration.update().catch(() => {});
  });

  await workers.ready;
  // The large parts that few visits need: not where people pay for each byte.
  const whole = navigator.connection?.saveData !== true;
  if (await request(registration.active, { fill: whole })) offlineReady();
};

const idle = (task) => (globalThis.requestIdleCallback ? requestIdleCallback(task, { timeout: 10_000 }) : setTimeout(task, 2_000));
const later = (task) => {
  if (document.readyState === "complete") idle(task);
  else addEventListener("load", () => idle(task), { once: true });
};

if (boot.serviceWorker && !single && navigator.serviceWorker) {
  takeHandedOver().catch(console.warn);
  // Refused (private windows, policies): the page works as it did, only not offline.
  // On a slow line it would take its share of it from the engine, and then from the first verdict.
  const engineLoaded = () => (crypto.subtle ? moduleOf(boot.engineWasm) : Promise.resolve()).catch(() => {});
  const pause = () => new Promise((resolve) => setTimeout(resolve, 2_000));
  later(() => engineLoaded().then(pause).then(workOffline).catch(console.warn));
}

try {
  if (crypto.subtle) moduleOf(boot.engineWasm).catch(() => {});
  for (const words of wordsAtStart()) moduleOf(words).catch(() => {});
  const app = await import(await script(boot.js));
  const wasm = await app.default({ module_or_path: moduleOf(boot.wasm) });
  window.wasmBindings = app;
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm } }));
} catch (why) {
  // The static page stays: its box with the paste, the checks by hand, and this.
  console.error(why);
  document.getElementById("broken").hidden = false;
}
