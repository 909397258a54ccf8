// When a drive will be full, told from how full it is, what is on it, and what came lately; or nothing, where that is too little.
import { ClipFlag, type Clips, type ModuleId } from '../../preload/contract.ts';

const dayMs = 86_400_000;
/** What came in these days says what will come; a drive in use for less has to be so for three days at least. */
const longestMs = 14 * dayMs;
const shortestMs = 3 * dayMs;
/** Fewer may be one windy afternoon. */
const fewestClips = 20;
/** Below, a percent more or less, which is all that Blink tells, would change the forecast by more than a fifth. */
const leastPercent = 5;
/** Nobody plans further ahead, and no home stays the same for as long. */
const farthestMs = 5 * 365 * dayMs;

/**
 * Unix ms; null: there is too little to tell it from. Blink says no bytes, only percent (protocol §4.9), so the clips'
 * own sizes are the measure: all of them together are `usedPercent` of the drive. Where something else lies on it too,
 * the drive is larger than that, and full later than this says.
 */
export function driveFullAtMs(
  usedPercent: number,
  moduleId: ModuleId,
  { columns, cameras }: Clips,
  nowMs: number,
): number | null {
  if (usedPercent < leastPercent || usedPercent >= 100) return null;
  const isOurs = cameras.map((camera) => camera.moduleId === moduleId);
  let listed = 0;
  let oldestMs = nowMs;
  let came = 0;
  let clips = 0;
  for (const [place, seconds] of columns.recordedAtS.entries()) {
    const recordedAtMs = seconds * 1000;
    if (!isOurs[columns.camera[place] ?? 0]) continue;
    const size = columns.sizeKiB[place] ?? 0;
    if (((columns.flags[place] ?? 0) & ClipFlag.onDrive) !== 0) listed += size;
    oldestMs = Math.min(oldestMs, recordedAtMs);
    if (recordedAtMs <= nowMs - longestMs || recordedAtMs > nowMs) continue; // some modules' clocks are ahead
    came += size; // also what was deleted since: it had to be held
    clips += 1;
  }
  const measuredMs = Math.min(longestMs, nowMs - oldestMs);
  if (measuredMs < shortestMs || clips < fewestClips) return null;
  const free = (listed * (100 - usedPercent)) / usedPercent;
  const leftMs = (free / came) * measuredMs;
  return leftMs > farthestMs ? null : Math.round(nowMs + leftMs);
}
