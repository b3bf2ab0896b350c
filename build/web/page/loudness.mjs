// What was spoken in a recording, and how loud it is: read from its samples, a fiftieth of a second at a time.

const FRAMES_A_SECOND = 50;
const LIFT_DB = 12;      // above the room's own hum
const FLOOR_DB = -60;      // nobody hears what is fainter
const BREATH_S = 0.25;      // kept before the first sound and after the last
const FULL = 0.985;

export const decibel = (level) => 20 * Math.log10(Math.max(level, 1e-5));

export function rms(samples) {
  let sum = 0;
  for (const each of samples) sum += each * each;
  return Math.sqrt(sum / Math.max(1, samples.length));
}

// { from, to } in seconds, `db` of what lies between, the `clipped` part of all samples; from = to where nothing is heard.
export function measure(samples, rate) {
  const long = Math.floor(rate / FRAMES_A_SECOND);
  const frames = [];
  for (let at = 0; at + long <= samples.length; at += long) frames.push(rms(samples.subarray(at, at + long)));
  const faintest = frames.filter((each) => each > 0).sort((one, other) => one - other);
  const hum = decibel(faintest[Math.floor(faintest.length / 10)] ?? 0);
  const loudest = decibel(faintest.at(-1) ?? 0);
  const line = Math.max(FLOOR_DB, Math.min(hum + LIFT_DB, loudest - LIFT_DB));      // a steady voice has no hum beside it
  const heard = frames.map((each) => decibel(each) > line);
  const [first, last] = [heard.indexOf(true), heard.lastIndexOf(true)];
  if (first < 0) return { from: 0, to: 0, db: FLOOR_DB, clipped: 0 };
  const loud = frames.filter((_, nth) => heard[nth]);
  return {
    from: Math.max(0, first / FRAMES_A_SECOND - BREATH_S),
    to: Math.min(samples.length / rate, (last + 1) / FRAMES_A_SECOND + BREATH_S),
    db: decibel(rms(loud)),
    clipped: samples.reduce((sum, each) => sum + (Math.abs(each) >= FULL), 0) / samples.length,
  };
}
