// Keeps the small state true: what the rooms say of themselves goes in here, and nothing else changes it.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppState, ClipKey, FirstRun, Problem, Settings, Told } from '../../preload/contract.ts';
import type { SessionStatus } from '../blink/index.ts';
import type { Clock } from '../clock.ts';
import type { Library } from '../library/index.ts';
import { problem } from '../problem.ts';
import { type ChosenFolder, roomIn, type Saving } from '../saving/index.ts';
import { firstState, namedLanes, shownSession, shownSettings, withNotice } from './app-state.ts';

/** One notice for each cause. */
export const noticeIds = { index: 1, keychain: 2, account: 3, profileDisk: 4, missing: 5 } as const;
type NoticeId = (typeof noticeIds)[keyof typeof noticeIds];

/** What the session's own state says already. */
const toldBySession: ReadonlySet<Problem['kind']> = new Set(['signed-out', 'not-signed-in']);

/** Lanes and jobs change with every chunk that arrives; nobody reads faster than this. */
const shownEveryMs = 100;

const toldKept = 100;

export interface SmallStateParts {
  readonly settings: Settings;
  readonly versions: AppState['versions'];
  /** Fills in the sign-in field on a simulated cloud. */
  readonly suggestedLine: string | null;
  readonly folder: () => ChosenFolder | null;
  readonly library: Library;
  readonly clock: Clock;
}

export class SmallState {
  readonly store: StoreApi<AppState>;
  readonly #parts: SmallStateParts;
  readonly #closing = new AbortController();
  #waiting = false;

  constructor(parts: SmallStateParts) {
    this.#parts = parts;
    this.store = createStore<AppState>(() => firstState(parts.settings, parts.versions));
  }

  showSession(status: SessionStatus): void {
    this.store.setState({ session: shownSession(status, this.#parts.suggestedLine) });
    this.notice(noticeIds.keychain, status.kind === 'signed-in' ? status.keepingProblem : null);
  }

  /** Keeps what is told on the desktop for the window's own list. */
  tell({ of, title, text }: { readonly of: Told['of'] | 'hint'; readonly title: string; readonly text: string }): void {
    if (of === 'hint') return;
    const { told } = this.store.getState();
    const id = (told[0]?.id ?? 0) + 1;
    const atMs = this.#parts.clock.now();
    this.store.setState({ told: [{ id, atMs, of, title, text }, ...told].slice(0, toldKept) });
  }

  clearTold(): void {
    this.store.setState({ told: [] });
  }

  showSettings(settings: Settings): void {
    this.store.setState({ settings: shownSettings(settings) });
  }

  showFirstRun(firstRun: FirstRun | null): void {
    this.store.setState({ firstRun });
  }

  /** `found`: why the last look at the whole account failed. */
  showHome(home: Pick<AppState, 'systems' | 'checking'>, found: Problem | null): void {
    this.store.setState(home);
    this.notice(noticeIds.account, found && toldBySession.has(found.kind) ? null : found);
  }

  /** Another process saves with this profile, and has its tokens: this one only shows; or does no longer. */
  showReadOnly(readOnly: boolean): void {
    this.store.setState({ readOnly });
    if (readOnly) this.showSession({ kind: 'signed-out', problem: problem('already-running') });
  }

  /** Soon, and once for all that changes until then. */
  async showSaving(saving: Saving): Promise<void> {
    const { kind } = this.store.getState().folder;
    if (kind !== 'none' && (kind === 'problem') !== (saving.folderProblem !== null)) void this.showFolder(saving);
    if (this.#waiting) return;
    this.#waiting = true;
    this.notice(noticeIds.missing, saving.reconciling.question);
    const { clock } = this.#parts;
    await clock.sleep(clock.span(shownEveryMs), this.#closing.signal).catch(() => undefined);
    this.#waiting = false;
    const { pausedAll: pause } = saving;
    const before = this.store.getState().pause;
    this.store.setState({
      lanes: namedLanes(saving.lanes(), this.store.getState().systems),
      jobs: saving.jobs(),
      deletion: saving.deletions.shown(),
      failed: saving.failed(),
      renaming: saving.renaming.state,
      import: saving.importing.state,
      pause: before?.untilMs === pause?.untilMs ? before : pause,
    });
  }

  async showFolder(saving: Saving): Promise<void> {
    const { folder: chosen, library } = this.#parts;
    const folder = chosen();
    if (!folder) return this.store.setState({ folder: { kind: 'none' } });
    const found = saving.folderProblem;
    if (found) return this.store.setState({ folder: { kind: 'problem', path: folder.path, problem: found } });
    const room = await this.#parts.clock.busy(roomIn(folder.path));
    const [key] = library.clips().columns.key;
    const exampleName = key === undefined ? null : library.nameOf(key as ClipKey); // columns hold plain numbers
    this.store.setState({
      folder: { kind: 'ready', path: folder.path, freeBytes: room?.freeBytes ?? null, exampleName },
    });
  }

  /** Null: it is over. */
  notice(id: NoticeId, found: Problem | null): void {
    const before = this.store.getState().notices;
    const notices = withNotice(before, id, found, this.#parts.clock.now());
    if (notices !== before) this.store.setState({ notices });
  }

  dismissNotice(id: number): void {
    this.store.setState({ notices: this.store.getState().notices.filter((notice) => notice.id !== id) });
  }

  close(): void {
    this.#closing.abort();
  }
}
