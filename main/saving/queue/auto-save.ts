// Saves clips by themselves, as a person's rule says: what it wants goes into one job for as long as that is open.
import {
  type AutoSave,
  ClipFlag,
  type ClipKey,
  type Clips,
  type JobTitle,
  type Result,
} from '../../../preload/contract.ts';
import { inTurn } from '../../in-turn.ts';
import type { Library } from '../../library/index.ts';

export interface AutoSaverParts {
  readonly library: Pick<Library, 'clips' | 'listedSince'>;
  readonly save: (keys: readonly ClipKey[], title: JobTitle) => Promise<Result<unknown>>;
  /** Whose clips the library shows; null: it changes. */
  readonly account: () => number | null;
  /** Null: nothing is saved by itself. */
  readonly rule: () => AutoSave | null;
}

export class AutoSaver {
  readonly #parts: AutoSaverParts;
  readonly #inTurn = inTurn();

  constructor(parts: AutoSaverParts) {
    this.#parts = parts;
  }

  /** After a list was read, and after the rule was changed. What the folder does not take now is wanted again next time. */
  look(): Promise<void> {
    return this.#inTurn(async () => {
      const { library, save, account, rule } = this.#parts;
      const [whose, current] = [account(), rule()];
      if (!current || whose === null) return;
      const listed = current.sinceMs === null ? null : new Set(await library.listedSince(current.sinceMs));
      const keys = wantedBy(current, library.clips(), listed);
      if (keys.length > 0 && account() === whose) await save(keys, { kind: 'new' });
    });
  }
}

/** What needs no saving, what waits for it, and what a person has seen fail, took away or left out. */
const settled = ClipFlag.saved | ClipFlag.queued | ClipFlag.failed | ClipFlag.removedByYou | ClipFlag.excluded;

/** `listed`: only these; null: all that are on a drive. */
export function wantedBy(
  { ignored }: AutoSave,
  { columns, cameras }: Clips,
  listed: ReadonlySet<ClipKey> | null,
): readonly ClipKey[] {
  const isIgnored = cameras.map(({ name }) => ignored.includes(name));
  const wanted: ClipKey[] = [];
  for (const [place, plainKey] of columns.key.entries()) {
    const key = plainKey as ClipKey; // columns hold plain numbers
    if (((columns.flags[place] ?? 0) & (settled | ClipFlag.onDrive)) !== ClipFlag.onDrive) continue;
    if (isIgnored[columns.camera[place] ?? 0] || (listed && !listed.has(key))) continue;
    wanted.push(key);
  }
  return wanted;
}

/** What a cancelled job was to save by itself is not wanted again; null: the rule stays as it is. */
export const ruleAfterCancelling = (
  rule: AutoSave | null,
  title: JobTitle | undefined,
  nowMs: number,
): AutoSave | null => (rule && title?.kind === 'new' ? { ...rule, sinceMs: nowMs } : null);
