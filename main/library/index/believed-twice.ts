// Files of two clips that have the same bytes, and are both believed.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipKey } from '../../../preload/contract.ts';
import { prepare } from './statement.ts';

interface BelievedPair {
  readonly folder: string;
  readonly savedAtMs: number;
  readonly isFinal: number;
  readonly otherKey: ClipKey;
  readonly otherFolder: string;
  readonly otherSavedAtMs: number;
  readonly isOtherFinal: number;
}

/**
 * Two files that are both believed cannot have the same bytes: the one that was fetched earlier is in doubt. Not so one
 * whose clip has left the drive, for nothing can be fetched again, or brought the same bytes when it was.
 * `confirmed`: just now.
 */
export function believedTwice(
  database: DatabaseSync,
  confirmed: readonly ClipKey[],
): readonly { readonly key: ClipKey; readonly folder: string }[] {
  const pairsOf = prepare<[ClipKey], BelievedPair>(
    database,
    `select o.folder, o.saved_at as savedAtMs, o.settled is 'doubled' or c.gone_at is not null as isFinal,
       p.key as otherKey, p.folder as otherFolder, p.saved_at as otherSavedAtMs,
       p.settled is 'doubled' or d.gone_at is not null as isOtherFinal
     from copies o join clips c on c.key = o.key
     join copies p on p.sha256 = o.sha256 and p.key <> o.key and p.account = o.account join clips d on d.key = p.key
     where o.key = ? and o.state = 'confirmed' and p.state = 'confirmed'`,
  );
  return confirmed.flatMap((key) =>
    pairsOf.all(key).flatMap((two) => {
      if (two.isFinal > 0 && two.isOtherFinal > 0) return [];
      const isOwn = two.isFinal === 0 && (two.isOtherFinal > 0 || two.savedAtMs <= two.otherSavedAtMs);
      return [isOwn ? { key, folder: two.folder } : { key: two.otherKey, folder: two.otherFolder }];
    }),
  );
}
