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

export const sha = ({ sha256 }: { readonly sha256: string }): string => sha256;
