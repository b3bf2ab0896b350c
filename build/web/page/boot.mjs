// The page: starts Python at once, draws the lock, keeps to one tab, and carries what Python says to where it belongs.

import { ask, whenThere } from "./alert.mjs";
import { whenSpoilt } from "./drawing.mjs";
import { Engine } from "./engine.mjs";
import { hand, pickFrom } from "./files.mjs";
import { configureFlutter, firstPicture, hearPictures, painted, startFlutter } from "./flutter.mjs";
import { hideAll, isHidden, offerCorner, showSheet } from "./hide.mjs";
import { onlyATab, showInstall } from "./install.mjs";
import { Lock, SOMEONE_NEW } from "./lock.mjs";
import { dressName, sayName, takeName } from "./names.mjs";
import { hold, listenBack } from "./hold.mjs";
import * as passkey from "./passkey.mjs";
import { lastSeen, onDevice } from "./people.mjs";
import { photoOf } from "./photo.mjs";
import { showPaper } from "./paper.mjs";
import * as player from "./play.mjs";
import { contentOf } from "./reading.mjs";
import * as recorder from "./record.mjs";
import { recall, remember } from "./settings.mjs";
import { begunStretch, expectPin, stretch } from "./stretch.mjs";
import { beTheOnly } from "./tabs.mjs";
import { Update } from "./update.mjs";
import * as voice from "./voice.mjs";
import { direction, dressDocument, holdLanguage, language, languageFile, lendLetters, word } from "./words.mjs";

const RESTS = "join";      // under this name, the secret in the tab's own store

takeName();
sayName();
whenThere(dressName);      // its links stand further down in the head
configureFlutter();
hearPictures();
whenSpoilt(lockAgain);
listenBack(() => engine.send({ t: "back" }));      // before Flutter listens
const tab = onlyATab();
const invitation = takeSecret();
const secret = tab ? "" : invitation;
let lock = null;
let firstTry = null;
let shown = false;
let unlocked = null;      // when what a right PIN opened is painted
let tags = [];      // of the voices that the device has

const engine = new Engine({
  onMessage: (message) => receive[message.t]?.(message),
  onFailure: (why) => {
    console.error(why);
    notStarted();
  },
});
const update = new Update(() => engine.send({ t: "update" }));

const receive = {
  lock(message) {
    if (message.r === "ok" && firstTry.profile !== SOMEONE_NEW) unlocked = firstPicture();
    if (message.r === "drawn") (unlocked ?? painted)().then(reveal);
    else if (message.r === "failed") notStarted();
    else lock?.answer(message);
  },
  mark: ({ name, at }) => performance.mark(name, { startTime: at - performance.timeOrigin }),
  restarted() {
    engine.send({ t: "voices", tags });
    if (lock) lock.resend();
    else if (firstTry) tryOpen(firstTry.profile, firstTry.pin, firstTry.proof);
  },
  profiles({ list }) {
    remember("profiles", list);
    lock?.meet(list);
  },
  settings({ all }) {
    remember("settings", all);
    dressDocument();
    update.keep(languageFile());
    dressName();
  },
  letters: ({ size }) => lendLetters(size),
  file: ({ name, mime, body }) => hand(name, mime, body),
  async pick({ most }) {
    const picked = await contentOf(await pickFrom({}), most);
    engine.send({ t: "reply-file", ...picked }, [picked.body.buffer]);
  },
  durable: () => navigator.storage.persist?.().catch((no) => console.warn("not durable:", no.name)),      // a worker cannot ask
  photo: async () => engine.send({ t: "reply-photo", ...(await photoOf(await pickFrom({ accept: "image/*" }))) }),
  scan: async () => engine.send({ t: "scanned", ...(await scanned()) }),
  paper: showPaper,
  hold: ({ held }) => hold(held),
  async say({ nth, parts }) {
    player.hush();
    engine.send({ t: "said", nth, whole: await voice.say(parts) });
  },
  async play({ nth, body }) {
    voice.hush();
    engine.send({ t: "played", nth, how: await player.play(body) });
  },
  hush,
  record: async ({ nth, most }) => engine.send({ t: "recorded", nth, ...(await recorder.record(most, level)) }),
  "stop-recording": ({ keep }) => recorder.stop(keep),
  passkey: async ({ ask: how, id }) => engine.send({ t: "passkey-said", ...(await passkey[how](id).catch(refused)) }),
  again() {
    dropSecret();
    lockAgain();
  },
  joined: dropSecret,
  corner: ({ shown: there }) => offerCorner(there && hide),
  "take-update": () => update.take(),
  started({ restored }) {
    performance.mark(restored ? "from-snapshot" : "from-scratch");
    update.started();
    update.keep(languageFile());
  },
};

