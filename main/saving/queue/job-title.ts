// What a job is called that saves clips which somebody picked.
import type { ClipKey, JobTitle } from '../../../preload/contract.ts';
import type { ClipRow, Library } from '../../library/index.ts';

/** Picked clips are named after their camera and days, as far as the library knows them; another title stays. */
export function titleFor(title: JobTitle, keys: readonly ClipKey[], library: Pick<Library, 'row' | 'dayOf'>): JobTitle {
  if (title.kind !== 'selection') return title;
  const rows = keys.flatMap((key) => library.row(key) ?? []);
  const [first] = rows;
  if (!first) return title;
  const { cameraName: camera, recordedAtMs } = first;
  if (rows.length === 1) return { kind: 'one', camera, recordedAtMs };
  const oldest = rows.reduce(earlier);
  const newest = rows.reduce((a, b) => (earlier(a, b) === a ? b : a));
  return {
    kind: 'clips',
    camera: rows.every((row) => row.cameraName === camera) ? camera : null,
    fromDay: library.dayOf(oldest.key),
    toDay: library.dayOf(newest.key),
  };
}

const earlier = (a: ClipRow, b: ClipRow): ClipRow => (a.recordedAtMs <= b.recordedAtMs ? a : b);
