// The day of one clip: when each camera recorded.
import type { ClipsMirror } from './app-model.ts';
import type { Clip } from './clip-table.ts';

const dayS = 86_400;
/** A day is this many slots long: a line in each that has clips is as fine as one can see. */
export const slotsOfDay = 288;

export interface DayLane {
  readonly name: string;
  /** Slots with clips, from 0. */
  readonly slots: readonly number[];
  /** That of the clip itself; null: another camera's lane. */
  readonly own: number | null;
}

export interface DayLanes {
  /** Days since 1970 at the camera. */
  readonly day: number;
  /** Clips of all cameras. */
  readonly total: number;
  /** By the cameras' names. */
  readonly lanes: readonly DayLane[];
}

export function dayLanes({ table, order, time }: Omit<ClipsMirror, 'counts'>, clip: Clip): DayLanes {
  const { camera, recordedAtS } = table.columns;
  const wallS = (index: number, unixS: number) => time.wallS(index, unixS);
  const slotOf = (index: number, unixS: number) => Math.floor(((wallS(index, unixS) % dayS) / dayS) * slotsOfDay);
  const day = Math.floor(wallS(clip.camera, clip.recordedAtS) / dayS);
  const slots = new Map<number, Set<number>>();
  let total = 0;
  for (let at = firstOfDay(order.days, day); order.days[at] === day; at++) {
    const row = order.rows[at] ?? 0;
    const index = camera[row] ?? 0;
    const ofCamera = slots.get(index) ?? new Set();
    slots.set(index, ofCamera.add(slotOf(index, recordedAtS[row] ?? 0)));
    total++;
  }
  const lanes = [...slots]
    .map(([index, ofCamera]) => ({
      name: table.cameras[index]?.name ?? '',
      slots: [...ofCamera].sort((a, b) => a - b),
      own: index === clip.camera ? slotOf(index, clip.recordedAtS) : null,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return { day, total, lanes };
}

/** Days fall along the order. */
function firstOfDay(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) > day) low = middle + 1;
    else high = middle;
  }
  return low;
}
