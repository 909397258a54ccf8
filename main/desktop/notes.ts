// What is worth a notification, made of the small state before and after a change, and of clips that are new.
import type { AppState, Deletion, Job, Problem, ProblemKind, SyncModule, Told } from '../../preload/contract.ts';
import type { Messages } from '../../renderer/messages/index.ts';
import { isFuller } from '../library/index.ts';
import { needsPerson } from './needs-person.ts';

export interface Note {
  /** One of the same id takes its place. */
  readonly id: string;
  readonly of: Told['of'] | 'hint';
  readonly title: string;
  readonly text: string;
  /** Until it is clicked, or over. */
  readonly stays: boolean;
  /** What a click does. */
  readonly does: 'open-window' | 'show-folder';
}

export interface Notes {
  readonly show: readonly Note[];
  /** Ids of those that are no longer true. */
  readonly over: readonly string[];
}

/** Nobody else can help with these, and until then nothing is saved or recorded. */
const urgent: ReadonlySet<ProblemKind> = new Set([
  'signed-out',
  'drive-full',
  'folder-missing',
  'folder-read-only',
  'disk-full',
]);

const idOf = ({ kind, subject = '' }: Problem) => `${kind} ${subject}`;

export function notificationsFor(before: AppState, after: AppState, words: Messages): Notes {
  const was = urgentOf(before);
  const is = urgentOf(after);
  const ended = after.jobs.filter(
    (job) => isDone(job) && !before.jobs.some(({ id, state }) => id === job.id && state === job.state),
  );
  return {
    show: [
      ...[...is].filter(([id]) => !was.has(id)).map(([id, problem]) => problemNote(id, problem, words)),
      ...ended.map((job) => jobNote(job, words)),
      ...(hasJustEnded(before.deletion, after.deletion) ? [deletionNote(after.deletion, words)] : []),
    ],
    over: [
      ...[...was.keys()].filter((id) => !is.has(id)),
      ...(before.deletion && !after.deletion ? [deletionId] : []), // the person has seen it
    ],
  };
}

const urgentOf = (state: AppState): ReadonlyMap<string, Problem> =>
  new Map(needsPerson(state).flatMap((problem) => (urgent.has(problem.kind) ? [[idOf(problem), problem]] : [])));

/** Ended by itself, with something to tell. */
const isDone = ({ state, saved, failed }: Job) => state === 'done' && saved + failed > 0;

function problemNote(id: string, problem: Problem, { problems }: Messages): Note {
  const { title, text } = problems.text(problem);
  return { id, of: 'problem', title, text, stays: true, does: 'open-window' };
}

function jobNote(job: Job, { notifications: words }: Messages): Note {
  const { saved, failed, bytes, startedAtMs, endedAtMs, title } = job;
  // One of those for new clips comes after the other: the last one stands for all.
  const id = title.kind === 'new' ? 'job for new clips' : `job ${job.id}`;
  const note = { id, of: 'job', stays: false } as const;
  if (failed > 0)
    return { ...note, title: words.jobPartly(saved, failed), text: words.jobPartlyText, does: 'open-window' };
  const text = words.jobSavedText(bytes, (endedAtMs ?? startedAtMs) - startedAtMs);
  return {
    ...note,
    title: title.kind === 'new' ? words.newSaved(saved) : words.jobSaved(saved),
    text,
    does: 'show-folder',
  };
}

const deletionId = 'deletion';

/** By itself: who stopped it knows. */
const hasJustEnded = (before: Deletion | null, after: Deletion | null): after is Deletion =>
  before?.state === 'running' && after !== null && after.state !== 'running' && after.stoppedBy !== 'person';

function deletionNote(deletion: Deletion, { deleting: words, notifications }: Messages): Note {
  const title = words.ended(deletion);
  const note = { id: deletionId, title, does: 'open-window' } as const;
  if (deletion.stoppedBy === 'stranger') return { ...note, of: 'problem', text: words.stranger, stays: true };
  const kept = deletion.kept.map(({ why, clips }) => words.why(why, clips)).join(' · ');
  return { ...note, of: 'job', text: kept || notifications.deletedText, stays: false };
}

/** Modules whose drive is fuller than the person wants it, and still takes clips. */
export const nearlyFull = ({ systems, settings: { driveFullerThan } }: AppState): readonly SyncModule[] =>
  systems.flatMap(({ modules }) =>
    modules.filter((module) => module.drive === 'active' && isFuller(module, driveFullerThan)),
  );

export function nearlyFullNote(
  { id, name, driveUsedPercent, driveFullAtMs }: SyncModule,
  { notifications: words }: Messages,
  nowMs: number,
): Note {
  return {
    id: `nearly full ${id}`,
    of: 'problem',
    title: words.driveFilling(name, driveUsedPercent ?? 0),
    text: words.driveFillingText(driveFullAtMs === null ? null : driveFullAtMs - nowMs),
    stays: false,
    does: 'open-window',
  };
}

/** A clip that was not in the list before. */
export interface FreshClip {
  readonly moduleId: number;
  /** The module's system, as the person named it. */
  readonly systemName: string;
  readonly cameraName: string;
}

/** One for each module, with its cameras by the number of their clips. */
export function newClipNotes(fresh: readonly FreshClip[], { notifications: words }: Messages): readonly Note[] {
  const modules = new Map<number, FreshClip[]>();
  for (const clip of fresh) modules.set(clip.moduleId, [...(modules.get(clip.moduleId) ?? []), clip]);
  return [...modules].map(([moduleId, clips]) => {
    const cameras = new Map<string, number>();
    for (const { cameraName } of clips) cameras.set(cameraName, (cameras.get(cameraName) ?? 0) + 1);
    return {
      id: `new clips ${moduleId}`,
      of: 'clips',
      title: words.newClips(clips.length, clips[0]?.systemName ?? ''),
      text: words.byCamera([...cameras].sort(([, a], [, b]) => b - a)),
      stays: false,
      does: 'open-window',
    };
  });
}
