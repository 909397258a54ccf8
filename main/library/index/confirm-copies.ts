// Applies a manifest to the files that wait for one: those it confirms, and those it casts doubt on.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipKey, ModuleId } from '../../../preload/contract.ts';
import { confirm } from '../identity/confirm.ts';
import { learnSizeUnit, type SizeFits, type SizeSample } from '../identity/size-unit.ts';
import type { Catalog } from './catalog.ts';
import { clipIdOf, type ListedPairs } from './pairs.ts';
import { prepare } from './statement.ts';

/** Enough to learn from, and recent: a module may change with its firmware. */
const SAMPLES = 500;

interface Waiting {
  readonly key: ClipKey;
  readonly folder: string;
  readonly manifestId: string;
  readonly clipId: string;
  readonly bytes: number;
  readonly lengthMs: number | null;
  readonly size: number;
  readonly listedMs: number;
  readonly state: 'provisional' | 'confirmed' | 'doubtful';
}

/**
 * Only a manifest read after a file was saved says anything of it. A file in doubt is named by every merge until it
 * was put aside, so that a crash in between forgets nothing.
 */
export function confirmCopies(
  database: DatabaseSync,
  catalog: Catalog,
  moduleId: ModuleId,
  listed: ListedPairs,
  unsure: ReadonlySet<number>,
): { readonly confirmed: readonly ClipKey[]; readonly doubtful: readonly ClipKey[] } {
  const account = catalog.mine();
  const setState = prepare<[string, ClipKey, string]>(
    database,
    'update copies set state = ? where key = ? and folder = ?',
  );
  for (const key of unsure) {
    prepare<[number]>(database, `update copies set state = 'doubtful' where key = ? and state <> 'sealed'`).run(key);
  }
  const waiting = prepare<[number, ModuleId, number], Waiting>(
    database,
    `select o.key, o.folder, o.manifest_id as manifestId, o.clip_id as clipId, o.bytes, o.length_ms as lengthMs,
       c.size, c.length_ms as listedMs, o.state
     from copies o join clips c on c.key = o.key join cameras m on m.camera = c.camera
     where o.account = ? and m.module = ? and o.state in ('provisional', 'doubtful')
       and (o.state = 'doubtful' or o.saved_at <= ?)`,
  ).all(account, moduleId, listed.readAtMs);

  let fits: SizeFits | null = null;
  const sizeFits: SizeFits = (bytes, size) => {
    fits ??= learnSizeUnit(samples(database, account, moduleId));
    return fits(bytes, size);
  };
  const confirmed = new Set<ClipKey>();
  const doubtful = new Set<ClipKey>();
  for (const copy of waiting) {
    const clipId = clipIdOf(listed, copy.key);
    const pair = clipId === null ? null : { manifestId: listed.manifestId, clipId };
    const verdict =
      copy.state === 'doubtful'
        ? 'doubtful'
        : confirm(
            { pair: copy, bytes: copy.bytes, lengthMs: copy.lengthMs },
            pair && { pair, size: copy.size, lengthMs: copy.listedMs },
            sizeFits,
          );
    if (verdict === 'confirmed') confirmed.add(copy.key);
    if (verdict === 'doubtful') doubtful.add(copy.key);
    if (verdict !== copy.state) setState.run(verdict, copy.key, copy.folder);
  }
  return { confirmed: [...confirmed], doubtful: [...doubtful] };
}

const samples = (database: DatabaseSync, account: number, moduleId: ModuleId): readonly SizeSample[] =>
  prepare<[number, ModuleId, number], SizeSample>(
    database,
    `select o.bytes, c.size from copies o join clips c on c.key = o.key join cameras m on m.camera = c.camera
     where o.account = ? and m.module = ? and o.state in ('provisional', 'confirmed')
     order by o.saved_at desc limit ?`,
  ).all(account, moduleId, SAMPLES);
