// What the tour saves: one camera's clips of a whole day, which no new clip is added to.
import type { TruthRow } from '../blink-cloud/index.ts';
import { truthOf } from '../electron/stories.ts';
import type { SimulatedHome } from './simulated-home.ts';

export interface Wanted {
  readonly camera: string;
  /** 2026-11-22, by the clocks of this zone. */
  readonly day: string;
  /** The home's own. */
  readonly timeZone: string;
  /** Newest first. */
  readonly clips: readonly TruthRow[];
}

/** The camera that recorded least on the last day that is over: some fifty clips. */
export function lastWholeDay({ cloud, timeZone }: SimulatedHome): Wanted {
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const dayOf = (row: TruthRow) => calendar.format(Date.parse(row.created_at));
  const truth = truthOf(cloud);
  const [, day] = new Set(truth.map(dayOf));
  if (day === undefined) throw new Error('the simulated home recorded on one day only');
  const byCamera = Map.groupBy(
    truth.filter((row) => dayOf(row) === day),
    (row) => row.camera,
  );
  const [camera, clips] = [...byCamera].reduce((least, next) => (next[1].length < least[1].length ? next : least));
  return { camera, day, timeZone, clips };
}

/** The same and all that this camera recorded since: the command line knows no days. */
export function sinceThen({ cloud }: SimulatedHome, lastDay: Wanted): Wanted {
  const first = lastDay.clips.at(-1)?.created_at ?? '';
  const clips = truthOf(cloud).filter((row) => row.camera === lastDay.camera && row.created_at >= first);
  return { ...lastDay, clips };
}
