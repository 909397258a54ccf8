// What the tray shows and offers, made of the small state and the last clips.
import { type AppState, ClipFlag, type ClipKey, type PauseLength } from '../../preload/contract.ts';
import { type Messages, waitingFor } from '../../renderer/messages/index.ts';
import { isOpenJob } from '../saving/index.ts';
import { needsPerson } from './needs-person.ts';

export type TrayShape = 'idle' | 'working' | 'paused' | 'attention';

export type TrayAction =
  | { readonly kind: 'open-window' | 'open-settings' | 'check-now' | 'resume' | 'open-folder' | 'quit' }
  | { readonly kind: 'pause'; readonly length: PauseLength }
  | { readonly kind: 'play' | 'show' | 'copy' | 'save'; readonly key: ClipKey };

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

export function trayModel(state: AppState, recent: readonly RecentClip[], words: Messages, nowMs: number): TrayModel {
  const line = stateLine(state, words, nowMs);
  const [gravest] = needsPerson(state);
  const strange = state.deletion?.stoppedBy === 'stranger' && words.tray.deletingStopped;
  const problemLine = gravest ? words.problems.text(gravest).title : strange || null;
  const { tray } = words;
  return {
    shape: problemLine ? 'attention' : state.pause ? 'paused' : isWorking(state) ? 'working' : 'idle',
    tooltip: `${tray.name}: ${problemLine ?? line}`,
    items: [
      ...(problemLine ? [entry(problemLine, { kind: 'open-window' })] : []),
      { kind: 'line', label: line },
      separator,
      ...recent.map((clip) => clipMenu(clip, state, words)),
      ...(recent.length > 0 ? [separator] : []),
      entry(tray.checkNow, { kind: 'check-now' }, state.session.kind === 'signed-in' && !state.checking),
      pauseOrResume(state, words),
      entry(tray.openFolder, { kind: 'open-folder' }, state.folder.kind === 'ready'),
      entry(tray.open, { kind: 'open-window' }),
      entry(tray.settings, { kind: 'open-settings' }),
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
      entry(tray.copy, { kind: 'copy', key }, isHere),
      entry(tray.save, { kind: 'save', key }, canSave),
    ],
  };
}

/** As the person left it: what was paused for an hour may be paused for longer. */
function pauseOrResume({ pause, session }: AppState, { tray, queue }: Messages): TrayItem {
  if (pause) return entry(tray.resume, { kind: 'resume' });
  if (session.kind !== 'signed-in') return entry(tray.pause, { kind: 'resume' }, false);
  const lengths: readonly PauseLength[] = ['hour', 'tomorrow', 'until-resumed'];
  const items = lengths.map((length) => entry(queue.pauseFor(length), { kind: 'pause', length }));
  return { kind: 'menu', label: tray.pause, items };
}

const isFetching = ({ activity, arriving }: AppState['lanes'][number]) =>
  activity.kind === 'uploading' || arriving.length > 0;

const isSaving = (job: AppState['jobs'][number]) => isOpenJob(job) && job.state !== 'paused';

/** Whether clips are being saved, fetched, or deleted from the drive. */
export const isWorking = ({ jobs, lanes, deletion }: Pick<AppState, 'jobs' | 'lanes' | 'deletion'>): boolean =>
  jobs.some(isSaving) || lanes.some(isFetching) || deletion?.state === 'running';

function stateLine(state: AppState, { tray, problems, queue, deleting }: Messages, nowMs: number): string {
  if (state.session.kind === 'opening' || state.session.kind === 'signing-in') return tray.opening;
  if (state.session.kind === 'signed-out') return tray.signedOut;
  if (state.deletion?.state === 'running')
    return state.deletion.problem ? problems.waiting(state.deletion.problem) : deleting.done(state.deletion);
  if (state.pause) return queue.paused(state.pause.untilMs, nowMs);
  const job = state.jobs.find(isSaving);
  const waitsFor = waitingFor(state);
  if (waitsFor) return problems.waiting(waitsFor);
  if (job) return tray.saving(job.saved, job.total, job.timeLeftMs);
  if (isWorking(state)) return tray.fetching;
  if (state.checking) return tray.checking;
  if (state.deletion) return deleting.ended(state.deletion); // until the person has seen it in the window
  const [notice] = state.notices;
  if (notice) return problems.text(notice.problem).title;
  const listedAtMs = state.systems.flatMap(({ modules }) => modules.flatMap((module) => module.listedAtMs ?? []));
  return listedAtMs.length > 0 ? tray.checkedAt(Math.min(...listedAtMs)) : tray.notChecked;
}
