// Going through the first run, and its end.
import type { AppModel, Effects, GetModel, SetModel } from './app-model.ts';
import { attempt } from './attempt.ts';

type FirstRunActions = Pick<AppModel, 'goToStep' | 'nameNewest' | 'finishFirstRun' | 'openSavedOnly'>;

export function firstRunActions({ bridge }: Effects, set: SetModel, get: GetModel): FirstRunActions {
  const end = () => attempt(set, bridge.endFirstRun());
  return {
    goToStep(firstRunStep) {
      // Whoever goes back to the start has given up the page that waits.
      if (firstRunStep === 'welcome' && get().state?.session.kind === 'signing-in') void bridge.cancelSignIn();
      set({ firstRunStep, commandProblem: null });
    },

    async nameNewest() {
      const { clips, view } = get();
      const row = view.rows[0];
      const key = row === undefined ? undefined : clips.table.at(row).key;
      if (key === undefined) return set({ newestName: null });
      const facts = await bridge.getClipFacts({ key });
      if (facts.ok) set({ newestName: facts.value.fileName });
    },

    async finishFirstRun(withFolder) {
      const folder = get().state?.folder.kind;
      if (withFolder && folder === 'none' && !(await attempt(set, bridge.takeSuggestedFolder()))) return;
      await end();
    },

    async openSavedOnly() {
      set({ savedOnly: true, signInAsked: false });
      if (get().state?.firstRun) await end();
    },
  };
}
