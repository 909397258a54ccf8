// What the tray shows and offers, made of the small state and the last clips.
import { type AppState, ClipFlag, type ClipKey } from '../../preload/contract.ts';
import type { Messages } from '../../renderer/messages/index.ts';
import { needsPerson } from './needs-person.ts';

export type TrayShape = 'idle' | 'working' | 'attention';

export type TrayAction =
  | { readonly kind: 'open-window' | 'check-now' | 'open-folder' | 'quit' }
  | { readonly kind: 'play' | 'show' | 'save'; readonly key: ClipKey };

export type TrayItem =
  | { readonly kind: 'line'; readonly label: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'entry'; readonly label: string; readonly enabled: boolean; readonly does: TrayAction }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly TrayItem[] };

export interface TrayModel {
  readonly shape: TrayShape;
  readonly tooltip: string;
  readonly items: readonly TrayItem[];
}

export interface RecentClip {
  readonly key: ClipKey;
  readonly cameraName: string;
  /** ClipFlag bits. */
  readonly flags: number;
  /** On the camera's own clock, counted as if it were UTC: the recording's time, and now. */
  readonly wallMs: number;
  readonly nowWallMs: number;
}

export function trayModel(state: AppState, recent: readonly RecentClip[], words: Messages): TrayModel {
  const line = stateLine(state, words);
  const [gravest] = needsPerson(state);
  const problemLine = gravest && words.problems.text(gravest).title;
  const { tray } = words;
  return {
    shape: problemLine ? 'attention' : isWorking(state) ? 'working' : 'idle',
    tooltip: `${tray.name}: ${problemLine ?? line}`,
    items: [
      ...(problemLine ? [entry(problemLine, { kind: 'open-window' })] : []),
      { kind: 'line', label: line },
      separator,
      ...recent.map((clip) => clipMenu(clip, state, words)),
      ...(recent.length > 0 ? [separator] : []),
      entry(tray.checkNow, { kind: 'check-now' }, state.session.kind === 'signed-in' && !state.checking),
      entry(tray.openFolder, { kind: 'open-folder' }, state.folder.kind === 'ready'),
      entry(tray.open, { kind: 'open-window' }),
      separator,
      entry(tray.quit, { kind: 'quit' }),
    ],
  };
}

const separator: TrayItem = { kind: 'separator' };
const entry = (label: string, does: TrayAction, enabled = true): TrayItem => ({ kind: 'entry', label, enabled, does });

function clipMenu(clip: RecentClip, state: AppState, { tray }: Messages): TrayItem {
  const { key, flags } = clip;
  const has = (flag: number) => (flags & flag) !== 0;
  const canFetch = has(ClipFlag.onDrive) && state.session.kind === 'signed-in';
  const isHere = has(ClipFlag.saved) || has(ClipFlag.cached);
  const canSave = canFetch && state.folder.kind !== 'none' && !has(ClipFlag.saved) && !has(ClipFlag.queued);
  return {
    kind: 'menu',
    label: tray.clip(clip.cameraName, clip.wallMs, clip.nowWallMs),
    items: [
      entry(tray.play, { kind: 'play', key }, isHere || canFetch),
      entry(tray.showInFolder, { kind: 'show', key }, has(ClipFlag.saved)),
      entry(tray.save, { kind: 'save', key }, canSave),
    ],
  };
}

const isOpen = ({ state }: AppState['jobs'][number]) => state === 'running' || state === 'finishing';
const isFetching = ({ activity, arriving }: AppState['lanes'][number]) =>
  activity.kind === 'uploading' || arriving.length > 0;

/** Whether clips are being saved or fetched. */
export const isWorking = ({ jobs, lanes }: Pick<AppState, 'jobs' | 'lanes'>): boolean =>
  jobs.some(isOpen) || lanes.some(isFetching);

function stateLine(state: AppState, { tray, problems }: Messages): string {
  if (state.session.kind === 'opening' || state.session.kind === 'signing-in') return tray.opening;
  if (state.session.kind === 'signed-out') return tray.signedOut;
  const jobs = state.jobs.filter(isOpen);
  const job = jobs.find(({ saved }) => saved > 0) ?? jobs[0];
  if (job) return tray.saving(job.saved, job.total, job.timeLeftMs);
  if (isWorking(state)) return tray.fetching;
  if (state.checking) return tray.checking;
  const [notice] = state.notices;
  if (notice) return problems.text(notice.problem).title;
  const listedAtMs = state.systems.flatMap(({ modules }) => modules.flatMap((module) => module.listedAtMs ?? []));
  return listedAtMs.length > 0 ? tray.checkedAt(Math.min(...listedAtMs)) : tray.notChecked;
}
