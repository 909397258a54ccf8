// The window's one store: mirrors main, holds the state of the view, and alone talks to the bridge.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ProblemAction } from '../messages/index.ts';
import type { AppModel, Effects } from './app-model.ts';
import { attempt } from './attempt.ts';
import { emptyOrder } from './clip-order.ts';
import { ClipTable } from './clip-table.ts';
import { deletionActions } from './deletion-actions.ts';
import { dragActions } from './drag-actions.ts';
import { firstRunActions } from './first-run-actions.ts';
import { importActions } from './import-actions.ts';
import { libraryActions } from './library-actions.ts';
import { emptyView, noFilter } from './list-view.ts';
import { LocalTime } from './local-time.ts';
import { markActions } from './mark-actions.ts';
import { type Mirror, mirror } from './mirror.ts';
import { nameActions } from './name-actions.ts';
import { playerActions } from './player-actions.ts';
import { savingActions } from './saving-actions.ts';
import { emptySelection } from './selection.ts';
import { toastActions } from './toast-actions.ts';

export interface AppStore extends StoreApi<AppModel> {
  /** Stops listening to main. */
  readonly close: () => void;
}

/** After a sign-in the first run, where it is shown, goes on. */
const signedIn = { signInAsked: false, firstRunStep: 'drives' } as const;

export function createAppStore(effects: Effects): AppStore {
  const { bridge } = effects;
  let follow: Mirror | null = null;

  const store = createStore<AppModel>()((set, get) => {
    const { show, ...player } = playerActions(effects, set, get);
    const table = ClipTable.empty();
    return {
      state: null,
      clips: {
        revision: 0,
        table,
        order: emptyOrder,
        time: new LocalTime(effects.timeZone),
        counts: table.counts(),
        known: false,
      },
      page: 'library',
      filter: noFilter,
      view: emptyView,
      selection: emptySelection,
      playback: { kind: 'still', key: null },
      playsOn: false,
      facts: null,
      playerOpen: false,
      dialog: null,
      pendingSave: null,
      pendingDeletion: null,
      story: null,
      belongings: null,
      signInAsked: false,
      shownToast: null,
      firstRunStep: null,
      newestName: null,
      namePreview: null,
      renamePlan: null,
      pluggedDrives: [],
      savedOnly: false,
      commandProblem: null,

      ...player,
      ...libraryActions(set, get, { refilter: () => follow?.refilter(), show }),
      ...dragActions(effects, set, get),
      ...markActions(effects, set, get),
      ...toastActions(set, get),
      ...savingActions(effects, set, get),
      ...deletionActions(effects, set, get),
      ...firstRunActions(effects, set, get),
      ...nameActions(effects, set),
      ...importActions(effects, set),

      async signIn(line) {
        if (await attempt(set, bridge.signInWithTokenLine({ line }))) set(signedIn);
      },
      async signInAtBlink(where) {
        set({ commandProblem: null });
        const command = where === 'window' ? bridge.signInAtBlink() : bridge.openSignInInBrowser();
        if (await attempt(set, command)) set(signedIn);
      },
      pasteCallbackAddress: (address) => void attempt(set, bridge.signInWithCallbackAddress({ address })),
      cancelSignIn: () => void bridge.cancelSignIn(),
      async askToLeave(dialog) {
        set({ dialog, belongings: null });
        const asked = await bridge.getBelongings();
        if (asked.ok) set({ belongings: asked.value });
      },
      async signOut() {
        set({ dialog: null });
        if (await attempt(set, bridge.signOut())) set({ signInAsked: true });
      },
      async forgetEverything() {
        set({ dialog: null });
        await attempt(set, bridge.forgetEverything());
      },
      goTo: (page) => set({ page }),
      bringSignInToFront: () => void bridge.bringSignInToFront(),
      askToSignIn: (signInAsked) => set({ signInAsked, savedOnly: false, commandProblem: null }),
      open: (dialog) => set(dialog === null ? { dialog, pendingSave: null } : { dialog }),
      changeSettings: (changes) => void attempt(set, bridge.changeSettings(changes)),
      showLog: () => void attempt(set, bridge.showLog()),
      checkForClips: () => void attempt(set, bridge.checkForClips()),
      clearTold: () => void attempt(set, bridge.clearTold()),
      dismissNotice: (id) => void attempt(set, bridge.dismissNotice({ id })),
      dismissCommandProblem: () => set({ commandProblem: null }),
      copyText: (text) => void attempt(set, bridge.copyText({ text })),
      openLink: (link) => void attempt(set, bridge.openLink({ link })),
      act: (action) => act(get(), action),
    };
  });
  follow = mirror(effects, store.setState, store.getState);
  return Object.assign(store, { close: follow.close });
}

function act(model: AppModel, action: ProblemAction): void {
  const ways: Readonly<Record<Exclude<ProblemAction['kind'], 'open-link'>, () => void>> = {
    'sign-in': () => model.askToSignIn(true),
    'sign-in-in-browser': () => {
      model.askToSignIn(true);
      model.signInAtBlink('browser');
    },
    'check-now': model.checkForClips,
    'retry-failed': () => model.retryFailed(null),
    'choose-folder': model.chooseFolder,
    'show-folder': model.showFolder,
    'confirm-removed': model.confirmRemoved,
  };
  if (action.kind === 'open-link') model.openLink(action.link);
  else ways[action.kind]();
}
