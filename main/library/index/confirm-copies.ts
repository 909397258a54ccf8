// Applies a manifest to the files that wait for one: those it confirms, and those it casts doubt on.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipKey, ModuleId } from '../../../preload/contract.ts';
import { confirm, type Doubt } from '../identity/confirm.ts';
import { learnSizeUnit, type SizeFits, type SizeSample } from '../identity/size-unit.ts';
import type { CopyState } from '../index.ts';
import { believedTwice } from './believed-twice.ts';
import type { Catalog } from './catalog.ts';
import { clipIdOf, type ListedPairs } from './pairs.ts';
import { prepare } from './statement.ts';
import { type WaitingCopy, waitingCopies } from './waiting-copies.ts';

/** Enough to learn from, and recent: a module may change with its firmware. */
const SAMPLES = 500;

interface UnconfirmedClip {
  readonly key: ClipKey;
  readonly size: number;
}

/**
 * Only a manifest read after a file was saved says anything of it. A file in doubt is named by every merge until it
 * was put aside, so that a crash in between forgets nothing. Changes the tables only.
 */
export function confirmCopies(
  database: DatabaseSync,
  catalog: Catalog,
  moduleId: ModuleId,
  listed: ListedPairs,
): { readonly confirmed: readonly ClipKey[]; readonly doubtful: readonly ClipKey[] } {
  const account = catalog.mine();
  const setState = prepare<[CopyState, Doubt | null, ClipKey, string]>(
    database,
    'update copies set state = ?, doubt = ? where key = ? and folder = ?',
  );
  const confirmed = new Set<ClipKey>();
  const doubtful = new Set<ClipKey>();
  const unsettle = prepare<[ClipKey | number]>(
    database,
    `update copies set state = 'provisional' where key = ? and state = 'confirmed'`,
  );
  const reopened = new Set([...listed.unsure].filter((key) => unsettle.run(key) > 0));
  const waiting = waitingCopies(database, account, moduleId, listed);
  const evidence = evidenceFor(database, account, moduleId, waiting);
  for (const copy of waiting) {
    const verdict = copy.state === 'doubtful' ? 'doubtful' : verdictOn(copy, listed, evidence);
    const doubt = verdict === 'misfit' || verdict === 'doubled' ? verdict : null;
    const state = verdict === 'misfit' || verdict === 'doubled' ? 'doubtful' : verdict;
    if (state === 'doubtful') doubtful.add(copy.key);
    if (state === copy.state) continue;
    if (state === 'confirmed' && !reopened.has(copy.key)) confirmed.add(copy.key);
    setState.run(state, doubt, copy.key, copy.folder);
  }
  for (const { key, folder } of believedTwice(database, [...confirmed], evidence.sizeFits)) {
    setState.run('doubtful', 'doubled', key, folder);
    confirmed.delete(key);
    doubtful.add(key);
  }
  return { confirmed: [...confirmed], doubtful: [...doubtful] };
}

function verdictOn(
  copy: WaitingCopy,
  listed: ListedPairs,
  { sizeFits, isRivalled }: Evidence,
): 'confirmed' | 'provisional' | Doubt {
  const { manifestId } = listed;
  const clipId = clipIdOf(listed, copy.key);
  return confirm(
    {
      pair: copy,
      mayBeOld: copy.mayBeOld > 0,
      bytes: copy.bytes,
      lengthMs: copy.lengthMs,
      settled: copy.settled,
      isDoubled: copy.isDoubled > 0,
      // The name of an imported file speaks for it; and where the handles decide, nobody asks.
      hasRival: copy.isShared > 0 || (copy.isFetched > 0 && copy.manifestId !== manifestId && isRivalled(copy)),
      isUnsure: listed.unsure.has(copy.key),
    },
    clipId === null ? null : { pair: { manifestId, clipId }, size: copy.size, lengthMs: copy.listedMs },
    sizeFits,
  );
}

interface Evidence {
  readonly sizeFits: SizeFits;
  /** Another clip of the module, whose own bytes nobody knows, may have this file. */
  readonly isRivalled: (copy: WaitingCopy) => boolean;
}

/** Nothing is read for it before it is asked: where the ids are what they were, nobody does. */
function evidenceFor(
  database: DatabaseSync,
  account: number,
  moduleId: ModuleId,
  waiting: readonly WaitingCopy[],
): Evidence {
  const learned = lazily(() => learnSizeUnit(samples(database, account, moduleId)));
  const unconfirmed = lazily(() => {
    const sinceMs = waiting.reduce((least, { savedAtMs }) => Math.min(least, savedAtMs), Number.POSITIVE_INFINITY);
    return unconfirmedClips(database, account, moduleId, sinceMs);
  });
  const sizeFits: SizeFits = (bytes, size) => learned()(bytes, size);
  return {
    sizeFits,
    // A clip whose size is unknown may have any.
    isRivalled: ({ key, bytes }) =>
      unconfirmed().some((clip) => clip.key !== key && (clip.size === 0 || sizeFits(bytes, clip.size))),
  };
}

function lazily<Value extends object>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** Clips that were on the drive at `sinceMs`, and of whose bytes no file of ours is known to be right. */
const unconfirmedClips = (database: DatabaseSync, account: number, moduleId: ModuleId, sinceMs: number) =>
  prepare<[number, ModuleId, number], UnconfirmedClip>(
    database,
    `select c.key, c.size from clips c join cameras m on m.camera = c.camera
     where not exists (select 1 from copies o where o.key = c.key and o.account = ? and o.state = 'confirmed')
       and m.module = ? and (c.gone_at is null or c.gone_at >= ?)`,
  ).all(account, moduleId, sinceMs);

const samples = (database: DatabaseSync, account: number, moduleId: ModuleId): readonly SizeSample[] =>
  prepare<[number, ModuleId, number], SizeSample>(
    database,
    `select o.bytes, c.size from copies o join clips c on c.key = o.key join cameras m on m.camera = c.camera
     where o.account = ? and m.module = ? and o.state = 'confirmed'
     order by o.saved_at desc limit ?`,
  ).all(account, moduleId, SAMPLES);
