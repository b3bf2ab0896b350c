// One cache per version. A newer version is fetched beside it, checked file by file, and served only from when the person asks.
// Which version is served is written down: a waiting worker takes over by itself when the last page closes, so it may not decide.

/* global VERSION, FILES, ONLY, LATER */
const CACHE = `app-${VERSION}`;
const APART = "later";
const WHOLE = "/__files";
const FROM_NETWORK = /^\/(demo|health|sync)(\/|$)/;
const renderer = self.location.search.slice(1) || "canvaskit";

const CHOSEN = /^\/(languages|spelling)\//;      // kept from when somebody chose it
const ASKED = /^\/spelling\//;      // … or from when a screen asked for it

// {path: sha256} of what this browser needs
const wanted = Object.entries(FILES).filter(([path]) => (!ONLY[path] || ONLY[path] === renderer) && !CHOSEN.test(path));

async function hashOf(answer) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.clone().arrayBuffer()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// What the page just loaded is not fetched twice; the second address passes a cache on the way that still has the old file.
async function fetched(path, hash) {
  for (const [address, cache] of [[path, "default"], [`${path}?v=${hash.slice(0, 12)}`, "no-store"]]) {
    const answer = await fetch(address, { cache });
    if (answer.ok && (await hashOf(answer)) === hash) return answer;
  }
  throw new Error(`not (yet) the announced file: ${path}`);
}

async function olderVersions() {
  const found = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith("app-") || name === CACHE) continue;
    const cache = await caches.open(name);
    const files = await cache.match(WHOLE);
    if (files) found.push([cache, await files.json()]);
  }
  return found;
}

async function copied(path, hash, older) {
  for (const [cache, files] of older) {
    if (files[path] !== hash) continue;
    const answer = await cache.match(path);
    if (answer && (await hashOf(answer)) === hash) return answer;
  }
  return null;
}

// What was chosen is fetched with every version that follows.
async function chosenBefore(older) {
  const found = new Map();
  for (const [cache] of older) {
    for (const { url } of await cache.keys()) {
      const { pathname } = new URL(url);
      if (CHOSEN.test(pathname) && FILES[pathname]) found.set(pathname, FILES[pathname]);
    }
  }
  return found;
}

async function keep(path) {
  if (!CHOSEN.test(path) || !FILES[path]) return;
  const [mine, current] = await Promise.all([CACHE, (await served()) ?? CACHE].map((name) => caches.open(name)));
  if (!(await mine.match(path))) await mine.put(path, await fetched(path, FILES[path]));
  if (!(await current.match(path))) await current.put(path, await mine.match(path));
}

// A broken-off install goes on where it stopped; the list is written last: then this version is whole.
async function install() {
  const cache = await caches.open(CACHE);
  const older = await olderVersions();
  for (const [path, hash] of [...wanted, ...(await chosenBefore(older))]) {
    const there = await cache.match(path);
    if (there && (await hashOf(there)) === hash) continue;
    await cache.put(path, (await copied(path, hash, older)) ?? (await fetched(path, hash)));
  }
  await cache.put(WHOLE, new Response(JSON.stringify(FILES)));
}

// What nobody needs at the start comes after it, piece by piece, and stays from version to version: its name has its hash.
async function keepLater() {
  const cache = await caches.open(APART);
  for (const [path, hash] of Object.entries(LATER)) {
    if (!(await cache.match(path))) await cache.put(path, await fetched(path, hash));
  }
}

async function isWhole(name) {
  return (await caches.has(name)) && (await (await caches.open(name)).match(WHOLE)) !== undefined;
}

async function noted(key) {
  return (await (await (await caches.open("state")).match(key))?.text()) ?? null;
}

async function note(key, text) {
  await (await caches.open("state")).put(key, new Response(text));
}

let current = null;

async function served() {
  current ??= await noted("/current");
  return current;
}

async function serve(name) {
  current = name;
  await note("/current", name);
}

// Once per change of version, and never between: another version may be on its way, and half of it is worth keeping.
async function dropOthers() {
  const now = await served();
  if (!now || (await noted("/cleared")) === now) return;
  for (const name of await caches.keys()) {
    if (name.startsWith("app-") && name !== now && name !== CACHE) await caches.delete(name);
  }
  if (now === CACHE) {
    const apart = await caches.open(APART);
    for (const { url } of await apart.keys()) {
      if (!LATER[new URL(url).pathname]) await apart.delete(url);
    }
  }
  await note("/cleared", now);
}

const answers = {
  async status(page) {
    if (!(await isWhole(CACHE))) await install().catch(() => {});      // what the browser threw away, or never got
    page.postMessage({ current: await served(), newest: (await isWhole(CACHE)) ? CACHE : null });
    if (await isWhole(CACHE)) await keepLater().catch(() => {});      // without a network the next start goes on
  },
  async switch(page) {
    if (!(await isWhole(CACHE))) return;
    await serve(CACHE);
    page.postMessage({ switched: CACHE });
  },
  async "started-ok"() {
    await dropOthers();
  },
};

self.addEventListener("install", (event) => {
  event.waitUntil(install().then(() => self.skipWaiting()));      // this worker may run at once: it still serves the old version
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const now = await served();
      if (!now || !(await isWhole(now))) await serve(CACHE);
      await self.clients.claim();
      for (const page of await self.clients.matchAll()) page.postMessage({ installed: CACHE });
    })(),
  );
});

self.addEventListener("message", (event) => {
  const { data, source } = event;
  event.waitUntil(data.keep ? keep(data.keep).catch(() => {}) : Promise.resolve(answers[data]?.(source)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== self.location.origin) {
    event.respondWith(new Response("", { status: 503 }));      // nothing ever goes to anybody else
    return;
  }
  if (request.method !== "GET" || FROM_NETWORK.test(address.pathname)) return;
  event.respondWith(
    (async () => {
      const cache = await caches.open((await served()) ?? CACHE);
      const path = request.mode === "navigate" ? "/" : address.pathname;
      const found = (await cache.match(path)) ?? (path.startsWith("/decks/") && (await (await caches.open(APART)).match(path)));
      if (found || !ASKED.test(path)) return found || fetch(request);
      await keep(path).catch(() => {});
      return (await cache.match(path)) ?? fetch(request);
    })(),
  );
});
