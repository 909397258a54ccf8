// Saving clips, and asking for the folder first where none is chosen.
import type { ClipKey, JobTitle } from '../../preload/contract.ts';
import type { AppModel, Effects, GetModel, SetModel } from './app-model.ts';
import { attempt } from './attempt.ts';

type SavingActions = Pick<
  AppModel,
  | 'save'
  | 'saveElsewhere'
  | 'chooseFolder'
  | 'retryFailed'
  | 'pauseSaving'
  | 'resumeSaving'
  | 'moveJob'
  | 'cancelJob'
  | 'undoCancelJob'
  | 'dismissJob'
  | 'showFolder'
  | 'confirmRemoved'
>;

export function savingActions({ bridge }: Effects, set: SetModel, get: GetModel): SavingActions {
  const askForFolder = async (keys: readonly ClipKey[], title: JobTitle) => {
    set({ dialog: 'folder', pendingSave: { keys, title, exampleName: null } });
    const [first] = keys;
    if (first === undefined) return;
    const facts = await attempt(set, bridge.getClipFacts({ key: first }));
    const { pendingSave } = get();
    if (facts && pendingSave) set({ pendingSave: { ...pendingSave, exampleName: facts.value.fileName } });
  };

  return {
    async save(keys, title) {
      if (keys.length === 0) return;
      if (get().state?.folder.kind === 'none') await askForFolder(keys, title);
      else await attempt(set, bridge.saveClips({ keys, title }));
    },

    async saveElsewhere(keys, title) {
      if (keys.length === 0) return;
      const saved = await attempt(set, bridge.saveClipsElsewhere({ keys, title }));
      if (saved?.value?.added === 0) get().toast({ kind: 'saved-there' });
    },

    async chooseFolder() {
      const chosen = await attempt(set, bridge.chooseFolder());
      if (!chosen?.value) return;
      const { pendingSave, dialog } = get();
      if (dialog === 'folder') set({ dialog: null });
      set({ pendingSave: null });
      if (pendingSave) await attempt(set, bridge.saveClips({ keys: pendingSave.keys, title: pendingSave.title }));
    },

    retryFailed: (jobId) => void attempt(set, bridge.retryFailed({ jobId })),
    pauseSaving: (jobId, length) => void attempt(set, bridge.pauseSaving({ jobId, length })),
    resumeSaving: (jobId) => void attempt(set, bridge.resumeSaving({ jobId })),
    moveJob: (jobId, before) => void attempt(set, bridge.moveJob({ jobId, before })),
    undoCancelJob: (jobId) => void attempt(set, bridge.undoCancelJob({ jobId })),
    cancelJob: (jobId) => void attempt(set, bridge.cancelJob({ jobId })),
    dismissJob: (jobId) => void attempt(set, bridge.dismissJob({ jobId })),
    confirmRemoved: () => void attempt(set, bridge.confirmRemoved()),
    showFolder: () => void attempt(set, bridge.showFolder()),
  };
}
