// One sync module's USB drive: the clips on it, and the ids under which the module lists them at the moment.
import type { ClipFile, Scene } from './clip-file.ts';
import type { DriveState } from './options.ts';
import { type Random, shuffled, wholeBetween } from './random.ts';

export interface Clip {
  /** The camera's full name when it was recorded. */
  readonly camera: string;
  /** The same as the manifest spells it (protocol §4.6). */
  readonly cameraName: string;
  readonly scene: Scene;
  /** Unix seconds, UTC, by the module's own clock. */
  readonly recordedAtS: number;
  /** As the manifest says. */
  readonly sizeKib: number;
  readonly file: ClipFile;
  readonly sha256: string;
  /** When the module begins to list it; Unix ms. */
  readonly listedAtMs: number;
}

const firstClipId = 1_000_000_000;
const idStep = 13;
/** 64 GB, as sold. */
const capacityBytes = 64e9;

export class Drive {
  state: DriveState;
  manifestId = '';
  readonly #random: Random;
  #clips: readonly Clip[];
  /** Ids of `#clips`, by position. */
  #ids: readonly number[] = [];
  #byId = new Map<number, Clip>();
  #nextId = firstClipId;
  /** Deleted, and listed for a while all the same (protocol §4.8). */
  #lingering: readonly { readonly clip: Clip; readonly id: number; readonly untilMs: number }[] = [];
  #listing: { readonly clips: number; readonly bytes: Uint8Array } | null = null;

  constructor(state: DriveState, clips: readonly Clip[], random: Random) {
    this.state = state;
    this.#clips = clips;
    this.#random = random;
    this.renumber();
  }

  get readable(): boolean {
    return this.state === 'active' || this.state === 'memory_full';
  }

  get clips(): readonly Clip[] {
    return this.#clips;
  }

  /** 0–100. */
  get usedPercent(): number {
    if (this.state === 'memory_full') return 100;
    const bytes = this.#clips.reduce((sum, clip) => sum + clip.file.bytes, 0);
    return Math.min(100, Math.ceil((bytes / capacityBytes) * 100));
  }

  add(clip: Clip): void {
    this.#clips = [...this.#clips, clip];
    this.#number([...this.#ids, this.#nextId]);
    this.#nextId += idStep;
  }

  /** `listedUntilMs`: Unix ms; the module goes on listing them until then. */
  remove(gone: ReadonlySet<Clip>, listedUntilMs = 0): void {
    const numbered = this.#clips.map((clip, at) => ({ clip, id: this.#ids[at] ?? 0 }));
    const kept = numbered.filter(({ clip }) => !gone.has(clip));
    const removed = numbered.filter(({ clip }) => gone.has(clip));
    this.#lingering = [...this.#lingering, ...removed.map((row) => ({ ...row, untilMs: listedUntilMs }))];
    this.#clips = kept.map(({ clip }) => clip);
    this.#number(kept.map(({ id }) => id));
  }

  /** The module re-indexes: a new manifest id, and no clip keeps its id. */
  renumber(): void {
    this.manifestId = String(
      this.manifestId === '' ? wholeBetween(this.#random, 5000, 5999) : Number(this.manifestId) + 1,
    );
    this.#lingering = [];
    const first = this.#nextId + wholeBetween(this.#random, 1, 1_000_000);
    this.#number(this.#clips.map((_, at) => first + at * idStep));
    this.#nextId = first + this.#clips.length * idStep;
  }

  /** The same ids under the same manifest id, now meaning other clips (protocol §4.5). */
  permute(): void {
    this.#number(shuffled(this.#random, this.#ids));
  }

  /** What a pair means now; undefined: nothing any more. */
  find(manifestId: string, clipId: string): Clip | undefined {
    return manifestId === this.manifestId ? this.#byId.get(Number(clipId)) : undefined;
  }

  /** As if nothing were on the drive: seen when a module has just started (protocol §4.5). */
  blankListing(): Uint8Array {
    return listingOf(this.manifestId, []);
  }

  /** The manifest's body (protocol §4.2), in the drive's order, which is not that of time. */
  listing(atMs: number): Uint8Array {
    const real = this.#clips.map((clip, at) => ({ clip, id: this.#ids[at] ?? 0 }));
    this.#lingering = this.#lingering.filter(({ untilMs }) => untilMs > atMs);
    const listed = [...real, ...this.#lingering].filter(({ clip }) => clip.listedAtMs <= atMs);
    if (this.#listing?.clips !== listed.length) {
      const rows = listed
        .sort((one, other) =>
          one.clip.cameraName < other.clip.cameraName ? -1 : one.clip.cameraName > other.clip.cameraName ? 1 : 0,
        )
        .map(({ clip, id }) => manifestRow(clip, id));
      this.#listing = { clips: listed.length, bytes: listingOf(this.manifestId, rows) };
    }
    return this.#listing.bytes;
  }

  #number(ids: readonly number[]): void {
    this.#ids = ids;
    this.#byId = new Map(this.#clips.map((clip, at) => [ids[at] ?? 0, clip]));
    this.#listing = null;
  }
}

/** `2026-11-23T13:58:04+00:00` */
export const wireTime = (unixS: number): string => `${new Date(unixS * 1000).toISOString().slice(0, 19)}+00:00`;

/** ASCII letters and digits only; `_` survives (protocol §4.6). */
export const manifestName = (name: string): string => name.replace(/[^A-Za-z0-9_]/g, '');

const listingOf = (manifestId: string, rows: readonly string[]): Uint8Array =>
  new TextEncoder().encode(`{"version":"1.0","manifest_id":"${manifestId}","clips":[${rows.join(',')}]}`);

const manifestRow = (clip: Clip, id: number): string =>
  `{"id":"${id}","size":"${clip.sizeKib}","camera_name":"${clip.cameraName}","created_at":"${wireTime(clip.recordedAtS)}"}`;
