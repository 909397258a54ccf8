// Merges a module's manifest into the index: one transaction, then the columns, then the pairs.
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { ModuleId, Result } from '../../../preload/contract.ts';
import type { Listing } from '../../blink/index.ts';
// Not through the room's door: this runs in the worker, which needs nothing of HTTP.
import { readManifest } from '../../blink/manifest.ts';
import { failed, succeeded } from '../../problem.ts';
import type { DeletionsSettled, MergeReport } from '../index.ts';
import { assignCameras } from './assign-cameras.ts';
import type { Catalog } from './catalog.ts';
import { confirmCopies } from './confirm-copies.ts';
import type { Deletions } from './deletions.ts';
import type { Journal } from './journal.ts';
import { matchRows } from './match-rows.ts';
import type { ListedPairs, Pairs } from './pairs.ts';
import { sqliteError } from './sqlite-error.ts';
import { transaction } from './statement.ts';
import { readListedAt, writeListedAt } from './systems.ts';
import { writeMatch } from './write-match.ts';

/** Ten times the largest drive's; more is no list of clips, and would only fill the memory. */
const LARGEST_BYTES = 256 * 1024 * 1024;
/** How many odd rows the log shows of one manifest. */
const SHOWN_ODD = 5;
/** A home has two dozen; a CameraIndex has room for 65,535. */
const MOST_CAMERAS = 1000;
const NONE: ReadonlySet<number> = new Set();
const UNDECIDED: DeletionsSettled = { deleted: [], kept: [], strangers: [] };

export interface MergeTools {
  readonly database: DatabaseSync;
  readonly catalog: Catalog;
  readonly pairs: Pairs;
  readonly deletions: Deletions;
  readonly journal: Journal;
  readonly remark: (line: string) => void;
}

/** Never deletes: a clip that is no longer listed gets `gone_at`. `believe`: a list that shrank a lot is the truth. */
export function merge(tools: MergeTools, moduleId: ModuleId, listing: Listing, believe: boolean): Result<MergeReport> {
  if (listing.bytes.length > LARGEST_BYTES) {
    return failed('unexpected-answer', { details: `manifest: ${listing.bytes.length} bytes` });
  }
  try {
    return merged(tools, moduleId, listing, believe);
  } catch (error) {
    if (sqliteError(error) !== 'disk-full') throw error;
    // The tables are as before; the columns may be ahead of them.
    tools.catalog.show(tools.catalog.account);
    return failed('disk-full', { details: 'index.sqlite' });
  }
}

function merged(tools: MergeTools, moduleId: ModuleId, listing: Listing, believe: boolean): Result<MergeReport> {
  const { database, catalog, pairs } = tools;
  const digest = createHash('sha256').update(listing.bytes).digest('hex');
  const before = pairs.listed(moduleId);
  // With clips missed the same bytes say something new: they are gone now.
  if (before?.digest === digest && before.missed.size === 0) {
    const listed = { ...before, readAtMs: listing.readAtMs };
    writeListedAt(database, catalog.mine(), moduleId, listing.readAtMs);
    const settled = transaction(database, () => settle(tools, moduleId, listed, []));
    pairs.put(moduleId, listed);
    return succeeded({ kind: 'unchanged', rows: listed.keys.length, added: 0, gone: 0, skipped: 0, ...settled });
  }

  const manifest = readManifest(listing.bytes);
  if (!manifest.ok) return manifest;
  const { rows, odd } = manifest.value;
  if (odd.length > 0) tools.remark(oddRows(moduleId, odd));
  const cameraCount = new Set(rows.map(({ cameraName }) => cameraName)).size;
  if (cameraCount > MOST_CAMERAS) return failed('unexpected-answer', { details: `manifest: ${cameraCount} cameras` });
  const counts = { rows: rows.length, skipped: odd.length };
  if (!believe && (rows.length + odd.length) * 2 < countOnDrive(catalog, moduleId)) {
    return succeeded({
      kind: 'shrunk',
      ...counts,
      added: 0,
      gone: 0,
      confirmed: [],
      doubtful: [],
      deletions: UNDECIDED,
    });
  }

  const result = transaction(database, () => {
    const cameras = assignCameras(database, catalog, moduleId, rows);
    const match = matchRows(database, catalog, moduleId, manifest.value, cameras);
    const suspects = odd.length > 0 ? (before?.missed ?? NONE) : null;
    const isFirst = !readListedAt(database, catalog.account).has(moduleId);
    const written = writeMatch(database, catalog, rows, match, suspects, listing.readAtMs, isFirst);
    const listed = {
      ...written.pairs,
      manifestId: manifest.value.manifestId,
      digest,
      unsure: match.unsure,
      readAtMs: listing.readAtMs,
    };
    writeListedAt(database, catalog.mine(), moduleId, listing.readAtMs);
    tools.journal.note(written.back, listing.readAtMs, { kind: 'back-on-drive' });
    return { written, listed, settled: settle(tools, moduleId, listed, written.gone) };
  });
  pairs.put(moduleId, result.listed);
  const { added, gone } = result.written;
  return succeeded({ kind: 'merged', ...counts, added, gone: gone.length, ...result.settled });
}

function settle(tools: MergeTools, moduleId: ModuleId, listed: ListedPairs, gone: readonly number[]) {
  const { confirmed, doubtful } = confirmCopies(tools.database, tools.catalog, moduleId, listed);
  for (const changed of [confirmed, doubtful, listed.unsure]) tools.catalog.refresh(changed);
  tools.journal.note(confirmed, listed.readAtMs, { kind: 'confirmed' });
  tools.journal.trim();
  return { confirmed, doubtful, deletions: tools.deletions.settle(moduleId, listed, gone) };
}

const countOnDrive = (catalog: Catalog, moduleId: ModuleId): number =>
  catalog.placesOf(moduleId).filter((place) => catalog.isOnDrive(place)).length;

const oddRows = (moduleId: ModuleId, odd: readonly string[]): string =>
  `manifest of module ${moduleId}: ${odd.length} rows left out (${odd.slice(0, SHOWN_ODD).join('; ')})`;
