// A library of a test's own: the real worker and a real index in a folder that goes when the test is over.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Library, type MergeReport, openLibrary } from '../../../main/library/index.ts';
import type { ClipKey, ModuleId } from '../../../preload/contract.ts';
import { indexWorker } from '../../index-worker.ts';
import { type VirtualClock, virtualClock } from '../../virtual-clock.ts';

// Blink's own numbers in a made-up home.
export const account = 246810;
export const moduleId = 62002 as ModuleId;

/** A row of a manifest; what is not said is as in most rows. */
export interface Row {
  readonly id?: unknown;
  readonly size?: unknown;
  readonly camera_name?: unknown;
  readonly created_at?: unknown;
}

export const row = (id: number, changes: Row = {}): Row => ({
  id: String(3_050_607_000 + id),
  size: String(400 + id),
  camera_name: 'Frontgate',
  created_at: `2026-02-03T18:${String(id % 60).padStart(2, '0')}:31+00:00`,
  ...changes,
});

export const manifest = (manifestId: string, rows: readonly unknown[]): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ version: '1.0', manifest_id: manifestId, clips: rows }));

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cliptray library '));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface Room {
  readonly library: Library;
  readonly clock: VirtualClock;
  readonly logged: readonly string[];
  readonly setAside: string | null;
  /** Merges a list read now, and fails the test where that is refused. */
  readonly list: (manifestId: string, rows: readonly unknown[], believe?: boolean) => Promise<MergeReport>;
}

/** Opens the library in `profile` and uses the account; ends with the test at the latest. */
export async function openRoom(profile: string, clock = virtualClock()): Promise<Room> {
  const logged: string[] = [];
  const opened = await openLibrary({
    profile,
    clock,
    worker: indexWorker(),
    log: { warn: (line) => void logged.push(line) },
  });
  if (!opened.ok) throw new Error(`${opened.problem.kind}: ${opened.problem.details}`);
  const { library, setAside } = opened.value;
  onTestFinished(() => library.close());
  await library.useAccount(account);
  return {
    library,
    clock,
    logged,
    setAside,
    async list(manifestId, rows, believe = false) {
      const merged = await library.merge(
        moduleId,
        { bytes: manifest(manifestId, rows), readAtMs: clock.now() },
        believe,
      );
      if (!merged.ok) throw new Error(`${merged.problem.kind}: ${merged.problem.details}`);
      return merged.value;
    },
  };
}

export const keys = (library: Library): readonly ClipKey[] =>
  // The column holds what the index counted as ClipKey.
  [...library.clips().columns.key].map((key) => key as ClipKey);

/** The only clip recorded at this minute of the rows' hour. */
export function keyAt(library: Library, minute: number): ClipKey {
  const at = Date.UTC(2026, 1, 3, 18, minute, 31);
  const found = keys(library).filter((key) => library.row(key)?.recordedAtMs === at);
  const [key] = found;
  if (key === undefined || found.length > 1) throw new Error(`${found.length} clips at minute ${minute}`);
  return key;
}

/** Lets time pass, so that what is saved or read from now on is later. */
export const pass = (clock: VirtualClock, ms = 1000): Promise<void> => clock.run(clock.sleep(ms));

/** Saves a clip as saving does: asked for, sealed, standing; 1024 bytes a KiB of its size unless said otherwise. */
export async function save({ library, clock }: Room, key: ClipKey, bytes?: number): Promise<string> {
  const answer = await library.pairOf(key);
  const size = library.row(key)?.sizeKiB ?? 0;
  if (answer.kind !== 'pair') throw new Error(`clip ${key} is ${answer.kind}`);
  await library.queue.addJob({ kind: 'selection' }, [key], folder, clock.now());
  const { manifestId, clipId } = answer.pair;
  const { path } = await library.queue.seal({
    key,
    folderId: folder,
    path: library.wantedName(key, null),
    taken: [],
    bytes: bytes ?? size * 1024,
    sha256: key.toString(16).padStart(64, '0'),
    lengthMs: null,
    pair: { manifestId, clipId },
  });
  await library.queue.saved(key, folder, clock.now());
  await pass(clock);
  return path;
}

/** Id of the folder that clips are saved to. */
export const folder = 'f0c1a5e2';
