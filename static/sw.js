// The service worker. It caches the site's own files, so the page works without a network, and
// receives what the system shares with the installed page. It stores nothing else.
// scripts/service-worker.mjs writes the list of files.
//
// One cache for this folder holds each file under its path and digest. A new version fetches only
// files that changed. Old files stay until no page uses them, and a page never gets a file of
// another version.
const FILES = self.FILES ?? { first: {}, later: {} };
const PAGE = "./";

const scope = new URL(self.registration.scope);
const CACHE = `sslengine-doctor ${scope.pathname}`;
const all = { ...FILES.first, ...FILES.later };
const keyOf = (path) => `${new URL(path, scope).href}?${all[path]}`;

// --- Caching the files ------------------------------------------------------------------------

/** Fetches one file of exactly this version, bypassing the browser's own cache if that is stale. */
async function download(path) {
  const url = new URL(path, scope);
  const get = async (cache) => {
    const response = await fetch(url, { cache, integrity: all[path], credentials: "same-origin" });
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    return response;
  };
  const response = await get("default").catch(() => get("reload"));
  // The response to a navigation must not be marked as redirected.
  return response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;
}

async function keep(path) {
  const cache = await caches.open(CACHE);
  const key = keyOf(path);
  if (!(await cache.match(key, { ignoreVary: true }))) await cache.put(key, await download(path));
}

/** Caches all `paths`, a few at a time; the first failure ends it. */
async function keepAll(paths, atOnce = 4) {
  const left = [...paths];
  const one = async () => {
    while (left.length) await keep(left.shift());
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

/** Deletes the files of versions that no page uses any more. */
async function prune() {
  if (self.registration.waiting || self.registration.installing) return;
  if ((await self.clients.matchAll({ type: "window", includeUncontrolled: true })).length > 1) return;
  const cache = await caches.open(CACHE);
  const ours = new Set(Object.keys(all).map(keyOf));
  for (const { url } of await cache.keys()) if (!ours.has(url)) await cache.delete(url);
}

// Caches what the page needs to start, and the examples. No skipWaiting(): an open page keeps its
// version.
self.addEventListener("install", (event) => event.waitUntil(keepAll(Object.keys(FILES.first))));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// --- Answering requests -----------------------------------------------------------------------

async function answer(path) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(keyOf(path), { ignoreVary: true });
  if (kept) return kept;
  const response = await download(path);
  await cache.put(keyOf(path), response.clone()).catch(() => {}); // the disk may be full
  return response;
}

/** Answers a page of the previous version that is still open: its files have other names. */
async function answerOlder(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  const path = url.pathname.slice(scope.pathname.length);
  if (request.method === "POST" && path === "share") {
    event.respondWith(takeShared(event));
    return;
  }
  if (request.method !== "GET") return;
  if (path === "" || path === "index.html") {
    // If this version is no longer available, use the network's page.
    if (all[PAGE]) event.respondWith(answer(PAGE).catch(() => fetch(request)));
  } else if (all[path]) {
    event.respondWith(answer(path).catch(() => fetch(request)));
  } else if (/-[0-9a-f]{12,}(?:_bg)?\.\w+$/.test(path)) {
    event.respondWith(answerOlder(request));
  }
});

// --- Receiving shared files and text ----------------------------------------------------------

const shared = new Map();
const HAND_OVER = 60_000; // milliseconds until shared items that no page has requested are dropped

async function takeShared(event) {
  const id = crypto.randomUUID();
  const form = await event.request.formData();
  const given = [...form.getAll("files"), ...form.getAll("text"), ...form.getAll("url")].filter((one) => one !== "" && one.size !== 0);
  const handedOver = new Promise((resolve) => {
    shared.set(id, { given, resolve });
    setTimeout(resolve, HAND_OVER);
  });
  event.waitUntil(handedOver.then(() => shared.delete(id))); // keeps this worker alive
  return Response.redirect(new URL(`./?shared=${id}`, scope), 303);
}

function hand(id) {
  const entry = shared.get(id);
  shared.delete(id);
  entry?.resolve();
  return entry?.given ?? [];
}

// --- Messages from the page -------------------------------------------------------------------

self.addEventListener("message", (event) => {
  const { data, ports } = event;
  if (data === "apply") event.waitUntil(self.skipWaiting());
  else if (data?.take !== undefined) ports[0]?.postMessage(hand(data.take));
  else if (data?.fill !== undefined) {
    const filled = (data.fill ? keepAll(Object.keys(all)).then(() => true) : Promise.resolve(false)).catch(() => false);
    event.waitUntil(filled.then((complete) => ports[0]?.postMessage(complete)).then(prune));
  }
});
