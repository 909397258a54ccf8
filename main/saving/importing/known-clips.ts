// What files from elsewhere are compared with: all clips by when they were recorded, and the bytes of those we have.
import { setImmediate } from 'node:timers/promises';
import type { ClipKey } from '../../../preload/contract.ts';
import type { StrayFile } from '../../library/index.ts';
import { type Candidate, type Copy, type Library, learnSizeUnit, recognise, reducedName } from '../../library/index.ts';

/** Clips are looked for by the quarter of an hour: every offset of a time zone is a multiple of it. */
const SLOT_MS = 900_000;
const AT_ONCE = 2000;

export class KnownClips {
  readonly #slots = new Map<number, Candidate<ClipKey>[]>();
  readonly #cameras: readonly string[];
  readonly #sizeFits = learnSizeUnit([]);

  private constructor(cameras: readonly string[]) {
    this.#cameras = cameras;
  }

  /** Of the account that is shown. */
  static async of(library: Pick<Library, 'clips' | 'row' | 'wallMsOf'>): Promise<KnownClips> {
    const { columns, cameras } = library.clips();
    const known = new KnownClips([...new Set(cameras.map(({ name }) => reducedName(name)))]);
    for (const [index, plain] of columns.key.entries()) {
      if (index % AT_ONCE === 0) await setImmediate(); // main has other things to do
      const key = plain as ClipKey; // columns hold plain numbers
      const row = library.row(key);
      if (row)
        known.#add({ ...row, camera: reducedName(row.cameraName), size: row.sizeKiB, wallMs: library.wallMsOf(key) });
    }
    return known;
  }

  recognise(file: StrayFile): ReturnType<typeof recognise<ClipKey>> {
    const { momentsMs, wallMs } = file.clues;
    const moments = momentsMs.length + wallMs.length > 0 ? [...momentsMs, ...wallMs] : file.madeAtMs;
    const near = new Set(
      moments.flatMap((at) => [-1, 0, 1].flatMap((step) => this.#slots.get(slotOf(at) + step) ?? [])),
    );
    return recognise(file, [...near], this.#cameras, this.#sizeFits);
  }

  /** Under the time that it was, and the one that clocks showed. */
  #add(clip: Candidate<ClipKey>): void {
    for (const slot of new Set([slotOf(clip.recordedAtMs), slotOf(clip.wallMs)])) {
      const others = this.#slots.get(slot);
      if (others) others.push(clip);
      else this.#slots.set(slot, [clip]);
    }
  }
}

const slotOf = (atMs: number): number => Math.floor(atMs / SLOT_MS);

/** Copies by their size, for finding a file's equal without reading every file. */
export function bySize(copies: readonly Pick<Copy, 'key' | 'bytes' | 'sha256'>[]) {
  const sizes = new Map<number, Pick<Copy, 'key' | 'bytes' | 'sha256'>[]>();
  for (const copy of copies) sizes.set(copy.bytes, [...(sizes.get(copy.bytes) ?? []), copy]);
  return sizes;
}
