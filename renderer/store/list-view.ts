// What the list shows: the clips that pass the filter, in order, and the days they fall into.
import { type CameraIndex, ClipFlag, type ClipKey, type Place } from '../../preload/contract.ts';
import { placeOf } from '../messages/place.ts';
import { type ClipLength, lengthsOf } from './clip-length.ts';
import type { ClipOrder } from './clip-order.ts';
import { type ClipTable, isUnsaved } from './clip-table.ts';
import { holdsWords } from './fold.ts';
import type { LocalTime } from './local-time.ts';
import { isInHours, type Search } from './search.ts';
import type { DayRange } from './search-days.ts';

export interface Filter {
  /** As the marks say it; `unsaved`: wherever it can still be had. */
  readonly place: Place | 'unsaved' | null;
  readonly length: ClipLength | null;
  readonly starredOnly: boolean;
  readonly camera: CameraIndex | null;
  readonly days: DayRange | null;
  readonly search: Search | null;
}

export const noFilter: Filter = {
  place: null,
  length: null,
  starredOnly: false,
  camera: null,
  days: null,
  search: null,
};

/** A run of `rows` that were recorded on one day. */
export interface Day {
  /** Days since 1970 at the camera. */
  readonly day: number;
  readonly start: number;
  readonly total: number;
  /** On the drive and not saved; those already waiting to be saved are among them. */
  readonly unsaved: number;
  readonly queued: number;
  /** Unsaved ones that wait for nothing, of cameras that *Save all* leaves out. */
  readonly leftOut: number;
  readonly saved: number;
  readonly fresh: number;
}

export interface ListView {
  /** Rows of the table. */
  readonly rows: Uint32Array;
  readonly days: readonly Day[];
  readonly unsaved: number;
  readonly leftOut: number;
  readonly fresh: number;
  /** By camera index: *Save all* leaves its clips out. */
  readonly leavesOut: readonly boolean[];
}

export const emptyView: ListView = {
  rows: new Uint32Array(0),
  days: [],
  unsaved: 0,
  leftOut: 0,
  fresh: 0,
  leavesOut: [],
};

/** How many clips *Save all* would add. */
export const toBeSaved = ({ unsaved, queued, leftOut }: Pick<Day, 'unsaved' | 'queued' | 'leftOut'>): number =>
  unsaved - queued - leftOut;

/** Whether a clip of the table, recorded on this day, is shown. */
export function passes(table: ClipTable, filter: Filter, time: LocalTime): (row: number, day: number) => boolean {
  const { camera, flags, lengthMs, recordedAtS } = table.columns;
  const { search, place, starredOnly } = filter;
  const shownCameras = table.cameras.map(
    ({ name }, index) =>
      (filter.camera === null || filter.camera === index) && (search === null || holdsWords(name, search.words)),
  );
  const { from, to } = bothOf(filter.days, search?.days ?? null);
  const hours = search?.hours ?? null;
  const lengths = filter.length === null ? null : lengthsOf[filter.length];
  return (row, day) => {
    const flag = flags[row] ?? 0;
    if (place === 'unsaved' ? !isUnsaved(flag) : place !== null && placeOf(flag) !== place) return false;
    if (starredOnly && !(flag & ClipFlag.starred)) return false;
    const ms = lengthMs[row] ?? 0;
    if (lengths && (ms < lengths.fromMs || ms >= lengths.untilMs)) return false;
    const index = camera[row] ?? 0;
    if (day < from || day > to || !shownCameras[index]) return false;
    return hours === null || isInHours(Math.floor(time.wallS(index, recordedAtS[row] ?? 0) / 3600) % 24, hours);
  };
}

/** `leftOut`: names of cameras that *Save all* leaves out; one that is filtered by was picked, and is not. */
export function listView(
  table: ClipTable,
  order: ClipOrder,
  filter: Filter,
  time: LocalTime,
  leftOut: readonly string[] = [],
): ListView {
  const { flags, camera } = table.columns;
  const leavesOut = table.cameras.map(({ name }, index) => filter.camera !== index && leftOut.includes(name));
  const shows = passes(table, filter, time);
  const rows = new Uint32Array(order.rows.length);
  const days: { -readonly [Name in keyof Day]: Day[Name] }[] = [];
  let shown = 0;
  let current = days[0];
  for (let at = 0; at < order.rows.length; at++) {
    const row = order.rows[at] ?? 0;
    const day = order.days[at] ?? 0;
    if (!shows(row, day)) continue;
    const flag = flags[row] ?? 0;
    const unsaved = isUnsaved(flag);
    if (current?.day !== day) {
      current = { day, start: shown, total: 0, unsaved: 0, queued: 0, leftOut: 0, saved: 0, fresh: 0 };
      days.push(current);
    }
    rows[shown++] = row;
    current.total++;
    if (unsaved) current.unsaved++;
    if (unsaved && flag & ClipFlag.queued) current.queued++;
    else if (unsaved && leavesOut[camera[row] ?? 0]) current.leftOut++;
    if (flag & ClipFlag.saved) current.saved++;
    if (isFresh(flag)) current.fresh++;
  }
  return {
    rows: rows.subarray(0, shown),
    days,
    unsaved: days.reduce((sum, day) => sum + day.unsaved, 0),
    leftOut: days.reduce((sum, day) => sum + day.leftOut, 0),
    fresh: days.reduce((sum, day) => sum + day.fresh, 0),
    leavesOut,
  };
}

/** The days that lie in both. */
const bothOf = (one: DayRange | null, other: DayRange | null): DayRange => ({
  from: Math.max(one?.from ?? Number.NEGATIVE_INFINITY, other?.from ?? Number.NEGATIVE_INFINITY),
  to: Math.min(one?.to ?? Number.POSITIVE_INFINITY, other?.to ?? Number.POSITIVE_INFINITY),
});

/** New, as in a mail client: nobody has looked at it yet. */
export const isFresh = (flags: number) => (flags & (ClipFlag.seen | ClipFlag.onDrive)) === ClipFlag.onDrive;

export function keyAt(table: ClipTable, view: ListView, index: number): ClipKey | null {
  const row = view.rows[index];
  return row === undefined ? null : table.at(row).key;
}

/** Where a clip stands in the list; -1: the filter hides it. */
export function indexOf(table: ClipTable, view: ListView, key: ClipKey | null): number {
  const row = key === null ? undefined : table.rowOf(key);
  return row === undefined ? -1 : view.rows.indexOf(row);
}

/** Keys of the unsaved, not yet waiting clips in a part of the list, but for cameras that are left out. */
export function unsavedKeys(table: ClipTable, view: ListView, start = 0, end = view.rows.length): ClipKey[] {
  const keys: ClipKey[] = [];
  for (let index = start; index < end; index++) {
    const clip = table.at(view.rows[index] ?? 0);
    if (view.leavesOut[clip.camera]) continue;
    if (isUnsaved(clip.flags) && !(clip.flags & ClipFlag.queued)) keys.push(clip.key);
  }
  return keys;
}
