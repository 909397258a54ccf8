// Draws a clip's own picture from the first good frame that its video shows.

const width = 480;
const jpegQuality = 0.8;
/** A frame darker than this on average (0–255) is taken for the camera still waking up. */
const darkest = 14;
/** So many frames are looked at; a clip recorded in the dark then keeps its last one. */
const patience = 45;

/** Watches `video` until a picture is taken; returns the way to stop. */
export function takePoster(video: HTMLVideoElement, onPoster: (jpeg: Uint8Array) => void): () => void {
  let stopped = false;
  let seen = 0;
  let request = 0;

  const look = () => {
    if (stopped || video.videoWidth === 0) return;
    const canvas = drawn(video);
    if (canvas && (++seen >= patience || brightness(canvas) >= darkest)) {
      stopped = true;
      void jpegOf(canvas).then((jpeg) => jpeg && onPoster(jpeg));
      return;
    }
    request = video.requestVideoFrameCallback(look);
  };

  request = video.requestVideoFrameCallback(look);
  return () => {
    stopped = true;
    video.cancelVideoFrameCallback(request);
  };
}

function drawn(video: HTMLVideoElement): HTMLCanvasElement | null {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = Math.round((width * video.videoHeight) / video.videoWidth);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return context && canvas;
}

/** Mean of every 64th pixel, 0–255. */
function brightness(canvas: HTMLCanvasElement): number {
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
  if (!pixels) return 0;
  let [sum, count] = [0, 0];
  for (let at = 0; at < pixels.length; at += 4 * 64) {
    sum += (pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0);
    count += 3;
  }
  return sum / count;
}

async function jpegOf(canvas: HTMLCanvasElement): Promise<Uint8Array | null> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', jpegQuality));
  return blob && new Uint8Array(await blob.arrayBuffer());
}
