// What is wrong now that only the person can put right; the rest passes by itself and is no cause for attention.
import type { AppState, Problem, ProblemKind } from '../../preload/contract.ts';

const helpless: ReadonlySet<ProblemKind> = new Set([
  'signed-out',
  'sign-in-refused',
  'sign-in-failed',
  'keychain-locked',
  'folder-missing',
  'folder-read-only',
  'disk-full',
  'no-module',
  'drive-full',
  'drive-missing',
  'drive-unformatted',
  'drive-incompatible',
  'module-offline',
  'clips-elsewhere',
  'index-newer',
  'update-required',
]);

/** The gravest first: the account, the folder, then the modules. Nobody is asked to sign in who never did. */
export function needsPerson({
  session,
  folder,
  notices,
  systems,
}: Pick<AppState, 'session' | 'folder' | 'notices' | 'systems'>): readonly Problem[] {
  const found: Problem[] = [];
  if (session.kind === 'signed-out' && session.problem) found.push(session.problem);
  if (folder.kind === 'problem') found.push(folder.problem);
  for (const { problem } of notices) found.push(problem);
  for (const module of systems.flatMap((system) => system.modules)) {
    if (module.problem) found.push({ subject: module.name, ...module.problem });
    else if (module.drive === 'memory_full') found.push({ kind: 'drive-full', subject: module.name });
  }
  return found.filter(({ kind }) => helpless.has(kind));
}
