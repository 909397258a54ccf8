// Where a clip is saved by default: `Front gate/2026-11-23/2026-11-23 13.58.04 Front gate.mp4`.
import { localTimes } from './local-time.ts';
import { LONGEST_SEGMENT, safeSegment } from './safe-segment.ts';

const ENDING = '.mp4';

/** Answers names for clips of one time zone (IANA; null: unknown), relative to the folder, with `/`. */
export function naming(timeZone: string | null): (camera: string, recordedAtMs: number) => string {
  const localTime = localTimes(timeZone);
  return (camera, recordedAtMs) => {
    const { date, time } = localTime(recordedAtMs);
    const stem = safeSegment(`${date} ${time} ${camera}`, LONGEST_SEGMENT - ENDING.length);
    return `${safeSegment(camera)}/${date}/${stem}${ENDING}`;
  };
}
