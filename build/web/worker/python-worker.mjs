// Where Python lives: starts it, hands it the object `brobygger`, carries messages between it, Dart and the page.
// Started with a name made of words: "make" makes the snapshot and goes; "plain" must not use one; "may-make" may order one.

import { Python } from "./python.mjs";
import { Snapshot } from "./snapshot.mjs";
import { Profiles } from "./profiles.mjs";
import { deviceSecret } from "./device.mjs";
import { AFTER, COLLECT, FREEZE, STARTUP, UNPACK } from "./glue.mjs";

/* global LANGUAGES, NATIVES, OWN, SNAPSHOT_VERSION */
const words = self.name.split(" ");
const python = new Python(NATIVES);
const ciphers = import("/ciphers.mjs");
const snapshot = new Snapshot(SNAPSHOT_VERSION);
const heap = words.includes("make") || words.includes("plain") ? Promise.resolve(null) : snapshot.read((why) => tell({ t: "snapshot-bad", why }));
const ownCode = Promise.all(Object.keys(OWN).map((name) => bytes(`/python/${name}.zip`)));
const release = fetch("/release.json").then((answer) => answer.json());
let libraries = bytes("/python/libraries.zip");
let babel = bytes("/python/babel.zip");
for (const waiting of [ownCode, release, libraries, babel, ciphers]) waiting.catch(() => {});

const AFTER_START_MS = 4000;
const COLLECT_AFTER_MS = 12_000;      // a slow phone is inside by then
const tell = (message) => self.postMessage(message);

// For the bench, on the page's clock.
function mark(name) {
  tell({ t: "mark", name, at: performance.timeOrigin + performance.now() });
}

