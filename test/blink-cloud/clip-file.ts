// The bytes of the clips: a few real H.264 files, padded to any size and made unique in their last box.
import { createHash, type Hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export type Scene = 'gate' | 'shop' | 'garden' | 'drive' | 'flap';
export type Look = `${Scene}-day` | `${Scene}-night` | 'small';

const looks: readonly Look[] = [
  'gate-day',
  'gate-night',
  'shop-day',
  'shop-night',
  'garden-day',
  'garden-night',
  'drive-day',
  'drive-night',
  'flap-day',
  'flap-night',
  'small',
];
const pictures: Record<Scene, string> = {
  gate: 'gate-empty-day',
  shop: 'shop-empty',
  garden: 'garden-day',
  drive: 'drive-car-day',
  flap: 'flap-empty',
};

/** What a clip's file is made of. */
export interface ClipFile {
  readonly look: Look;
  readonly bytes: number;
  /** Makes it unlike any other; ASCII, at most 24 characters. */
  readonly mark: string;
}

const kib = 1024;
const markBytes = 24;
const headerBytes = 8;
const largestPaddingKib = 1024;
const nothing = new Uint8Array(kib);

/**
 * File = fixture, then `free` boxes of falling powers of two (whole KiB in all), then the last `free` box with the mark.
 * Clips of similar size so share long prefixes, whose hash states are kept: 200,000 hashes cost little more than
 * hashing the last boxes.
 */
export function openClipFiles() {
  const folder = new URL('./fixtures/', import.meta.url);
  const fixtures = new Map(looks.map((look) => [look, new Uint8Array(readFileSync(new URL(`${look}.mp4`, folder)))]));
  const paddings = new Map<number, Uint8Array>();
  const prefixes = new Map<Look, Map<number, Hash>>();

  function fixture(look: Look): Uint8Array {
    const file = fixtures.get(look);
    if (!file) throw new Error(`no such look: ${look}`);
    return file;
  }

  const smallestBytes = (look: Look) => fixture(look).length + headerBytes + markBytes;

  function padding(boxKib: number): Uint8Array {
    let box = paddings.get(boxKib);
    if (!box) {
      box = freeBox(boxKib * kib);
      paddings.set(boxKib, box);
    }
    return box;
  }

  const paddingKib = (file: ClipFile) => Math.floor((file.bytes - smallestBytes(file.look)) / kib);

  /** Its head with the mark, and the zeros behind it. */
  function lastBox(file: ClipFile): readonly [Uint8Array, Uint8Array] {
    const zeros = (file.bytes - smallestBytes(file.look)) % kib;
    const head = Buffer.from(`0000free${file.mark.padEnd(markBytes, '\0')}`, 'latin1');
    head.writeUInt32BE(headerBytes + markBytes + zeros);
    return [head, nothing.subarray(0, zeros)];
  }

  function hashedPrefix(look: Look, paddedKib: number): Hash {
    const known = prefixes.get(look) ?? new Map<number, Hash>();
    prefixes.set(look, known);
    let hash = known.get(paddedKib);
    if (!hash) {
      const last = lastPaddingKib(paddedKib);
      hash =
        paddedKib === 0
          ? createHash('sha256').update(fixture(look))
          : hashedPrefix(look, paddedKib - last)
              .copy()
              .update(padding(last));
      known.set(paddedKib, hash);
    }
    return hash;
  }

  return {
    /** A file as near to `bytes` as can be: a look too large for it gives way to the small one. */
    fileOf(look: Look, bytes: number, mark: string): ClipFile {
      const fitting = smallestBytes(look) <= bytes ? look : 'small';
      return { look: fitting, bytes: Math.max(bytes, smallestBytes(fitting)), mark };
    },

    sha256(file: ClipFile): string {
      const [head, zeros] = lastBox(file);
      return hashedPrefix(file.look, paddingKib(file)).copy().update(head).update(zeros).digest('hex');
    },

    /** The file in pieces, shared between clips: to be copied, never changed. */
    segments(file: ClipFile): readonly Uint8Array[] {
      const boxes: Uint8Array[] = [];
      for (let left = paddingKib(file); left > 0; left -= lastPaddingKib(left))
        boxes.unshift(padding(lastPaddingKib(left)));
      return [fixture(file.look), ...boxes, ...lastBox(file)];
    },

    /** What the camera of a scene last saw: a JPEG. */
    picture: (scene: Scene): Uint8Array =>
      new Uint8Array(readFileSync(new URL(`scenes/${pictures[scene]}.jpg`, folder))),
  };
}

export type ClipFiles = ReturnType<typeof openClipFiles>;

function freeBox(bytes: number): Uint8Array {
  const box = new Uint8Array(bytes);
  new DataView(box.buffer).setUint32(0, bytes);
  new TextEncoder().encodeInto('free', box.subarray(4));
  return box;
}

/** The smallest power of two that is part of `paddedKib`, in KiB. */
const lastPaddingKib = (paddedKib: number): number =>
  paddedKib % largestPaddingKib === 0 ? largestPaddingKib : paddedKib & -paddedKib;
