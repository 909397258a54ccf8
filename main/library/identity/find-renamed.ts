// Recognises a camera under a new name by its clips: same seconds, same sizes.

/** What a clip shows of itself whatever its camera is called. */
export interface Trace {
  readonly recordedAtS: number;
  /** 0 = unknown. */
  readonly size: number;
}

/**
 * `vanished`: clips on the drive of cameras that this manifest no longer names; `appeared`: rows of names never met.
 * Answers the cameras that are found again, by their new names. At least half of its clips must be there with their sizes:
 * some may have been deleted meanwhile, but another camera's never fit by chance in such numbers.
 */
export function findRenamed<Camera>(
  vanished: ReadonlyMap<Camera, readonly Trace[]>,
  appeared: ReadonlyMap<string, readonly Trace[]>,
): ReadonlyMap<string, Camera> {
  const candidates = [...vanished].flatMap(([camera, clips]) =>
    [...appeared].map(([name, rows]) => ({ camera, name, part: sharedPart(clips, rows) })),
  );
  candidates.sort((a, b) => b.part - a.part);
  const renamed = new Map<string, Camera>();
  const found = new Set<Camera>();
  for (const { camera, name, part } of candidates) {
    if (part < 0.5 || found.has(camera) || renamed.has(name)) continue;
    renamed.set(name, camera);
    found.add(camera);
  }
  return renamed;
}

/** The part of `clips` found among `rows`; clips of unknown size prove nothing, as cameras often record together. */
function sharedPart(clips: readonly Trace[], rows: readonly Trace[]): number {
  if (clips.length === 0) return 0;
  const traces = new Set(rows.map(trace));
  return clips.filter((clip) => clip.size > 0 && traces.has(trace(clip))).length / clips.length;
}

const trace = (clip: Trace): string => `${clip.recordedAtS} ${clip.size}`;
