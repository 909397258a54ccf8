// Has a module delete one clip: its file read again, the intent on disk, one request, what the module said of it.
import type { ClipKey, KeptWhy, Problem } from '../../../preload/contract.ts';
import type { BlinkCloud, Pair, Urgency } from '../../blink/index.ts';
import type { Clock } from '../../clock.ts';
import type { DeletionAnswer, Library } from '../../library/index.ts';
import { problem } from '../../problem.ts';
import type { Folders } from '../folder/folders.ts';
import type { LaneHand } from '../lane/errand.ts';
import { whyUnsafe } from './reread.ts';

export interface DeleteParts {
  readonly cloud: BlinkCloud;
  readonly library: Library;
  readonly folders: Folders;
  readonly clock: Clock;
}

export type DeleteEnd =
  /** Nothing was asked of the module, and nothing will be. */
  | { readonly kind: 'kept'; readonly why: KeptWhy }
  /** Nothing was begun: it may be asked again. */
  | { readonly kind: 'later'; readonly problem: Problem | null }
  /** A manifest will tell what came of it. `fine`: the module said that it is done, so that others may follow. */
  | { readonly kind: 'asked'; readonly fine: boolean };

/** A deleted clip may be listed for a minute more (protocol §4.8); later than this it was not deleted. */
const lagMs = 90_000;
/** The module is given so long for one command; where it is not known whether it ended, the lag counts from there. */
const commandMs = 120_000;
const pollMs = 2000;

export interface Batch {
  /** Its manifest is too old from then on; Unix ms. */
  readonly endMs: number;
  readonly urgency: Urgency;
  readonly hand: LaneHand;
  /** Its manifest was read just now. */
  readonly isFirst: boolean;
}

/** The request is never repeated: whatever its answer, only a manifest tells what came of it. */
export async function deleteClip(key: ClipKey, batch: Batch, parts: DeleteParts): Promise<DeleteEnd> {
  const { library, clock } = parts;
  const listed = await library.pairOf(key);
  if (listed.kind === 'gone') return { kind: 'kept', why: 'not-on-drive' };
  if (listed.kind === 'unlisted') {
    // Right after a manifest its row cannot be read; later, something else has made all pairs doubtful.
    return batch.isFirst ? { kind: 'kept', why: 'unlisted' } : { kind: 'later', problem: null };
  }
  const { pair } = listed;
  const [why = null] = await library.deletions.whyKept([key]);
  if (why) return { kind: 'kept', why };
  const proof = await proofOf(key, parts);
  if (typeof proof === 'string') return { kind: 'kept', why: proof };
  if (clock.now() >= batch.endMs) return { kind: 'later', problem: null };

  const keptFromMs = clock.now() + clock.span(commandMs + lagMs);
  const deletion = await library.deletions.intend({ key, pair, keptFromMs, ...proof }, clock.now());
  if (deletion === null) return { kind: 'later', problem: null };
  const answer = await ask(pair, batch, parts);
  const isOver = answer === 'done' || answer === 'failed';
  await library.deletions.answered(deletion, answer, isOver ? clock.now() + clock.span(lagMs) : keptFromMs);
  if (answer === 'busy') return { kind: 'later', problem: problem('module-busy') };
  return { kind: 'asked', fine: answer === 'done' };
}

/** The file that permits the deletion, or why none does. */
async function proofOf(
  key: ClipKey,
  { library, folders, clock }: DeleteParts,
): Promise<{ readonly folderId: string; readonly sha256: string } | KeptWhy> {
  let why: KeptWhy = 'unconfirmed';
  for (const copy of await library.deletions.safeCopies(key)) {
    const folder = folders.get(copy.folderId)?.folder;
    const found = folder ? await clock.busy(whyUnsafe(copy, folder)) : 'folder-away';
    if (found === null) return { folderId: copy.folderId, sha256: copy.sha256 };
    why = found;
  }
  return why;
}

async function ask(
  pair: Pair,
  { endMs, urgency, hand: { module, signal } }: Batch,
  { cloud, clock }: DeleteParts,
): Promise<DeletionAnswer> {
  // A request that waits, for a new token or for a slot, would leave with a pair that has become too old.
  const limit = new AbortController();
  const end = () => limit.abort();
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  void clock.sleep(endMs - clock.now(), limit.signal).then(end, () => undefined);
  const request = await cloud.requestDeletion(module, pair, 'interactive', limit.signal);
  signal.removeEventListener('abort', end);
  end();
  if (request.kind === 'busy') return 'busy';
  // Refused ones too: there are clients that saw things done behind an error.
  if (request.kind !== 'started') return 'unclear';

  const givenUpAtMs = clock.now() + clock.span(commandMs);
  while (clock.now() < givenUpAtMs && !signal.aborted) {
    await clock.sleep(clock.span(pollMs), signal).catch(() => undefined);
    const state = await cloud.commandState(module, request.commandId, urgency, signal);
    if (state.kind === 'done' || state.kind === 'failed') return state.kind;
  }
  return 'unclear';
}
