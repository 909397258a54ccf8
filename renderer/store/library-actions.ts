// Filtering and choosing clips.
import type { CameraIndex, ClipKey } from '../../preload/contract.ts';
import type { AppModel, GetModel, SetModel } from './app-model.ts';
import { clearSelection, type Selection, select, selectAll, step, stepDay } from './selection.ts';

type LibraryActions = Pick<
  AppModel,
  'setFilter' | 'showCamera' | 'select' | 'step' | 'stepDay' | 'selectKeys' | 'selectAll' | 'clearSelection'
>;

interface Others {
  readonly refilter: () => void;
  readonly show: (key: ClipKey | null) => void;
}

export function libraryActions(set: SetModel, get: GetModel, { refilter, show }: Others): LibraryActions {
  const choose = (selection: Selection) => {
    const before = get().selection.current;
    set({ selection });
    if (selection.current !== before) show(selection.current);
  };

  const setFilter: AppModel['setFilter'] = (changes) => {
    set({ filter: { ...get().filter, ...changes }, page: 'library' });
    refilter();
  };

  return {
    setFilter,
    showCamera: (camera: CameraIndex | null) => setFilter({ camera }),
    select(key, mode) {
      const { selection, clips, view } = get();
      choose(select(selection, clips.table, view, key, mode));
    },
    step(steps, mode) {
      const { selection, clips, view } = get();
      choose(step(selection, clips.table, view, steps, mode));
    },
    stepDay(days) {
      const { selection, clips, view } = get();
      choose(stepDay(selection, clips.table, view, days));
    },
    selectAll() {
      const { selection, clips, view } = get();
      choose(selectAll(selection, clips.table, view));
    },
    selectKeys: (keys) => choose({ ...get().selection, keys: new Set(keys) }),
    clearSelection: () => choose(clearSelection(get().selection)),
  };
}
