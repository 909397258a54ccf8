// Deletes some clips from the drives under fire; none may go that is not safe.
import type { TruthRow } from '../blink-cloud/index.ts';
import { shuffled } from '../blink-cloud/random.ts';
import type { RunningCloud } from '../blink-cloud/running.ts';
import { ask, sha, standingIn } from './on-computer.ts';
import { deleting, type StageParts, spoilThree } from './stages.ts';
import { Standing } from './standing.ts';
import type { Trial } from './trial.ts';

/** `deletes`: so many, three of which are not safe. Answers how many were asked for, and how many went. */
export async function deleteSome(
  deletes: number,
  cloud: RunningCloud,
  trial: Trial,
  parts: StageParts,
): Promise<{ readonly asked: number; readonly gone: number }> {
  if (deletes === 0 || trial.isOver) return { asked: 0, gone: 0 };
  const { computer, random } = parts;
  const standing = await standingIn(computer);
  const chosen = shuffled(random, ask<{ key: number; sha256: string }>(computer, 'key, sha256 from copies'));
  const wanted = chosen.slice(0, deletes);
  spoilThree(
    random,
    wanted.flatMap(({ sha256 }) => standing.get(sha256) ?? []),
  );
  const keys = wanted.map(({ key }) => key);
  const startedAtMs = Date.now();
  await trial.live(deleting(parts, keys), computer);
  const asked = new Set(wanted.map(sha));
  const truth = await cloud.truth();
  const gone = truth.filter((row) => row.gone_at !== undefined).map(sha);
  const safe = await new Standing(computer.clips).now();
  // Of clips that no list tells apart either may go: while one of them is not saved, none is deleted.
  const alike = new Set(truth.filter(({ sha256 }) => asked.has(sha256)).map(asListed));
  const mayGo = new Set(truth.filter((row) => alike.has(asListed(row))).map(sha));
  // Ids that a module gives to other clips between list and request delete one of those: no client can tell.
  const arePermuted = (await cloud.log()).some(({ t, fault = '' }) => t >= startedAtMs && fault.includes('permute'));
  trial.expectNone(
    arePermuted ? [] : gone.filter((clip) => !mayGo.has(clip)),
    (clip) => `${clip} was deleted from its drive, and nobody asked for it`,
  );
  trial.expectNone(
    gone.filter((clip) => !safe.has(clip)),
    (clip) => `${clip} was deleted from its drive, and was not safe`,
  );
  trial.expectNone(gone.length === 0 ? ['nothing was deleted'] : []);
  return { asked: asked.size, gone: gone.length };
}

const asListed = ({ sync_module_id, camera_name, created_at, size }: TruthRow): string =>
  JSON.stringify([sync_module_id, camera_name, created_at, size]);
