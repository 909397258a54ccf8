// Played clips, kept in the profile up to a size: playing one again, or saving it, costs the module nothing.
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClipKey } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import type { CachedClip, CacheStore } from '../library/index.ts';
import { receive, type Shelf } from '../saving/index.ts';
import { fileBody, versionOf } from './file-body.ts';

export interface CacheParts {
  /** `played/` in it is used: `cache/` is Chromium's where names have no case. */
  readonly profile: string;
  readonly store: CacheStore;
  readonly maxBytes: number;
  readonly clock: Clock;
}

/** When a clip was last used is written down no more often than this: it is read at each seek. */
const notedEveryMs = 60_000;

export class ClipCache implements Shelf {
  readonly #folder: string;
  readonly #store: CacheStore;
  readonly #maxBytes: number;
  readonly #clock: Clock;
  readonly #clips = new Map<ClipKey, CachedClip>();

  private constructor({ profile, store, maxBytes, clock }: CacheParts) {
    this.#folder = join(profile, 'played');
    this.#store = store;
    this.#maxBytes = maxBytes;
    this.#clock = clock;
  }

  /** Index and folder are made one: files without a row, partial ones, and rows without their file go. */
  static async open(parts: CacheParts): Promise<ClipCache> {
    const cache = new ClipCache(parts);
    await mkdir(cache.#folder, { recursive: true, mode: 0o700 });
    for (const clip of await parts.store.load()) {
      if (await cache.#stands(clip)) cache.#clips.set(clip.key, clip);
      else await cache.#forget(clip.key);
    }
    const known = new Set([...cache.#clips.keys()].map(fileName));
    const strays = (await readdir(cache.#folder)).filter((name) => !known.has(name));
    await Promise.all(strays.map((name) => rm(join(cache.#folder, name), { recursive: true, force: true })));
    await cache.#makeRoom();
    return cache;
  }

  /** What is cached of this clip, and in which file; null: nothing. Counts as a use of it. */
  async find(key: ClipKey): Promise<(CachedClip & { readonly file: string }) | null> {
    const clip = this.#clips.get(key);
    if (!clip) return null;
    if (!(await this.#stands(clip))) {
      await this.#forget(key);
      return null;
    }
    const usedAtMs = this.#clock.now();
    if (usedAtMs - clip.usedAtMs >= this.#clock.span(notedEveryMs)) await this.#note({ ...clip, usedAtMs });
    return { ...clip, file: this.#file(key) };
  }

  /** Receives a clip that was asked for to be played. Whatever is not `arrived` leaves nothing behind. */
  readonly put: Shelf['put'] = async (key, incoming, pair) => {
    const now = this.#clock.now();
    const receipt = await receive(incoming, join(this.#folder, `${randomUUID()}.partial`), now, this.#clock);
    if (receipt.kind !== 'arrived') return receipt;
    const { arrival } = receipt;
    const file = this.#file(key);
    await rename(arrival.file, file);
    await this.#note({ key, bytes: arrival.bytes, sha256: arrival.sha256, pair, usedAtMs: now });
    await this.#makeRoom();
    return { kind: 'arrived', arrival: { ...arrival, file } };
  };

  /** The clip once more, as if it came from the cloud. */
  readonly take: Shelf['take'] = async (key) => {
    const clip = await this.find(key);
    const version = clip && (await versionOf(clip.file));
    if (!version) return null;
    return { incoming: { body: fileBody(version, 0, version.size - 1), length: clip.bytes }, pair: clip.pair };
  };

  async #note(clip: CachedClip): Promise<void> {
    this.#clips.delete(clip.key); // so that it is the last one also among those used at the same time
    this.#clips.set(clip.key, clip);
    await this.#store.put(clip);
  }

  /** The clip used longest ago goes first; the last one stays, however large it is. */
  async #makeRoom(): Promise<void> {
    const oldestFirst = [...this.#clips.values()].sort((a, b) => a.usedAtMs - b.usedAtMs);
    let bytes = oldestFirst.reduce((sum, clip) => sum + clip.bytes, 0);
    for (const clip of oldestFirst.slice(0, -1)) {
      if (bytes <= this.#maxBytes) return;
      await this.#forget(clip.key);
      bytes -= clip.bytes;
    }
  }

  /** False also where somebody emptied the folder. */
  async #stands(clip: CachedClip): Promise<boolean> {
    const found = await stat(this.#file(clip.key)).catch(() => null);
    return found?.size === clip.bytes;
  }

  async #forget(key: ClipKey): Promise<void> {
    this.#clips.delete(key);
    await this.#store.remove(key);
    await rm(this.#file(key), { force: true });
  }

  #file(key: ClipKey): string {
    return join(this.#folder, fileName(key));
  }
}

const fileName = (key: ClipKey) => `${key}.mp4`;
