// Starts the page. Only this script knows where the page's parts are: in files next to it, or
// packed into the page. The attributes of this script's tag have the names of the parts that it
// loads.
const boot = document.getElementById("boot").dataset;
const address = (path) => new URL(path, document.baseURI).href;

// The one-file form holds each part in a data block under its path, deflated and in base64.
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

// Gives an address for import() and Worker. A packed script keeps one address while the page is
// open.
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

// The language in which the interface will start, and the files with its texts. English is built
// into the interface. The interface loads these files too; fetching them here saves a round trip.
const listed = (name, tag) => boot[`${name}${tag.charAt(0).toUpperCase()}${tag.slice(1)}`]?.split(" ") ?? [];
const languageAtStart = () => {
  const { locale } = document.documentElement.dataset;
  const tags = (locale ? [locale] : (navigator.languages ?? [])).map((tag) => tag.toLowerCase().split("-")[0]);
  return tags.find((tag) => tag === "en" || listed("words", tag).length) ?? "en";
};

// Compiles each module once, for the worker or the page that runs it. A failed download is retried.
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

// Queues values until a callback is set. The callback then gets the queued values in order.
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

// Until the interface starts: keep what is pasted or dropped anywhere, and say that the page works.
const started = new AbortController();
const pasted = queue();
{
  const { signal } = started;
  const box = document.getElementById("input");
  const show = (busy = box?.value.trim()) => {
    for (const [id, hidden] of [["loading", !busy], ["waiting", busy]]) document.getElementById(id)?.toggleAttribute("hidden", Boolean(hidden));
    return busy;
  };
  box?.addEventListener("input", () => pasted.push(show()), { signal });
  addEventListener(
    "paste",
    ({ target, clipboardData }) => {
      if (!box || target.closest?.("input, textarea")) return;
      box.value = clipboardData.getData("text/plain");
      pasted.push(show());
    },
    { signal },
  );
  addEventListener("dragover", (event) => event.preventDefault(), { signal });
  addEventListener(
    "drop",
    (event) => {
      event.preventDefault();
      const files = [...event.dataTransfer.files];
      if (files.length) show(inputs.push(files));
    },
    { signal },
  );
  pasted.push(show());
}

let registration;
let offlineReady;
const whenOffline = new Promise((resolve) => (offlineReady = resolve));

globalThis.sslengineDoctor = {
  /** "file" if the page is one file, "site" if it has files next to it. */
  form: single ? "file" : "site",

  /** Starts a worker and sends it the compiled engine, with `full` the one with Rust verifiers. */
  async startWorker(full) {
    const { glue, wasm } = engine(full);
    // On a page from disk, Chromium starts no module worker from a blob, and its workers can import
    // only blobs that they made themselves.
    const [shell, source] = await Promise.all([script(boot.worker), single ? unpackScript(glue) : address(glue)]);
    const worker = new Worker(shell, { type: single ? "classic" : "module" });
    // A worker that cannot load fails the start. The page listens for errors only afterwards.
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

  /** Loads the engine's module for use on the page. */
  async loadHere(full) {
    const { glue, wasm } = engine(full);
    const [exports, module] = await Promise.all([script(glue).then((url) => import(url)), moduleOf(wasm)]);
    await exports.default({ module_or_path: module });
    return exports;
  },

  /** Loads and compiles a part of the interface or of an engine, by its address. */
  part: (path) => moduleOf(path),

  /** Loads a file of the site by its path ("examples/complete.pem"); rejects if there is none. */
  async ownFile(path) {
    if (single) return new Uint8Array(await unpack(path));
    const response = await load(path);
    // Some hosts respond to every unknown address with a page.
    if (response.headers.get("content-type")?.startsWith("text/html")) throw new Error(`no file ${path}`);
    return new Uint8Array(await response.arrayBuffer());
  },

  /**
   * Sets the callback for input from the system (opened with the page, or shared with it): an array
   * of File or string.
   */
  onInput: (callback) => inputs.set(callback),

  /** Calls `callback` once when a newer version is ready. `applyUpdate()` then switches to it. */
  onUpdate: (callback) => updates.set(() => callback()),

  /** Switches to the newer version and reloads the page. The input is lost: ask the user first. */
  applyUpdate() {
    const waiting = registration?.waiting;
    if (!waiting) return location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("apply");
  },

  /** Resolves when the whole site works offline; never, if its files cannot all be cached. */
  whenOffline,
};

// Input from the system: files opened with the installed page, and items shared with it. The
// service worker keeps shared items in memory until the page requests them once.
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

// The service worker caches our own files, so the page works without a network. It is registered
// when the page is idle, so the first visit is not slower. A newer version waits for the user.
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
  // Also cache the large parts that few visits need, unless the user saves data.
  const whole = navigator.connection?.saveData !== true;
  if (await request(registration.active, { fill: whole })) offlineReady();
};

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const idle = (task) => (globalThis.requestIdleCallback ? requestIdleCallback(task, { timeout: 10_000 }) : setTimeout(task, 2_000));
const later = (task) => {
  if (document.readyState === "complete") idle(task);
  else addEventListener("load", () => idle(task), { once: true });
};

