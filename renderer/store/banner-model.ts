// The one thing that the banner over the list says: the worst of all that is wrong now.
import type { AppState, Problem, ProblemKind } from '../../preload/contract.ts';

export interface BannerModel {
  readonly level: 'info' | 'warn' | 'error';
  readonly problem: Problem;
  /** How it is dismissed: a notice by its id, the last command's failure by itself; null: it goes when it is over. */
  readonly dismiss: { readonly kind: 'notice'; readonly id: number } | { readonly kind: 'command' } | null;
}

const errors: readonly ProblemKind[] = [
  'signed-out',
  'drive-full',
  'disk-full',
  'index-newer',
  'update-required',
  'sign-in-refused',
];
const facts: readonly ProblemKind[] = [
  'not-signed-in',
  'offline',
  'already-running',
  'index-damaged',
  'too-many-requests',
  'manifest-not-ready',
];
const weight = { error: 2, warn: 1, info: 0 } as const;

const levelOf = ({ kind }: Problem): BannerModel['level'] =>
  errors.includes(kind) ? 'error' : facts.includes(kind) ? 'info' : 'warn';

const told = (problem: Problem, dismiss: BannerModel['dismiss'] = null): BannerModel => ({
  level: levelOf(problem),
  problem,
  dismiss,
});

/** What the person has just tried comes first, then the worst; of equals the newest notice. */
export function bannerModel(state: AppState, commandProblem: Problem | null): BannerModel | null {
  if (commandProblem) return told(commandProblem, { kind: 'command' });
  const all: BannerModel[] = [];
  if (state.session.kind === 'signed-out') all.push(told(state.session.problem ?? { kind: 'not-signed-in' }));
  if (state.folder.kind === 'problem') all.push(told(state.folder.problem));
  for (const { id, problem } of [...state.notices].sort((a, b) => b.atMs - a.atMs)) {
    all.push(told(problem, { kind: 'notice', id }));
  }
  for (const system of state.systems) {
    for (const { problem } of system.modules) if (problem) all.push(told(problem));
  }
  for (const { activity } of state.lanes) if (activity.kind === 'waiting') all.push(told(activity.problem));
  return all.reduce<BannerModel | null>(
    (worst, next) => (worst && weight[worst.level] >= weight[next.level] ? worst : next),
    null,
  );
}
