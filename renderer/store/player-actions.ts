// What the player can be asked for: show a clip, play it, fetch it first where it is not on disk.
import { ClipFlag, type ClipKey } from '../../preload/contract.ts';
import type { AppModel, Effects, GetModel, SetModel } from './app-model.ts';
import { attempt } from './attempt.ts';

type PlayerActions = Pick<
  AppModel,
  | 'play'
  | 'setPlaying'
  | 'setPlaysOn'
  | 'playNext'
  | 'refreshFacts'
  | 'cancelFetching'
  | 'cannotPlay'
  | 'closePlayer'
  | 'storePoster'
  | 'isHere'
  | 'showClipInFolder'
  | 'openClipInSystemPlayer'
> & {
  /** Shows the current clip: its first picture where it is on disk, else what is known of it. */
  readonly show: (key: ClipKey | null) => void;
};

export function playerActions({ bridge }: Effects, set: SetModel, get: GetModel): PlayerActions {
  const flagsOf = (key: ClipKey) => get().clips.table.clip(key)?.flags ?? 0;
  const onDisk = (key: ClipKey) => (flagsOf(key) & (ClipFlag.saved | ClipFlag.cached)) !== 0;

  const letGo = () => {
    const { playback } = get();
    if (playback.kind === 'fetching') void bridge.releaseClip({ key: playback.key });
  };

  /** Counts what was asked for, so that a late answer to an earlier wish is not taken for this one. */
  let wish = 0;

  const prepare = async (key: ClipKey, thenPlay: boolean) => {
    const mine = ++wish;
    set({ playback: { kind: 'fetching', key, thenPlay } });
    const result = await bridge.prepareClip({ key });
    const { playback } = get();
    if (mine !== wish || playback.kind !== 'fetching') return;
    const playing = playback.thenPlay;
    set({ playback: result.ok ? { kind: 'ready', key, playing } : { kind: 'failed', key, problem: result.problem } });
    if (playing) markSeen(key);
  };

  const markSeen = (key: ClipKey) => {
    if (!(flagsOf(key) & ClipFlag.seen)) void bridge.markSeen({ keys: [key], seen: true });
  };

  return {
    show(key) {
      const { playback } = get();
      if (playback.key === key && playback.kind !== 'still') return;
      letGo();
      set({ playback: { kind: 'still', key }, facts: null });
      get().refreshFacts();
      if (key !== null && onDisk(key)) void prepare(key, false);
    },

    play(key) {
      set({ playerOpen: true });
      if (get().selection.current !== key) get().select(key, 'only');
      const { playback } = get();
      if (playback.kind === 'ready' && playback.key === key) {
        set({ playback: { ...playback, playing: true } });
        markSeen(key);
      } else if (playback.kind === 'fetching' && playback.key === key) {
        set({ playback: { ...playback, thenPlay: true } });
      } else {
        void prepare(key, true);
      }
    },

    setPlaying(playing) {
      const { playback } = get();
      if (playback.kind === 'ready' && playback.playing !== playing) set({ playback: { ...playback, playing } });
    },

    setPlaysOn: (playsOn) => set({ playsOn }),

    playNext() {
      const { playsOn, selection, step } = get();
      if (!playsOn) return;
      step(1, 'only');
      const next = get().selection.current;
      if (next !== null && next !== selection.current) get().play(next);
    },

    async refreshFacts() {
      const key = get().selection.current;
      if (key === null) return;
      const facts = await attempt(set, bridge.getClipFacts({ key }));
      if (facts && get().selection.current === key) set({ facts: facts.value });
    },

    cancelFetching() {
      const { playback } = get();
      letGo();
      set({ playback: { kind: 'still', key: playback.key } });
    },

    cannotPlay() {
      const { playback } = get();
      if (playback.kind === 'ready') set({ playback: { kind: 'unplayable', key: playback.key } });
    },

    closePlayer() {
      letGo();
      set({ playerOpen: false, playback: { kind: 'still', key: get().playback.key } });
    },

    storePoster: (key, jpeg) => void bridge.storePoster({ key, jpeg }),

    async isHere(key) {
      const facts = await bridge.getClipFacts({ key });
      return facts.ok && facts.value.bytes !== null;
    },

    showClipInFolder: (key) => void attempt(set, bridge.showClipInFolder({ key })),
    openClipInSystemPlayer: (key) => void attempt(set, bridge.openClipInSystemPlayer({ key })),
  };
}
