// Which clip a file from elsewhere is: by what its path says and by what is in it. What fits several is not decided.
import { LENGTH_TOLERANCE_MS } from './confirm.ts';
import { namedIn, type PathClues } from './file-clues.ts';
import type { SizeFits } from './size-unit.ts';

/** A clip that a file may be. */
export interface Candidate<Key> {
  readonly key: Key;
  /** Reduced. */
  readonly camera: string;
  /** Unix ms. */
  readonly recordedAtMs: number;
  /** What clocks at its camera showed, as if it were UTC; ms. */
  readonly wallMs: number;
  /** 0 = unknown. */
  readonly size: number;
  /** 0 = unknown. */
  readonly lengthMs: number;
}

export interface StrayFile {
  readonly clues: PathClues;
  readonly bytes: number;
  /** Null: it does not say. */
  readonly lengthMs: number | null;
  /** When it was made, by itself or by its file system; Unix ms. */
  readonly madeAtMs: readonly number[];
}

/** `name`: camera and second stand in its path, and size and length fit. `guess`: fewer of these, but no other clip fits. */
export type Recognised<Key> =
  | { readonly kind: 'clip'; readonly key: Key; readonly proof: 'name' | 'guess' }
  /** `several`: more than one clip fits. `misfit`: one of that time is known, but not of that size. `no-clip`: none is. */
  | { readonly kind: 'undecided'; readonly reason: 'several' | 'misfit' | 'no-clip' };

/** File systems of drives count in steps of two seconds; a file is made while its clip is recorded, or right after. */
const EARLIER_MS = 3000;
const LATER_MS = 70_000;

/** `near`: all clips that a moment or a wall clock's time within two minutes may mean; `cameras`: all reduced names. */
export function recognise<Key>(
  file: StrayFile,
  near: readonly Candidate<Key>[],
  cameras: readonly string[],
  sizeFits: SizeFits,
): Recognised<Key> {
  const { clues } = file;
  const named = namedIn(clues.words, cameras);
  const saysWhen = clues.momentsMs.length + clues.wallMs.length > 0;
  const ofTime = near.filter(
    (clip) =>
      (named.size === 0 || named.has(clip.camera)) && (saysWhen ? isNamedTime(clues, clip) : isMadeThen(file, clip)),
  );
  const fitting = ofTime.filter(
    (clip) =>
      sizeFits(file.bytes, clip.size) &&
      (file.lengthMs === null || clip.lengthMs === 0 || Math.abs(file.lengthMs - clip.lengthMs) <= LENGTH_TOLERANCE_MS),
  );
  const [clip] = fitting;
  if (!clip) return { kind: 'undecided', reason: ofTime.length > 0 ? 'misfit' : 'no-clip' };
  if (fitting.length > 1) return { kind: 'undecided', reason: 'several' };
  return { kind: 'clip', key: clip.key, proof: saysWhen && named.size > 0 ? 'name' : 'guess' };
}

/** To the second: by UTC, by the clocks at the camera, or beyond doubt. */
const isNamedTime = ({ momentsMs, wallMs }: PathClues, { recordedAtMs, wallMs: shown }: Candidate<unknown>): boolean =>
  momentsMs.some((at) => Math.abs(at - recordedAtMs) < 1000) ||
  wallMs.some((at) => at === recordedAtMs || at === shown);

const isMadeThen = ({ madeAtMs }: StrayFile, { recordedAtMs, lengthMs }: Candidate<unknown>): boolean =>
  madeAtMs.some((at) => at >= recordedAtMs - EARLIER_MS && at <= recordedAtMs + lengthMs + LATER_MS);
