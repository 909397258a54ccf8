// What index and folder of a computer say between two stages.
import { Index } from './caught.ts';
import type { Computer } from './computer.ts';
import { Standing } from './standing.ts';

/** What `select` answers of its index. */
export function ask<Row>({ profile, clips }: Computer, select: string): readonly Row[] {
  const index = new Index(profile, clips);
  try {
    return index.rows<Row>(select);
  } finally {
    index.close();
  }
}

/** Where each clip stands whole, by its SHA-256. */
export async function standingIn({ clips }: Computer): Promise<ReadonlyMap<string, string>> {
  return new Map((await new Standing(clips).files()).map(({ file, sha256 }) => [sha256, file]));
}

/** When it asked for each clip, by its SHA-256, as its own journal says; Unix ms. */
export function asksOf(computer: Computer): ReadonlyMap<string, readonly number[]> {
  const asks = ask<{ sha256: string; atMs: number }>(
    computer,
    `copies.sha256, journal.at as atMs from journal join copies using (key) where journal.event = 'asked-for'`,
  );
  return new Map([...Map.groupBy(asks, sha)].map(([clip, all]) => [clip, all.map(({ atMs }) => atMs)]));
}

/** What its journal tells of the clip with this SHA-256. */
export const storyOf = (computer: Computer, clip: string): string =>
  JSON.stringify(
    ask(
      computer,
      `journal.at, journal.event, journal.facts from journal join copies using (key) where copies.sha256 = '${clip}'`,
    ),
  );

export const sha = ({ sha256 }: { readonly sha256: string }): string => sha256;
