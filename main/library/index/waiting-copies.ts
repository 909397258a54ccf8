// Files that a manifest may confirm or cast doubt on, and what other files say against them.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipKey, ModuleId } from '../../../preload/contract.ts';
import type { Doubt } from '../identity/confirm.ts';
import type { CopyState } from '../index.ts';
import type { ListedPairs } from './pairs.ts';
import { prepare } from './statement.ts';

export interface WaitingCopy {
  readonly key: ClipKey;
  readonly folder: string;
  readonly manifestId: string;
  readonly clipId: string;
  readonly bytes: number;
  readonly lengthMs: number | null;
  readonly settled: Doubt | null;
  readonly isDoubled: number;
  readonly isShared: number;
  readonly isFetched: number;
  readonly mayBeOld: number;
  readonly savedAtMs: number;
  readonly size: number;
  readonly listedMs: number;
  readonly state: CopyState;
}

/**
 * Those not settled, and those settled whose bytes have come again under the name of an equal clip. Of two with the same
 * bytes only the one that was fetched earlier is in doubt: its handles do not mean those bytes any more.
 */
export const waitingCopies = (
  database: DatabaseSync,
  account: number,
  moduleId: ModuleId,
  { readAtMs, manifestId }: ListedPairs,
) =>
  prepare<[number, number, string, ModuleId], WaitingCopy>(
    database,
    `with unsettled as (
       select o.*, c.camera, c.recorded_s, c.gone_at from copies o join clips c on c.key = o.key
       where o.account = ? and o.state in ('provisional', 'doubtful') and (o.state = 'doubtful' or o.saved_at <= ?)
     ), listed as (select ? as id), equal as (
       select o.key as one, o.folder as oneFolder, p.key as other, p.folder as otherFolder,
         (o.manifest_id = listed.id and not o.may_be_old, o.saved_at)
           <= (p.manifest_id = listed.id and not p.may_be_old, p.saved_at) as isOneEarlier,
         (p.manifest_id = listed.id and not p.may_be_old, p.saved_at)
           <= (o.manifest_id = listed.id and not o.may_be_old, o.saved_at) as isOtherEarlier
       from listed join unsettled o join clips d on d.camera = o.camera and d.recorded_s = o.recorded_s and d.key <> o.key
       join copies p on p.key = d.key and p.sha256 = o.sha256 and p.state in ('provisional', 'confirmed')
       where not (
         (o.settled is 'doubled' or o.gone_at is not null) and (p.settled is 'doubled' or d.gone_at is not null)
         and (o.manifest_id = p.manifest_id or o.gone_at is not null or d.gone_at is not null)
       )
     ), doubled as (
       select one as key, oneFolder as folder from equal where isOneEarlier
       union select other, otherFolder from equal where isOtherEarlier
     ), shared as (
       select o.key
       from unsettled o join copies p on p.sha256 = o.sha256 and p.key <> o.key join clips d on d.key = p.key
       where p.account = o.account and p.state in ('provisional', 'confirmed')
         and (d.camera <> o.camera or d.recorded_s <> o.recorded_s)
       union select o.key from unsettled o join items i on i.put_aside = o.sha256 and i.key <> o.key
       where o.may_be_old and i.account = o.account
     )
     select o.key, o.folder, o.manifest_id as manifestId, o.clip_id as clipId, o.bytes, o.length_ms as lengthMs,
       o.settled, c.size, c.length_ms as listedMs, o.state, o.saved_at as savedAtMs, o.proof = 'fetched' as isFetched,
       o.may_be_old as mayBeOld,
       (o.key, o.folder) in (select key, folder from doubled) as isDoubled,
       o.key in (select key from shared) as isShared
     from copies o join clips c on c.key = o.key join cameras m on m.camera = c.camera
     where m.module = ? and o.state <> 'sealed'
       and (o.key, o.folder) in (select key, folder from unsettled union select key, folder from doubled)`,
  ).all(account, readAtMs, manifestId, moduleId);
