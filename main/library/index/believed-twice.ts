// Files of two clips that have the same bytes, and are both believed.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipKey } from '../../../preload/contract.ts';
import type { SizeFits } from '../identity/size-unit.ts';
import { prepare } from './statement.ts';

interface BelievedCopy {
  readonly key: ClipKey;
  readonly folder: string;
  readonly bytes: number;
  readonly size: number;
  readonly savedAtMs: number;
  /** Its clip has left the drive, and nothing can be fetched again; or it brought the same bytes when it was. */
  readonly isFinal: number;
}

/**
 * Two files that are both believed cannot have the same bytes: in doubt is the one whose size does not fit, or else the
 * one that was fetched earlier. `confirmed`: just now.
 */
export function believedTwice(
  database: DatabaseSync,
  confirmed: readonly ClipKey[],
  sizeFits: SizeFits,
): readonly BelievedCopy[] {
  const facts = `o.key, o.folder, o.bytes, c.size, o.saved_at as savedAtMs,
    o.settled is 'doubled' or c.gone_at is not null as isFinal`;
  const copiesOf = prepare<[ClipKey], BelievedCopy>(
    database,
    `select ${facts} from copies o join clips c on c.key = o.key where o.key = ? and o.state = 'confirmed'`,
  );
  const othersLike = prepare<[ClipKey, string], BelievedCopy>(
    database,
    `select ${facts} from copies p join copies o on o.sha256 = p.sha256 and o.key <> p.key and o.account = p.account
     join clips c on c.key = o.key where p.key = ? and p.folder = ? and o.state = 'confirmed'`,
  );
  const fits = ({ bytes, size }: BelievedCopy) => size === 0 || sizeFits(bytes, size);
  const inDoubt = (two: readonly BelievedCopy[]): readonly BelievedCopy[] => {
    const open = two.filter(({ isFinal }) => isFinal === 0);
    const misfits = open.filter((copy) => !fits(copy));
    const [one, ...others] = misfits.length > 0 ? misfits : open;
    return one ? [others.reduce((first, copy) => (copy.savedAtMs < first.savedAtMs ? copy : first), one)] : [];
  };
  return confirmed.flatMap((key) =>
    copiesOf
      .all(key)
      .flatMap((copy) => othersLike.all(copy.key, copy.folder).flatMap((other) => inDoubt([copy, other]))),
  );
}
