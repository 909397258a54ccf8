// Which clip the pointer is on.
import type { SyntheticEvent } from 'react';
import type { ClipKey } from '../../../preload/contract.ts';
import type { AppModel } from '../../store/app-model.ts';

/** The clip whose row or card an event happened on; null: on none. */
export function clipUnder(event: SyntheticEvent, { clips }: AppModel): ClipKey | null {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-clip]') : null;
  const key = Number(row?.dataset.clip) as ClipKey; // the table knows whether it is one
  return row && clips.table.rowOf(key) !== undefined ? key : null;
}
