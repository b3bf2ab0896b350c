"""A browser whose device has voices, and keeps what they were given to say."""

from __future__ import annotations

DEVICE = """(() => {
  const heard = (globalThis.heard = []);
  const listeners = [];
  let [voices, now] = [[], null];
  const ends = (how) => { const one = now; now = null; clearTimeout(one?.clock); one?.words[how]?.({}); };
  globalThis.voicesCome = () => {
    const there = [["ar-EG", false], ["ar-SA", true], ["da-DK", true]];
    voices = there.map(([lang, localService]) => ({ lang, localService }));
    for (const listener of listeners) listener();
  };
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const device = {
    getVoices: () => voices,
    addEventListener: (_, listener) => listeners.push(listener),
    speak(words) {
      if (!words.text) return;
      heard.push([words.text, words.lang, words.voice.localService]);
      now = { words, clock: setTimeout(() => ends("onend"), words.text.length > 3 ? 1500 : 0) };
    },
    cancel: () => ends("onerror"),
  };
  Object.defineProperty(globalThis, "speechSynthesis", { value: device });
})()"""
