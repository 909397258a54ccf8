// What the tour saves: one camera's clips of a whole day, which no new clip is added to.
import type { TruthRow } from '../blink-cloud/index.ts';
import { type SimulatedHome, truthOf } from './simulated-home.ts';

export interface Wanted {
  readonly camera: string;
  /** 2026-11-22, by the home's own clocks. */
  readonly day: string;
  /** Newest first. */
  readonly clips: readonly TruthRow[];
}

/** The camera that recorded most on the last day that is over. */
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
  const [camera, clips] = [...byCamera].reduce((most, next) => (next[1].length > most[1].length ? next : most));
  return { camera, day, clips };
}

/** The same and all that this camera recorded since: the command line knows no days. */
export function sinceThen({ cloud }: SimulatedHome, { camera, day, clips }: Wanted): Wanted {
  const first = clips.at(-1);
  const isWanted = (row: TruthRow) => row.camera === camera && row.created_at >= (first?.created_at ?? '');
  return { camera, day, clips: truthOf(cloud).filter(isWanted) };
}
