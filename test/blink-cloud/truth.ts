// What really was on the drives: the answer key that every client is judged by.
import { type Clip, wireTime } from './drive.ts';
import type { Home } from './home.ts';

export interface TruthRow {
  readonly network_id: number;
  readonly sync_module_id: number;
  /** Full name in force when it was recorded. */
  readonly camera: string;
  /** As in the manifest. */
  readonly camera_name: string;
  readonly created_at: string;
  /** The manifest's, KiB. */
  readonly size: number;
  readonly bytes: number;
  readonly sha256: string;
  /** When it left the drive. */
  readonly gone_at?: string;
}

export class Truth {
  readonly #networkId: number;
  readonly #changed: () => void;
  readonly #rows = new Map<Clip, TruthRow>();

  constructor(home: Home, changed: () => void = () => {}) {
    this.#networkId = home.network.id;
    this.#changed = changed;
    for (const module of home.modules) for (const clip of module.drive.clips) this.#put(module.id, clip);
  }

  rows(): readonly TruthRow[] {
    return [...this.#rows.values()];
  }

  recorded(moduleId: number, clip: Clip): TruthRow {
    const row = this.#put(moduleId, clip);
    this.#changed();
    return row;
  }

  gone(clips: Iterable<Clip>, atMs: number): void {
    for (const clip of clips) {
      const row = this.#rows.get(clip);
      if (row) this.#rows.set(clip, { ...row, gone_at: wireTime(Math.floor(atMs / 1000)) });
    }
    this.#changed();
  }

  #put(moduleId: number, clip: Clip): TruthRow {
    const row = {
      network_id: this.#networkId,
      sync_module_id: moduleId,
      camera: clip.camera,
      camera_name: clip.cameraName,
      created_at: wireTime(clip.recordedAtS),
      size: clip.sizeKib,
      bytes: clip.file.bytes,
      sha256: clip.sha256,
    };
    this.#rows.set(clip, row);
    return row;
  }
}