async function bytes(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

// What Flet's Python half expects of its worker.
const flet_js = (self.flet_js = {
  args: {},
  natives: JSON.stringify(NATIVES.map(([name, path]) => [name, path])),
  own: JSON.stringify(OWN),
  receive_callback(message) {
    const body = message.toJs();
    self.postMessage(body, [body.buffer]);
  },
});

// The archives are files of JavaScript's, not of the heap: a restored Python needs them too, for what it imports later.
async function layOwnCode(loaded) {
  const laid = await ownCode;
  Object.keys(OWN).forEach((name, nth) => loaded.FS.writeFile(`/${name}.zip`, laid[nth], { canOwn: true }));
}

async function layLibraries(loaded) {
  loaded.FS.writeFile("/libraries.zip", await libraries, { canOwn: true });
  libraries = null;
}

async function layBabel(loaded) {
  loaded.FS.writeFile("/babel.zip", await babel, { canOwn: true });
  babel = null;
  loaded.runPython(UNPACK);
  loaded.FS.unlink("/babel.zip");
}

// One that does not travel with our code, where app/i18n/catalogue.py looks for it; without it the app speaks Danish.
async function layLanguage(loaded, packed) {
  const { code, body } = await packed;
  if (!body) return;
  loaded.FS.mkdirTree("/languages");
  loaded.FS.writeFile(`/languages/${code}.zip`, body, { canOwn: true });
}

async function herLanguage(tag = "") {
  const code = tag.split("-")[0];
  return { code, body: LANGUAGES.includes(code) ? await bytes(`/languages/${code}.zip`).catch(() => null) : null };
}

async function makeReady(loaded) {
  await layLibraries(loaded);
  await layBabel(loaded);
  for (const [, path] of NATIVES) {
    loaded.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    loaded.FS.writeFile(path, new Uint8Array(1));
  }
  await layOwnCode(loaded);
  loaded.runPython(STARTUP);
}

async function makeSnapshot() {
  const loaded = await python.start({ making: true });
  await makeReady(loaded);
  loaded.runPython(FREEZE);
  await snapshot.write(loaded.makeMemorySnapshot({ serializer: (thing) => ({ unknown: String(thing) }) }));
  tell({ t: "snapshot-made" });
}

let FS = null;
let profiles = null;
const early = [];      // what the page said before Python listened

function offerBrobygger(boot) {
  profiles = new Profiles(boot.profiles, (list) => tell({ t: "profiles", list }));
  self.brobygger = {
    onmessage: null,
    startSecret: boot.secret,
    origin: self.location.origin,
    version: boot.release.version,
    hash: boot.release.hash,
    settings: boot.settings,
    locale: boot.locale,
    mount: (id) => profiles.mount(FS, id),
    unmount: () => profiles.unmount(FS),
    chunks: (how, ...given) => profiles.chunks[how](...given),
    network: () => network(),
    profiles: () => profiles.list(),
    addProfile: (id, picture) => profiles.add(id, picture),
    showPicture: (id, picture) => profiles.showPicture(id, picture),
    showLock: (id, lock, passkey) => profiles.showLock(id, lock, passkey),
    deviceSecret: (id, salt) => deviceSecret(id, salt),
    send: (text) => tell(JSON.parse(text)),
    sendFile: (name, mime, body) => tell({ t: "file", name, mime, body }),
    sendSound: (nth, body) => tell({ t: "play", nth, body }),
    listen(callback) {
      self.brobygger.onmessage = callback;
      for (const message of early.splice(0)) callback(message);
    },
  };
}

// "" where the browser does not tell, as on all iPhones. A person may also have asked her browser to save data.
function network() {
  const { type, saveData } = navigator.connection ?? {};
  if (saveData || type === "cellular") return "metered";
  return type === "wifi" || type === "ethernet" ? "free" : "";
}

async function start(boot) {
  flet_js.documentUrl = boot.documentUrl;
  flet_js.args = boot.args;
  const hers = herLanguage(boot.settings.language);
  const restored = await heap;
  if (restored) mark("heap-read");
  try {
    const loaded = await python.start({ heap: restored });
    mark("python-there");
    FS = loaded.FS;
    if (restored) setTimeout(() => layBabel(loaded).catch((no) => console.warn(String(no))), AFTER_START_MS);      // our languages lie in the snapshot
    restored?.discard();
    offerBrobygger({ ...boot, release: await release });
    self.brobygger.ciphers = await ciphers;
    if (restored) await Promise.all([layLibraries(loaded), layOwnCode(loaded)]);
    else await makeReady(loaded);
    await layLanguage(loaded, hers);
    mark("archives-there");
    loaded.runPython(AFTER);
    mark("app-imported");
    setTimeout(() => loaded.runPython(COLLECT), COLLECT_AFTER_MS);
    await flet_js.start_connection(flet_js.receive_callback);
  } catch (no) {
    if (!restored) throw no;
    profiles?.release();
    await snapshot.drop();
    tell({ t: "snapshot-bad", why: String(no), restart: true });
    return;
  }
  tell("initialized");
  tell({ t: "started", restored: restored !== null });
  if (!restored && words.includes("may-make")) setTimeout(() => tell({ t: "make-snapshot" }), AFTER_START_MS);
}

let started = false;
function receive({ data }) {
  if (data instanceof Uint8Array) flet_js.send(data);
  else if (data.t === "boot" && !started) {
    started = true;
    start(data).catch((no) => {
      console.error(no.stack ?? no);
      tell(String(no));      // Flet's way to say that Python did not start
    });
  } else if (data.t === "release") {
    profiles?.release();
    tell({ t: "released" });
  } else if (data.t === "stretching") {
    ciphers.then((they) => they.expect(data), () => {});
  } else if (data.t === "reply-file" || data.t === "reply-photo" || data.t === "recorded") {
    hear(data);
  } else if (data.t !== "boot") {
    hear(JSON.stringify(data));
  }
}

function hear(message) {
  if (self.brobygger?.onmessage) self.brobygger.onmessage(message);
  else early.push(message);
}

if (words.includes("make")) {
  makeSnapshot()
    .catch((no) => tell({ t: "snapshot-failed", why: String(no) }))
    .finally(() => self.close());
} else {
  self.onmessage = receive;
}
