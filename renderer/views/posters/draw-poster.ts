// Draws a clip's own picture from the first good frame of its video, in a video element that nobody sees.
import { releaseVideo } from '../../components/release-video.ts';

const width = 480;
const jpegQuality = 0.8;
/** Where frames are looked at, in seconds: a camera that has just woken up shows a dark one first. */
const looks = [0, 0.5, 1.5, 3];
/** A frame darker than this on average (0–255) is not good; a clip recorded in the dark keeps its last one. */
const darkest = 14;

/** A JPEG of about 20 kB; null: the video cannot be shown here, or `signal` ended it. */
export async function drawPoster(source: string, signal: AbortSignal): Promise<Uint8Array | null> {
  const video = document.createElement('video');
  video.crossOrigin = 'anonymous';
  video.muted = true;
  video.preload = 'auto';
  try {
    video.src = source;
    await happened(video, 'loadeddata', signal);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = Math.round((width * video.videoHeight) / video.videoWidth);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return null;
    for (const second of looks) {
      if (second > 0 && second >= video.duration) break;
      if (second > 0) {
        const sought = happened(video, 'seeked', signal);
        video.currentTime = second;
        await sought;
      }
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      if (brightness(context, canvas) >= darkest) break;
    }
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', jpegQuality));
    return blob && new Uint8Array(await blob.arrayBuffer());
  } catch {
    return null;
  } finally {
    releaseVideo(video);
  }
}

/** Resolves at the event; rejects where the video fails or `signal` is aborted. */
function happened(video: HTMLVideoElement, name: 'loadeddata' | 'seeked', signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const settle = (end: () => void) => () => {
      over.abort();
      end();
    };
    video.addEventListener(name, settle(resolve), { signal: over.signal });
    video.addEventListener(
      'error',
      settle(() => reject(video.error)),
      { signal: over.signal },
    );
    signal.addEventListener(
      'abort',
      settle(() => reject(signal.reason)),
      { signal: over.signal },
    );
    if (signal.aborted) settle(() => reject(signal.reason))();
  });
}

/** Mean of every 64th pixel, 0–255. */
function brightness(context: CanvasRenderingContext2D, { width, height }: HTMLCanvasElement): number {
  const pixels = context.getImageData(0, 0, width, height).data;
  let [sum, count] = [0, 0];
  for (let at = 0; at < pixels.length; at += 4 * 64) {
    sum += (pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0);
    count += 3;
  }
  return sum / count;
}
