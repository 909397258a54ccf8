// Homes that are not as one would wish: each oddity turns an ordinary list of recordings into one that has been seen.
import type { Scene } from './clip-file.ts';
import type { Oddity } from './options.ts';
import { oneOf, type Random } from './random.ts';

/** What a camera recorded, before it is a file. */
export interface Draft {
  /** The camera's full name at that time. */
  readonly camera: string;
  readonly scene: Scene;
  readonly recordedAtS: number;
  readonly bytes: number;
}

interface NamedCamera {
  readonly name: string;
  readonly scene: Scene;
}

const dayS = 86_400;

/**
 * `umlaut`: the second camera (or the only one) loses a letter in the manifest.
 * `collide`: the first and the last camera of the first module have the same name there.
 */
export function oddCameraNames(names: readonly string[], perModule: number, odd: readonly Oddity[]): readonly string[] {
  const changed = [...names];
  if (odd.includes('umlaut')) changed[Math.min(1, names.length - 1)] = '1-Haustür';
  if (odd.includes('collide') && perModule > 1) changed[perModule - 1] = (names[0] ?? '').replace(' ', '-');
  return changed;
}

/** Drafts come and go oldest first; every oddity strikes at least one clip, if there are enough. */
export function addOddities(
  drafts: readonly Draft[],
  odd: readonly Oddity[],
  cameras: readonly NamedCamera[],
  random: Random,
): readonly Draft[] {
  let changed = drafts;
  if (odd.includes('renamed')) changed = renamed(changed, cameras);
  if (odd.includes('removed'))
    changed = changed.map((draft, at) => (at % 10 === 3 ? { ...draft, camera: 'Attic window' } : draft));
  if (odd.includes('equal-seconds')) changed = withEqualSeconds(changed, cameras, random);
  // The module's clock was wrong (protocol §4.5).
  if (odd.includes('future'))
    changed = changed.map((draft, at) =>
      at % 50 === 1 ? { ...draft, recordedAtS: draft.recordedAtS + 400 * dayS } : draft,
    );
  return changed;
}

/** The first camera had another name for the older half of its clips; the drive keeps it. */
function renamed(drafts: readonly Draft[], cameras: readonly NamedCamera[]): readonly Draft[] {
  const name = cameras[0]?.name;
  return drafts.map((draft, at) =>
    draft.camera === name && at < drafts.length / 2 ? { ...draft, camera: 'Old barn door' } : draft,
  );
}

/**
 * Every tenth clip falls into the second of the one before it: by turns from another camera, from the same camera,
 * and from the same camera with the same size, so that the manifest's rows differ in nothing but the id.
 */
function withEqualSeconds(drafts: readonly Draft[], cameras: readonly NamedCamera[], random: Random): readonly Draft[] {
  return drafts.map((draft, at) => {
    const before = drafts[at - 1];
    if (at % 10 !== 5 || !before) return draft;
    const turn = Math.floor(at / 10) % 3;
    if (turn === 0) {
      const others = cameras.filter((camera) => camera.name !== before.camera);
      const other = others.length > 0 ? oneOf(random, others) : before;
      const camera = 'name' in other ? other.name : other.camera;
      return { ...draft, camera, scene: other.scene, recordedAtS: before.recordedAtS };
    }
    if (turn === 1) return { ...draft, camera: before.camera, scene: before.scene, recordedAtS: before.recordedAtS };
    return { ...before };
  });
}
