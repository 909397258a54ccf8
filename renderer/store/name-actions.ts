// How files are named: what a template would make of them, and renaming those that are saved already.
import type { AppModel, Effects, SetModel } from './app-model.ts';
import { attempt } from './attempt.ts';

type NameActions = Pick<AppModel, 'previewNames' | 'planRenames' | 'renameSaved' | 'stopRenaming'>;

export function nameActions({ bridge }: Effects, set: SetModel): NameActions {
  return {
    async previewNames(style) {
      const preview = await bridge.previewNames(style); // answered in the order of asking
      if (preview.ok) set({ namePreview: preview.value });
    },
    async planRenames() {
      const plan = await bridge.getRenamePlan();
      if (plan.ok) set({ renamePlan: plan.value });
    },
    renameSaved: () => void attempt(set, bridge.renameSaved()),
    stopRenaming: () => void attempt(set, bridge.stopRenaming()),
  };
}
