// Deleting clips from the drive, and telling what happened to one.
import type { AppModel, Effects, GetModel, SetModel } from './app-model.ts';
import { attempt } from './attempt.ts';

type DeletionActions = Pick<
  AppModel,
  'askToDelete' | 'deleteFromDrive' | 'stopDeleting' | 'dismissDeletion' | 'explain'
>;

export function deletionActions({ bridge }: Effects, set: SetModel, get: GetModel): DeletionActions {
  return {
    async askToDelete(keys) {
      if (keys.length === 0) return;
      set({ dialog: 'delete', pendingDeletion: { keys, outlook: null } });
      if (!get().state?.settings.deleteFromDrive) return;
      const outlook = await attempt(set, bridge.lookAtDeletion({ keys }));
      // Closed meanwhile, or asked for other clips.
      if (get().dialog !== 'delete' || get().pendingDeletion?.keys !== keys) return;
      set(outlook ? { pendingDeletion: { keys, outlook: outlook.value } } : { dialog: null });
    },
    deleteFromDrive() {
      const keys = get().pendingDeletion?.outlook?.deletable ?? [];
      set({ dialog: null, pendingDeletion: null });
      if (keys.length > 0) void attempt(set, bridge.deleteFromDrive({ keys }));
    },
    stopDeleting: () => void attempt(set, bridge.stopDeleting()),
    dismissDeletion: () => void attempt(set, bridge.dismissDeletion()),
    async explain(key) {
      const told = await attempt(set, bridge.explainClip({ key }));
      if (told) set({ dialog: 'story', story: { key, told: told.value } });
    },
  };
}
