import { describe, expect, test } from 'vitest';
import { namedIn, pathClues } from '../../../../main/library/identity/file-clues.ts';
import { type Candidate, recognise, type StrayFile } from '../../../../main/library/identity/recognise.ts';
import { learnSizeUnit } from '../../../../main/library/identity/size-unit.ts';

const at = Date.UTC(2026, 10, 23, 12, 58, 4);

describe('a path says when', () => {
  test.each([
    ['Frontgate_2026-11-23T12-58-04.mp4', 'wallMs'],
    ['20261123_125804.mp4', 'wallMs'],
    ['2026-11-23/Front gate/12.58.04.mp4', 'wallMs'],
    ['2026/11/23/12-58-04.mp4', 'wallMs'],
    ['2026-11-23 12h58m04.mp4', 'wallMs'],
    ['2026-11-23T12:58:04.000Z.mp4', 'momentsMs'],
    ['2026-11-23T13:58:04+01:00 Porch.mp4', 'momentsMs'],
    ['2026-11-23 07.58.04-0500.mp4', 'momentsMs'],
    [`clip-${at / 1000}.mp4`, 'momentsMs'],
    [`${at}.mp4`, 'momentsMs'],
  ] as const)('%s', (path, kind) => {
    expect(pathClues(path)).toMatchObject({ momentsMs: [], wallMs: [], [kind]: [at] });
  });

  test.each(['holiday.mp4', '2026-13-45T99-99-99.mp4', '2026-11-23.mp4', '125804.mp4', 'IMG_0042.mp4'])(
    '%s says nothing of it',
    (path) => expect(pathClues(path)).toMatchObject({ momentsMs: [], wallMs: [] }),
  );

  test('and by which camera: not by one whose name is part of another', () => {
    const { words } = pathClues('blink_backups/Front gate/x.mp4');
    expect(namedIn(words, ['gate', 'frontgate', 'porch'])).toEqual(new Set(['frontgate']));
  });
});

const clip: Candidate<number> = {
  key: 1,
  camera: 'frontgate',
  recordedAtMs: at,
  wallMs: at + 3_600_000,
  size: 400,
  lengthMs: 12_000,
};
const file = (path: string, changes: Partial<StrayFile> = {}): StrayFile => ({
  clues: pathClues(path),
  bytes: 400 * 1024,
  lengthMs: 12_300,
  madeAtMs: [],
  ...changes,
});
const recognised = (stray: StrayFile, near: readonly Candidate<number>[] = [clip]) =>
  recognise(stray, near, ['frontgate', 'porch'], learnSizeUnit([]));

describe('a file is recognised', () => {
  test('by camera and second, of UTC or of the camera’s own clock', () => {
    expect(recognised(file('Front gate 2026-11-23 12.58.04.mp4'))).toEqual({ kind: 'clip', key: 1, proof: 'name' });
    expect(recognised(file('Front gate 2026-11-23 13.58.04.mp4'))).toEqual({ kind: 'clip', key: 1, proof: 'name' });
  });

  test('as a guess where no camera is named, or only the file system says when', () => {
    expect(recognised(file('2026-11-23 12.58.04.mp4'))).toMatchObject({ proof: 'guess' });
    expect(recognised(file('Front gate.mp4', { madeAtMs: [at + 14_000] }))).toMatchObject({ proof: 'guess' });
  });

  test('not where another camera is named, or another second, or it was made at another time', () => {
    const none = { kind: 'undecided', reason: 'no-clip' };
    expect(recognised(file('Porch 2026-11-23 12.58.04.mp4'))).toEqual(none);
    expect(recognised(file('Front gate 2026-11-23 12.58.05.mp4'))).toEqual(none);
    expect(recognised(file('x.mp4', { madeAtMs: [at - 60_000] }))).toEqual(none);
    expect(recognised(file('x.mp4'))).toEqual(none);
  });

  test('not where size or length speak against it', () => {
    const misfit = { kind: 'undecided', reason: 'misfit' };
    expect(recognised(file('Front gate 2026-11-23 12.58.04.mp4', { bytes: 500_000 }))).toEqual(misfit);
    expect(recognised(file('Front gate 2026-11-23 12.58.04.mp4', { lengthMs: 20_000 }))).toEqual(misfit);
    expect(recognised(file('Front gate 2026-11-23 12.58.04.mp4'), [{ ...clip, size: 0 }])).toEqual(misfit);
  });

  test('not where it fits several, as one time on two clocks does', () => {
    const hourLater = { ...clip, key: 2, recordedAtMs: at + 3_600_000, wallMs: at + 7_200_000 };
    expect(recognised(file('Front gate 2026-11-23 13.58.04.mp4'), [clip, hourLater])).toEqual({
      kind: 'undecided',
      reason: 'several',
    });
  });
});
