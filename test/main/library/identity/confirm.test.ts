import { describe, expect, test } from 'vitest';
import { confirm, type FetchedFile, type ListedClip } from '../../../../main/library/identity/confirm.ts';
import { learnSizeUnit } from '../../../../main/library/identity/size-unit.ts';

const file = (changes: Partial<FetchedFile> = {}): FetchedFile => ({
  pair: { manifestId: '5120', clipId: '7' },
  bytes: 412 * 1024,
  lengthMs: 8000,
  settled: null,
  mayBeOld: false,
  isDoubled: false,
  hasRival: false,
  isUnsure: false,
  ...changes,
});
const listed = (manifestId: string, clipId: string, size = 412, lengthMs = 0): ListedClip => ({
  pair: { manifestId, clipId },
  size,
  lengthMs,
});
const kib = learnSizeUnit([]);

describe('a saved file', () => {
  test('is confirmed where the same handles still mean this clip', () => {
    expect(confirm(file(), listed('5120', '7'), kib)).toBe('confirmed');
  });

  test('is in doubt where the same manifest now means this clip by another id', () => {
    expect(confirm(file(), listed('5120', '8'), kib)).toBe('misfit');
  });

  test('is confirmed under another manifest where its bytes and its length fit, else in doubt', () => {
    expect(confirm(file(), listed('5121', '3'), kib)).toBe('confirmed');
    expect(confirm(file(), listed('5121', '3', 600), kib)).toBe('misfit');
    expect(confirm(file(), listed('5121', '3', 412, 8400), kib)).toBe('confirmed');
    expect(confirm(file(), listed('5121', '3', 412, 20_000), kib)).toBe('misfit');
    expect(confirm(file(), listed('5121', '3', 0), kib)).toBe('misfit');
  });

  test('is in doubt under another manifest where it may be the file of another clip, until it came twice', () => {
    expect(confirm(file({ hasRival: true }), listed('5120', '7'), kib)).toBe('confirmed');
    expect(confirm(file({ hasRival: true }), listed('5121', '3'), kib)).toBe('misfit');
    expect(confirm(file({ hasRival: true, settled: 'misfit' }), listed('5121', '3'), kib)).toBe('confirmed');
  });

  test('is confirmed under another manifest where the clip kept its id, if it fits', () => {
    expect(confirm(file({ hasRival: true }), listed('5121', '7'), kib)).toBe('confirmed');
    expect(confirm(file({ hasRival: true }), listed('5121', '7', 600), kib)).toBe('misfit');
  });

  test('is confirmed where the same bytes came twice, though its size never fits', () => {
    expect(confirm(file({ settled: 'misfit' }), listed('5121', '3', 600), kib)).toBe('confirmed');
  });

  test('stays as it is where the clip left the drive', () => {
    expect(confirm(file({ isDoubled: true }), null, kib)).toBe('provisional');
  });

  test('is in doubt where an equal clip has the same bytes', () => {
    expect(confirm(file({ isDoubled: true }), listed('5120', '7'), kib)).toBe('doubled');
    expect(confirm(file({ isDoubled: true, settled: 'misfit' }), listed('5121', '3'), kib)).toBe('doubled');
  });

  test('is not confirmed by a size that an equal clip has, too', () => {
    expect(confirm(file({ isUnsure: true }), listed('5121', '3'), kib)).toBe('provisional');
    expect(confirm(file({ isUnsure: true }), listed('5121', '3', 600), kib)).toBe('misfit');
  });
});

describe('what sizes count', () => {
  const samples = (unit: number) => [300, 511, 820, 1234, 1500, 2047].map((size) => ({ size, bytes: size * unit }));

  test('is KiB, KB or bytes while nothing is known', () => {
    expect(kib(412 * 1024 + 500, 412)).toBe(true);
    expect(kib(412 * 1000, 412)).toBe(true);
    expect(kib(412_345, 412_345)).toBe(true);
    expect(kib(412 * 1100, 412)).toBe(false);
  });

  test('is learned from files, exactly', () => {
    const fits = learnSizeUnit(samples(1024));
    expect(fits(412 * 1024 + 1023, 412)).toBe(true);
    expect(fits(412 * 1000, 412)).toBe(false);
    expect(fits(420 * 1024, 412)).toBe(false);
  });

  test('may be anything, as long as it is always the same', () => {
    expect(learnSizeUnit(samples(777))(100 * 777, 100)).toBe(true);
    expect(learnSizeUnit(samples(777))(100 * 1024, 100)).toBe(false);
  });

  test('is not spoiled by a few wrong files', () => {
    const fits = learnSizeUnit([...samples(1024), { size: 300, bytes: 2_000_000 }, { size: 2000, bytes: 300_000 }]);
    expect(fits(412 * 1024, 412)).toBe(true);
    expect(fits(440 * 1024, 412)).toBe(false);
  });

  test('of modules that only estimate is believed as far as they do', () => {
    const rough = [0.95, 0.97, 1, 1.02, 1.05, 0.99].map((error) => ({ size: 1000, bytes: 1000 * 1024 * error }));
    expect(learnSizeUnit(rough)(1030 * 1024, 1000)).toBe(true);
    expect(learnSizeUnit(rough)(1500 * 1024, 1000)).toBe(false);
  });
});
