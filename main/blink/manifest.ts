// Reads a module's list of clips from its bytes, row by row, into plain values (§4.2); runs in the library's worker.
import type { Result } from '../../preload/contract.ts';
import { failed, succeeded } from '../problem.ts';

/** One clip as its module lists it. */
export interface ManifestRow {
  /** Digits; valid only together with the manifest's id. */
  readonly clipId: string;
  /** ASCII letters and digits in the manifest, unsanitised in its newer sibling (§4.6). */
  readonly cameraName: string;
  /** Start of the recording; Unix seconds, UTC. */
  readonly recordedAtS: number;
  /** Blink's estimate, almost surely KiB; 0 = unknown. */
  readonly size: number;
  /** 0 = unknown; only the newer sibling says it. */
  readonly lengthMs: number;
}

export interface Manifest {
  readonly manifestId: string;
  readonly rows: readonly ManifestRow[];
  /** What was wrong with each row that could not be read, such as `created_at: "yesterday"`. */
  readonly odd: readonly string[];
}

const LARGEST = 0xffff_ffff;
const DIGITS = /^\d{1,20}$/;
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * Reads `{manifest_id, clips[]}` or its newer sibling `{manifest_id, media[]}`. A row without a readable id, camera or
 * date is left out and named in `odd`. Fails with `unexpected-answer` where the whole is no list of clips: a missing
 * list is never an empty one.
 */
export function readManifest(bytes: Uint8Array): Result<Manifest> {
  const answer = parsed(bytes);
  if (!isRecord(answer)) return failed('unexpected-answer', { details: 'manifest: not a JSON object' });
  const manifestId = digits(answer.manifest_id);
  if (manifestId === null) return failed('unexpected-answer', { details: 'manifest: manifest_id' });
  const list = answer.clips ?? answer.media;
  if (!Array.isArray(list)) return failed('unexpected-answer', { details: 'manifest: clips' });

  const rows: ManifestRow[] = [];
  const odd: string[] = [];
  for (const item of list) {
    const row = readRow(item);
    if (typeof row === 'string') odd.push(row);
    else rows.push(row);
  }
  return succeeded({ manifestId, rows, odd });
}

/** The row, or what is wrong with it. */
function readRow(item: unknown): ManifestRow | string {
  if (!isRecord(item)) return `row: ${shown(item)}`;
  const clipId = digits(item.id);
  if (clipId === null) return `id: ${shown(item.id)}`;
  const cameraName = item.camera_name ?? item.device_name;
  if (typeof cameraName !== 'string') return `camera_name: ${shown(cameraName)}`;
  const recordedAtS = seconds(item.created_at);
  if (recordedAtS === null) return `created_at: ${shown(item.created_at)}`;
  return { clipId, cameraName, recordedAtS, size: amount(item.size), lengthMs: amount(item.clip_length_ms) };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function digits(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && DIGITS.test(text) ? text : null;
}

function seconds(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  const date = DATE.exec(value);
  if (!date) return null;
  // Without a zone JavaScript would read local time; the manifest's is UTC.
  const at = Math.floor(Date.parse(date[1] ? value : `${value}Z`) / 1000);
  return at >= 0 && at <= LARGEST ? at : null;
}

function amount(value: unknown): number {
  const text = digits(value);
  const count = text === null ? 0 : Number(text);
  return count <= LARGEST ? count : 0;
}

const shown = (value: unknown): string => (JSON.stringify(value) ?? 'missing').slice(0, 60);
