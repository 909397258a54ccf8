// Keeps the store equal to what main publishes: the small state and all clips.
import type { AppState, Clips, ClipsPatch, StatePatch, StateSnapshot } from '../../preload/contract.ts';
import type { Effects, GetModel, SetModel } from './app-model.ts';
import { attempt } from './attempt.ts';
import { type ClipOrder, emptyOrder, orderClips } from './clip-order.ts';
import { ClipTable } from './clip-table.ts';
import { listView } from './list-view.ts';
import { NumberedStream } from './numbered-stream.ts';
import { emptySelection } from './selection.ts';

export interface Mirror {
  /** Works out the view again, after the filter changed. */
  readonly refilter: () => void;
  readonly close: () => void;
}

export function mirror({ bridge }: Effects, set: SetModel, get: GetModel): Mirror {
  let order: ClipOrder = emptyOrder;

  const viewOf = (table: ClipTable) => {
    const { filter, clips, state } = get();
    return listView(table, order, filter, clips.time, state?.settings.leftOutCameras);
  };
  const refilter = () => set({ view: viewOf(get().clips.table) });

  const publish = (table: ClipTable, revision: number, known: boolean) => {
    const { clips } = get();
    set({ clips: { ...clips, table, order, revision, known, counts: table.counts() }, view: viewOf(table) });
  };

  const learnZones = (table: ClipTable, state: AppState | null) =>
    get().clips.time.learn(table.cameras, state?.systems ?? []);

  const takeState = (state: AppState) => {
    const leftOutBefore = get().state?.settings.leftOutCameras ?? [];
    set({ state });
    const { clips } = get();
    if (learnZones(clips.table, state)) {
      order = orderClips(clips.table, clips.time);
      publish(clips.table, clips.revision, clips.known);
    } else if (!areSame(leftOutBefore, state.settings.leftOutCameras)) refilter(); // else the view would be the same
  };

  const small = new NumberedStream<StateSnapshot, StatePatch>({
    ask: async () => (await attempt(set, bridge.getState()))?.value ?? null,
    numberOf: (message) => message.seq,
    start: (snapshot) => takeState(snapshot.state),
    apply({ changes }) {
      const { state } = get();
      if (!state) return;
      if (changes.systems || changes.settings) takeState({ ...state, ...changes });
      else set({ state: { ...state, ...changes } });
    },
  });

  const large = new NumberedStream<Clips, ClipsPatch>({
    ask: async () => (await attempt(set, bridge.getClips()))?.value ?? null,
    numberOf: (message) => message.revision,
    start(clips) {
      const table = new ClipTable(clips);
      learnZones(table, get().state);
      order = orderClips(table, get().clips.time);
      const { selection } = get();
      if (selection.current !== null && table.rowOf(selection.current) === undefined) {
        set({ selection: emptySelection, playback: { kind: 'still', key: null }, facts: null });
      }
      publish(table, clips.revision, true);
    },
    apply(patch) {
      const { table, time } = get().clips;
      const reordered = table.apply(patch);
      if (patch.cameras) learnZones(table, get().state);
      if (reordered) order = orderClips(table, time);
      publish(table, patch.revision, true);
    },
  });

  const leave = [
    bridge.on('statePatch', (patch) => small.receive(patch)),
    bridge.on('clipsPatch', (patch) => large.receive(patch)),
    bridge.on('clipsReset', () => {
      set({ clips: { ...get().clips, known: false } }); // what is shown is another account's
      void large.restart();
    }),
    bridge.on('openSettings', () => get().open('settings')),
  ];
  void small.restart();
  void large.restart();

  return {
    refilter,
    close() {
      for (const off of leave) off();
    },
  };
}

const areSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one, at) => one === others[at]);
