// All clips, newest first, each under its day at the camera: made once, then filtered cheaply.
import type { ClipTable } from './clip-table.ts';
import type { LocalTime } from './local-time.ts';

export interface ClipOrder {
  /** Rows of the table, newest day first, newest clip first within a day. */
  readonly rows: Uint32Array;
  /** Days since 1970 at the camera, for each entry of `rows`. */
  readonly days: Int32Array;
}

export const emptyOrder: ClipOrder = { rows: new Uint32Array(0), days: new Int32Array(0) };

const dayS = 86_400;
/** A clip's distance from its day's midnight in UTC: zones span less than a day to either side. */
const reach = 3 * dayS;

/**
 * One number per clip holds day, time and row, so that the engine's own numeric sort does the work.
 * Up to 130 years of clips and 600,000 rows fit into the 53 bits of a number.
 */
export function orderClips(table: ClipTable, time: LocalTime): ClipOrder {
  const total = table.length;
  const { camera, recordedAtS } = table.columns;
  const sorted = new Float64Array(total);
  for (let row = 0; row < total; row++) {
    const unixS = recordedAtS[row] ?? 0;
    const day = Math.floor(time.wallS(camera[row] ?? 0, unixS) / dayS);
    sorted[row] = (day * reach + (unixS - day * dayS + dayS)) * total + row;
  }
  sorted.sort();

  const rows = new Uint32Array(total);
  const days = new Int32Array(total);
  for (let at = 0; at < total; at++) {
    const packed = sorted[total - 1 - at] ?? 0;
    rows[at] = packed % total;
    days[at] = Math.floor(packed / total / reach);
  }
  return { rows, days };
}
