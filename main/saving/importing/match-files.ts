// Decides for each file of a carried drive which clip it is; two files for one clip decide nothing, unless they are equal.
import type { ClipKey, LeftFile } from '../../../preload/contract.ts';
import { type CopyProof, pathClues } from '../../library/index.ts';
import { hashOf } from '../folder/hash-of.ts';
import type { StrayPath } from '../folder/stray-files.ts';
import { readVideo } from '../receiving/read-video.ts';
import type { bySize, KnownClips } from './known-clips.ts';

export interface MatchedFile {
  readonly stray: StrayPath;
  readonly key: ClipKey;
  readonly proof: CopyProof;
}

export type FileMatch = MatchedFile | { readonly stray: StrayPath; readonly left: LeftFile['reason'] };

/** `copies`: those that were saved or played before, wherever. Reads of a file no more than it has to. */
export async function matchFile(
  stray: StrayPath,
  known: KnownClips,
  copies: ReturnType<typeof bySize>,
): Promise<FileMatch> {
  const equals = copies.get(stray.bytes) ?? [];
  const sha256 = equals.length > 0 ? await hashOf(stray.file) : null;
  const equal = equals.filter((copy) => copy.sha256 === sha256);
  const [copy] = equal;
  if (copy && equal.every(({ key }) => key === copy.key)) return { stray, key: copy.key, proof: 'hash' };
  const { mp4 } = await readVideo(stray.file);
  if (!mp4) return { stray, left: 'not-video' };
  const found = known.recognise({
    clues: pathClues(stray.path),
    bytes: stray.bytes,
    lengthMs: mp4.lengthMs,
    madeAtMs: [stray.modifiedAtMs, ...(mp4.createdAtMs === null ? [] : [mp4.createdAtMs])],
  });
  return found.kind === 'clip' ? { stray, ...found } : { stray, left: found.reason };
}

const strength: Readonly<Record<CopyProof, number>> = { fetched: 3, hash: 3, name: 2, guess: 1 };

/** One file for each clip: the best proven one; where several are proven alike, they have to be equal to the byte. */
export async function onePerClip(matches: readonly FileMatch[]): Promise<readonly FileMatch[]> {
  const byKey = Map.groupBy(
    matches.filter((match) => 'key' in match),
    ({ key }) => key,
  );
  const chosen: FileMatch[] = matches.filter((match) => 'left' in match);
  for (const rivals of byKey.values()) chosen.push(...(await chooseOne(rivals)));
  return chosen;
}

async function chooseOne(rivals: readonly MatchedFile[]): Promise<readonly FileMatch[]> {
  const best = Math.max(...rivals.map(({ proof }) => strength[proof]));
  const equals = rivals.filter(({ proof }) => strength[proof] === best);
  const [first] = equals;
  if (!first || rivals.length === 1) return rivals;
  const hashes = new Set(equals.length > 1 ? await Promise.all(equals.map(({ stray }) => hashOf(stray.file))) : []);
  return rivals.map((match) =>
    match === first && hashes.size <= 1 ? match : { stray: match.stray, left: 'same-clip' as const },
  );
}
