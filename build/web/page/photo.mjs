// A picture from the camera or the gallery, small enough to travel: JPEG of at most 1600 pixels a side, and a thumbnail.

const SIDE = 1600;
const THUMB_BYTES = 8192;

// { body, thumb } as bytes, empty when she chose none; with a `why` when this browser cannot open what she chose.
export async function photoOf(file) {
  const none = { body: new Uint8Array(), thumb: new Uint8Array(), why: "" };
  if (!file) return none;
  try {
    return { ...none, ...(await scaled(await createImageBitmap(file, { imageOrientation: "from-image" }))) };
  } catch (no) {
    console.warn("no picture:", no.name);      // of a newer kind, torn, or with more points than there is room for
    return { ...none, why: no.name };
  }
}

async function scaled(picture) {
  const body = await jpeg(picture, SIDE, 0.8);
  let thumb = body;
  for (const [side, quality] of [[240, 0.6], [160, 0.5], [96, 0.4], [64, 0.3]]) {
    if (thumb.length > THUMB_BYTES) thumb = await jpeg(picture, side, quality);
  }
  picture.close();
  return { body, thumb };
}

async function jpeg(picture, side, quality) {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";      // what is transparent is paper
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
  canvas.width = canvas.height = 0;      // Safari keeps the pixels otherwise
  return new Uint8Array(await blob.arrayBuffer());
}
