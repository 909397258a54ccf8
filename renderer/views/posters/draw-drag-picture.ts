// What hangs under the pointer while clips are dragged: up to three of their pictures as a stack, with their number.

const width = 128;
const height = 72;
/** How far each picture of the stack lies beside the one before it. */
const step = 8;
const badge = 22;
/** A picture that is not there by then is left out: the hand is already moving. */
const patienceMs = 200;

/** A PNG; null where no picture could be had. `sources`: addresses of the pictures, the uppermost first. */
export async function drawDragPicture(sources: readonly string[], count: number): Promise<Uint8Array | null> {
  const pictures = (await Promise.all(sources.slice(0, 3).map(loaded))).filter((picture) => picture !== null);
  const canvas = document.createElement('canvas');
  const room = step * Math.max(0, pictures.length - 1);
  canvas.width = width + room + badge / 2;
  canvas.height = height + room + badge / 2;
  const context = canvas.getContext('2d');
  if (!context || pictures.length === 0) return null;
  for (const [depth, picture] of [...pictures.entries()].reverse()) {
    const at = depth * step;
    context.drawImage(picture, at, at, width, height);
    context.strokeStyle = 'white';
    context.lineWidth = 2;
    context.strokeRect(at + 1, at + 1, width - 2, height - 2);
  }
  if (count > 1) drawCount(context, String(count));
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob && new Uint8Array(await blob.arrayBuffer());
}

function drawCount(context: CanvasRenderingContext2D, count: string): void {
  const style = getComputedStyle(document.documentElement);
  context.font = `600 12px ${style.fontFamily}`;
  const length = Math.max(badge, context.measureText(count).width + 12);
  const left = context.canvas.width - length;
  const top = context.canvas.height - badge;
  context.fillStyle = style.getPropertyValue('--accent');
  context.beginPath();
  context.roundRect(left, top, length, badge, badge / 2);
  context.fill();
  context.fillStyle = style.getPropertyValue('--on-accent');
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(count, left + length / 2, top + badge / 2 + 1);
}

function loaded(source: string): Promise<HTMLImageElement | null> {
  const picture = new Image();
  picture.crossOrigin = 'anonymous'; // or the canvas could not be read
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), patienceMs);
    picture.onload = () => resolve(picture);
    picture.onerror = () => resolve(null);
    picture.src = source;
  });
}