dressDocument();
if (isHidden()) document.documentElement.dataset.hidden = "";      // before anything is painted
holdLanguage();
const people = onDevice();
if (isHidden()) whenThere(() => showSheet(anew));
else if (tab) people.then((profiles) => (invitation || !profiles.length ? install() : begin()));
else begin();

function install() {
  whenThere(() => showInstall({ invited: invitation !== "" }));
}

function begin() {
  engine.wake();
  whenThere(() => showLock(lastSeen()));
  people.then((profiles) =>
    whenThere(() => {
      showLock(profiles);
      startFlutter();
    }),
  );
  beTheOnly({ beforeGiving: () => engine.close() }).then(async () => {
    const profiles = await people;
    engine.start({ profiles, secret, settings: recall("settings", {}), locale: navigator.language });
    player.listen();
    voice.listen((found) => engine.send({ t: "voices", tags: (tags = found) }));
    if (firstTry) tryOpen(firstTry.profile, firstTry.pin, firstTry.proof);
  });
}

function showLock(profiles) {
  if (shown || !profiles.length) return;
  if (lock) lock.meet(profiles);
  else if (secret) firstTry ??= tryOpen(SOMEONE_NEW, "");      // she came with an invitation: somebody new
  else {
    expectPin();
    lock = new Lock({ profiles, send: tryOpen, newcomers: !tab });
    startFlutter();
  }
}

// `proof`: what the phone's safe said, where the lock asks for it.
function tryOpen(profile, pin, proof = "") {
  stretch(profile, pin);
  if (engine.boot) {
    const begun = begunStretch();
    if (begun) engine.send({ t: "stretching", ...begun }, [begun.port]);
    engine.send({ t: "pin", profile, pin, proof });
  }
  return (firstTry = { profile, pin, proof });
}

function refused(no) {
  console.warn("no passkey:", no.name);
  return {};
}

// The secret of an invitation leaves the address before anything else can read it. It rests in the tab's own store until
// she is in with it, or turns to the lock: whose phone shows another app meanwhile finds the first start as she left it, and a
// link that is opened in a page that runs already starts it anew.
function takeSecret() {
  const secretOf = (address) => /^#join=([\w-]+)$/.exec(new URL(address).hash)?.[1] ?? "";
  const found = secretOf(location.href) || (sessionStorage.getItem(RESTS) ?? "");
  if (tab) dropSecret();      // nobody begins there
  else if (found) sessionStorage.setItem(RESTS, found);
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  addEventListener("hashchange", ({ newURL }) => {
    if (!secretOf(newURL)) return;
    sessionStorage.setItem(RESTS, secretOf(newURL));
    location.replace("/");
  });
  return found;
}

function dropSecret() {
  sessionStorage.removeItem(RESTS);
}

// The decoder is a file of its own, read only now.
async function scanned() {
  try {
    const { scan } = await import("/scan.mjs");
    return await scan({ word, lang: language(), dir: direction() });
  } catch (no) {
    console.warn("no scanner:", no.message);
    return { text: "", why: "none" };
  }
}

function notStarted() {
  ask(word("notStarted"), word("tryAgain"), () => location.reload());
}

function reveal() {
  lock?.open();
  if (shown) return;
  shown = true;
  document.getElementById("splash")?.remove();
  performance.mark("first-screen");
}

function level(now, seconds) {
  engine.send({ t: "level", now, seconds });
}

function hush() {
  voice.hush();
  player.hush();
}

function silence() {
  hush();
  recorder.stop(false);
}

async function lockAgain() {
  silence();
  await engine.close();
  anew();
}

// Silence and the sheet first, in this very frame; then the journal is closed and everything forgotten behind it.
async function hide() {
  silence();
  hideAll(anew);
  await engine.close();
  if (isHidden()) anew();
}

function anew() {
  location.replace("/");      // the fastest way to forget everything in memory
}
