// Taking clips from a carried drive.
import type { AppModel, Effects, SetModel } from './app-model.ts';
import { attempt } from './attempt.ts';

type ImportActions = Pick<AppModel, 'lookForDrives' | 'importClips' | 'stopImport'>;

export function importActions({ bridge }: Effects, set: SetModel): ImportActions {
  return {
    async lookForDrives() {
      const drives = await bridge.getPluggedDrives();
      if (drives.ok) set({ pluggedDrives: drives.value });
    },
    importClips: (drive) => void attempt(set, bridge.importClips({ drive })),
    stopImport: () => void attempt(set, bridge.stopImport()),
  };
}
