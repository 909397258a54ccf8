// A module's list of its clips at the moment at which it is made, with what strikes it then.
import { withBadRows } from './bad-rows.ts';
import type { Drive } from './drive.ts';
import type { FaultKind, Faults } from './faults.ts';
import type { Random } from './random.ts';

export interface MadeManifest {
  /** In pieces that may be shared. */
  readonly body: readonly Uint8Array[];
  /** Unix ms. */
  readonly atMs: number;
  /** What struck it, with `+` between several. */
  readonly fault: string | undefined;
}

const hugeMib = 300;
/** A MiB of what JSON reads over. */
const nothing = new Uint8Array(1024 * 1024).fill(0x20);

/** `atMs`: Unix ms. */
export function makeManifest(
  { faults, random }: { readonly faults: Faults; readonly random: Random },
  drive: Drive,
  atMs: number,
): MadeManifest {
  const strikes = (kind: FaultKind) => faults.draw([kind], 'manifest') !== undefined;
  const struck: FaultKind[] = [];
  for (const kind of ['renumber', 'permute'] as const) {
    if (!strikes(kind)) continue;
    drive[kind]();
    struck.push(kind);
  }
  const isBlank = strikes('blank');
  if (isBlank) struck.push('blank');
  const listing = isBlank ? drive.blankListing() : drive.listing(atMs);
  // Asked first: to read so many rows takes time.
  const bad = faults.has('badrow') ? withBadRows(listing, () => strikes('badrow'), random) : undefined;
  if (bad) struck.push('badrow');
  const isHuge = strikes('huge');
  if (isHuge) struck.push('huge');
  return {
    body: [bad ?? listing, ...(isHuge ? Array<Uint8Array>(hugeMib).fill(nothing) : [])],
    atMs,
    fault: struck.length > 0 ? struck.join('+') : undefined,
  };
}
