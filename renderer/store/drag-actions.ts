// Clips on their way out of the window: dragged, or copied as a file.
import type { AppModel, Effects, GetModel, SetModel } from './app-model.ts';
import { attempt } from './attempt.ts';
import { fileNameOf } from './file-name.ts';

type DragActions = Pick<AppModel, 'readyToDrag' | 'drag' | 'copyFile'>;

/** More than these are not fetched for one drag: saving them is the better way. */
export const mostFetchedToDrag = 20;

export function dragActions({ bridge }: Effects, set: SetModel, get: GetModel): DragActions {
  return {
    async readyToDrag(keys, onMissing) {
      const offer = async () => (await attempt(set, bridge.offerClips({ keys })))?.value.missing ?? null;
      const missing = await offer();
      if (missing === null || missing.length === 0) return missing !== null;
      onMissing(missing.length);
      if (missing.length > mostFetchedToDrag) return false;
      const prepared = await Promise.all(missing.map((key) => bridge.prepareClip({ key })));
      for (const result of prepared) if (!result.ok) set({ commandProblem: result.problem });
      if (prepared.some(({ ok }) => !ok)) return false;
      return (await offer())?.length === 0;
    },

    drag: (picture) => void attempt(set, bridge.dragClips({ picture })),

    async copyFile(key) {
      if (!(await attempt(set, bridge.prepareClip({ key })))) return;
      if (!(await attempt(set, bridge.copyClip({ key })))) return;
      const facts = await attempt(set, bridge.getClipFacts({ key }));
      if (facts) get().toast({ kind: 'copied', fileName: fileNameOf(facts.value.fileName) });
    },
  };
}
