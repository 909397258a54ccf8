// What the selection bar says: size, how many are still on the drive and how long they would take.
import { ClipFlag, type LaneState } from '../../preload/contract.ts';
import type { ClipsMirror } from './app-model.ts';
import { isUnsaved } from './clip-table.ts';
import type { ListView } from './list-view.ts';
import type { Selection } from './selection.ts';

export interface SelectionModel {
  readonly bytes: number;
  readonly unsaved: number;
  readonly saved: number;
  /** Unsaved and not waiting to be saved already. */
  readonly toSave: number;
  /** Chosen, but the filter does not show them. */
  readonly hidden: number;
  /** Time to save them, by what each module took so far; null: nothing was measured yet. */
  readonly ms: number | null;
}

export function selectionModel(
  selection: Selection,
  { table }: Pick<ClipsMirror, 'table'>,
  view: ListView,
  lanes: readonly LaneState[],
): SelectionModel {
  const shown = new Set(view.rows);
  const pace = new Map(lanes.map((lane) => [lane.moduleId, lane.secondsPerClip]));
  let [bytes, saved, unsaved, toSave, hidden, seconds] = [0, 0, 0, 0, 0, 0];
  for (const key of selection.keys) {
    const row = table.rowOf(key);
    if (row === undefined) continue;
    const clip = table.at(row);
    bytes += clip.sizeKiB * 1024;
    if (!shown.has(row)) hidden++;
    if (clip.flags & ClipFlag.saved) saved++;
    if (!isUnsaved(clip.flags)) continue;
    unsaved++;
    if (!(clip.flags & ClipFlag.queued)) toSave++;
    const moduleId = table.cameras[clip.camera]?.moduleId;
    seconds += (moduleId !== undefined && pace.get(moduleId)) || Number.NaN;
  }
  return { bytes, saved, unsaved, toSave, hidden, ms: Number.isFinite(seconds) ? seconds * 1000 : null };
}
