// Why the list shows no clips, if it shows none: each reason is a designed state.
import type { AppState, Problem } from '../../preload/contract.ts';
import type { ClipCounts } from './clip-table.ts';
import type { Filter, ListView } from './list-view.ts';
import { setParts } from './relaxed.ts';

export type ListState =
  | { readonly kind: 'clips' }
  /** The first list of a drive is being read. */
  | { readonly kind: 'reading' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'no-clips' }
  | { readonly kind: 'everything-saved'; readonly saved: number }
  | { readonly kind: 'nothing-matches' };

interface Seen {
  readonly state: Pick<AppState, 'systems' | 'notices' | 'checking' | 'session'>;
  readonly known: boolean;
  readonly counts: ClipCounts;
  readonly view: ListView;
  readonly filter: Filter;
}

export function listState({ state, known, counts, view, filter }: Seen): ListState {
  if (view.rows.length > 0) return { kind: 'clips' };
  if (!known) return { kind: 'reading' };
  if (counts.total > 0) {
    const { camera } = filter;
    const unsaved = camera === null ? counts.unsaved : (counts.unsavedOf[camera] ?? 0);
    const saved = camera === null ? counts.savedOf.reduce((sum, each) => sum + each, 0) : (counts.savedOf[camera] ?? 0);
    const isUnsavedOnly = filter.place === 'unsaved' && setParts({ ...filter, camera: null }).length === 1;
    const allSaved = isUnsavedOnly && unsaved === 0 && saved > 0;
    return allSaved ? { kind: 'everything-saved', saved } : { kind: 'nothing-matches' };
  }
  const modules = state.systems.flatMap((system) => system.modules);
  const problem = modules.find((module) => module.problem)?.problem ?? state.notices[0]?.problem;
  if (problem) return { kind: 'problem', problem };
  if (state.checking) return { kind: 'reading' };
  if (state.systems.length > 0 && modules.length === 0) return { kind: 'problem', problem: { kind: 'no-module' } };
  return modules.some((module) => module.listedAtMs !== null) ? { kind: 'no-clips' } : { kind: 'reading' };
}
