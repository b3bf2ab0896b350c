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

// One part after the other: [[text, tag]]. True when all was said, false when it was cut short.
export async function say(parts) {
  hush();
  const mine = turn;
  for (const [text, tag] of parts) {
    const voice = own().find((each) => each.lang === tag);
    if (!voice || mine !== turn) break;
    await one(text, voice);
  }
  return mine === turn;
}

// A single word, where the device has a Danish voice.
export function sayDanish(text) {
  const voice = own().find((each) => each.lang.startsWith("da"));
  if (voice) say([[text, voice.lang]]);
}

function one(text, voice) {
  const words = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate: 0.9 });
  saying.splice(0, saying.length, words);
  return new Promise((done) => {
    words.onend = words.onerror = done;
    setTimeout(done, 3000 + text.length * A_LETTER_MS);
    synth.speak(words);
  });
}

export function hush() {
  turn += 1;
  synth?.cancel();
}