if (boot.serviceWorker && !single && navigator.serviceWorker) {
  takeHandedOver().catch(console.warn);
  // If registration is refused (private windows, policies), the page works, but not offline.
  // Wait for the interface first: on a slow connection the downloads would delay the first verdict.
  started.signal.addEventListener("abort", () => {
    later(() => pause(2_000).then(workOffline).catch(console.warn));
  });
}

// A line that plain PEM does not have: the engine then needs its part that reads any input.
const NOT_PLAIN = /^(?!-----(?:BEGIN|END) CERTIFICATE-----\s*$)(?![A-Za-z0-9+/=]{0,64}\s*$)/m;

// On a slow connection the engine arrives earlier than the interface, so it can already say the
// headline about a pasted text. The interface replaces it with the whole answer. Resolves when the
// headline of the first text is shown, or only the interface can answer.
const sayFirst = async (language) => {
  const place = document.getElementById("first");
  const box = document.getElementById("input");
  // A link or a shared file is for the interface.
  if (!place || !box || single || location.hash.length > 1 || location.search) return;
  let ask = () => {};
  const text = await new Promise((resolve) =>
    pasted.set((text) => {
      place.hidden = true;
      if (text) resolve(text, ask());
    }),
  );
  // The engine loads these parts too; fetching them here saves a round trip.
  for (const file of [...listed("first", language), ...(NOT_PLAIN.test(text) ? listed("reader", "") : [])]) moduleOf(file).catch(() => {});
  const worker = await globalThis.sslengineDoctor.startWorker(false);
  const end = () => worker.terminate();
  if (started.signal.aborted) return end();
  started.signal.addEventListener("abort", end);
  await new Promise((resolve) => {
    let asked;
    worker.addEventListener("message", async ({ data }) => {
      if (data.crashed) resolve(end());
      if (data.ready) {
        ask = () => {
          asked = box.value;
          worker.postMessage({ first: { text: asked, language, now: Math.floor(Date.now() / 1000) } });
        };
        ask();
      }
      if (data.file) {
        const bytes = await globalThis.sslengineDoctor.ownFile(data.file).catch(() => undefined);
        worker.postMessage({ file: data.file, bytes });
      }
      // The answer to a newer text follows.
      if (!("first" in data) || started.signal.aborted || box.value !== asked) return;
      if (data.first) {
        const { verdict, tone, badge, reason } = data.first;
        place.querySelector(".badge").textContent = badge;
        place.querySelector(".verdict__reason").textContent = reason;
        place.className = `first ${tone}`;
        place.dataset.verdict = verdict;
        place.hidden = false;
        document.getElementById("loading").hidden = true;
      }
      resolve();
    });
  });
};

try {
  const language = languageAtStart();
  const soon = listed("words", language);
  if (crypto.subtle) {
    soon.push(...listed("answer", ""));
    const said = sayFirst(language).catch(() => {});
    // The engine first: the headline needs only the engine, and the whole answer needs both.
    await moduleOf(boot.engineWasm).catch(() => {});
    if (document.getElementById("input")?.value.trim()) await Promise.race([said, pause(3_000)]);
  }
  for (const part of soon) moduleOf(part).catch(() => {});
  const app = await import(await script(boot.js));
  const wasm = await app.default({ module_or_path: moduleOf(boot.wasm) });
  started.abort();
  window.wasmBindings = app;
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm } }));
} catch (why) {
  // The static page stays, with the pasted text and the manual checks. Add the error message.
  console.error(why);
  document.getElementById("broken").hidden = false;
}
