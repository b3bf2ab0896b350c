// The device's own voices: which languages they speak without a network, a text said by one of them, and silence.

const synth = globalThis.speechSynthesis;      // some browsers have none
const A_LETTER_MS = 200;      // no voice is slower: some never tell that they are done
const saying = [];      // Chrome loses what nobody holds, and then never says that it ended
let turn = 0;

// What a voice of the network says would be read by whoever lends it.
function own() {
  return (synth?.getVoices() ?? []).filter((voice) => voice.localService);
}

// `tell(tags)`, the favourite first, now and whenever the device finds more: most find theirs after the page is there.
export function listen(tell) {
  const told = () => {
    const voices = own();
    tell([...voices.filter((voice) => voice.default), ...voices].map((voice) => voice.lang));
  };
  synth?.addEventListener?.("voiceschanged", told);
  addEventListener("visibilitychange", () => document.hidden && hush());
  addEventListener("pagehide", hush);
  addEventListener("pointerup", () => synth?.speak(new SpeechSynthesisUtterance("")), { once: true, capture: true });      // Safari speaks only after it has spoken at a tap
  told();
}

// One part after the other: [[text, tag]]. True when all was said; false when it was cut short or no voice said a part.
export async function say(parts) {
  hush();
  const mine = turn;
  let whole = true;
  for (const [text, tag] of parts) {
    const voice = own().find((each) => each.lang === tag);
    const said = voice !== undefined && (await one(text, voice));
    if (mine !== turn) return false;
    whole &&= said;
  }
  return whole;
}

// A single word, where the device has a Danish voice.
export function sayDanish(text) {
  const voice = own().find((each) => each.lang.startsWith("da"));
  if (voice) say([[text, voice.lang]]);
}

// A voice that is listed and not installed fails, or never begins.
function one(text, voice) {
  const words = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate: 0.9 });
  saying.splice(0, saying.length, words);
  let begun = false;
  return new Promise((done) => {
    words.onstart = () => { begun = true; };
    words.onend = () => done(true);
    words.onerror = () => done(false);
    setTimeout(() => done(begun), 3000 + text.length * A_LETTER_MS);
    synth.speak(words);
  });
}

export function hush() {
  turn += 1;
  synth?.cancel();
}
