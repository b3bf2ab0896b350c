// The camera that looks away from her, and what its pictures say.

import decodeQR from "qr/decode.js";

const SIDE = 720;      // pixels; the square in the middle, which is what the frame shows
const PAUSE_MS = 80;
const LOOK_MS = 120;      // a still hand is rarer than a slow phone
const LONGEST_MS = 400;      // a slow phone looks longer, and her tap on the way out still comes through

export class Camera {
  constructor(video) {
    this.video = video;
    this.canvas = document.createElement("canvas");
    this.stopped = false;
    this.looks = LOOK_MS;
  }

  async start() {
    if (!navigator.mediaDevices) throw new DOMException("no camera", "NotFoundError");
    const wanted = { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 960 } };
    this.stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
    if (this.stopped) {
      this.stop();      // the sheet went while she was asked
      return;
    }
    this.video.srcObject = this.stream;
    await this.video.play();
  }

  stop() {
    this.stopped = true;
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.video.srcObject = null;
  }

  // The text of the next code that is seen.
  async next() {
    for (;;) {
      await new Promise((later) => setTimeout(later, PAUSE_MS));
      if (this.stopped) return new Promise(() => {});      // nobody waits any more
      const text = this.look();
      if (text) return text;
    }
  }

  look() {
    const { videoWidth: width, videoHeight: height } = this.video;
    if (!width || !height) return "";
    const part = Math.min(width, height);
    const side = (this.canvas.width = this.canvas.height = Math.min(part, SIDE));
    this.pen ??= this.canvas.getContext("2d", { willReadFrequently: true });
    this.pen.drawImage(this.video, (width - part) / 2, (height - part) / 2, part, part, 0, 0, side, side);
    try {
      return decodeQR(this.pen.getImageData(0, 0, side, side), { effort: Infinity, timeLimit: this.looks });
    } catch {
      this.looks = Math.min(this.looks * 1.1, LONGEST_MS);
      return "";      // the decoder's way to say that it saw none
    }
  }
}
