// What sidebar and rail both need: the systems, the counts, the filter and the ways to change it.
import { useMemo } from 'react';
import type { AppState, CameraIndex } from '../../../preload/contract.ts';
import { useApp } from '../../store/context.tsx';
import { type Filter, noFilter } from '../../store/list-view.ts';
import { queuePart } from '../../store/queue-model.ts';
import { sidebarModel } from '../../store/sidebar-model.ts';

export function useSidebar() {
  const systems = useApp((model) => model.state?.systems);
  const lanes = useApp((model) => model.state?.lanes);
  const clips = useApp((model) => model.clips);
  const camera = useApp((model) => model.filter.camera);
  const view = useApp((model) => viewOf(model.filter));
  const page = useApp((model) => model.page);
  const goTo = useApp((model) => model.goTo);
  const part = useApp((model) => model.state && queuePart(model.state));
  const setFilter = useApp((model) => model.setFilter);
  return {
    systems: useMemo(
      () => sidebarModel({ systems: systems ?? [], lanes: lanes ?? [] }, clips.table.cameras, clips.counts),
      [systems, lanes, clips],
    ),
    counts: clips.counts,
    camera,
    showAll: () => setFilter(noFilter),
    /** Which of the views of all cameras is shown; null: none of them. */
    shown: page === 'queue' || camera !== null ? null : view,
    showUnsaved: () => setFilter({ ...noFilter, place: 'unsaved' }),
    showOnlyHere: () => setFilter({ ...noFilter, place: 'only-here' }),
    showStarred: () => setFilter({ ...noFilter, starredOnly: true }),
    inQueue: page === 'queue',
    /** 0–1; null: nothing is being saved. */
    queuePart: part,
    showQueue: () => goTo('queue'),
    showCamera: (camera: CameraIndex) => setFilter({ camera }),
  };
}

/** Filters of other parts stay within a view. */
function viewOf({ starredOnly, place }: Filter): 'all' | 'starred' | 'unsaved' | 'only-here' | null {
  if (starredOnly) return 'starred';
  if (place === null) return 'all';
  return place === 'unsaved' || place === 'only-here' ? place : null;
}

/** When a module's list was last read, Unix ms; null: not yet. */
export function lastChecked(state: AppState | null): number | null {
  let last: number | null = null;
  for (const system of state?.systems ?? []) {
    for (const { listedAtMs } of system.modules) if (listedAtMs !== null && listedAtMs > (last ?? 0)) last = listedAtMs;
  }
  return last;
}
