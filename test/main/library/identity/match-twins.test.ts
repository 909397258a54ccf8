import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type KnownTwin, type ListedTwin, matchTwins } from '../../../../main/library/identity/match-twins.ts';

const known = (size: number, changes: Partial<KnownTwin> = {}): KnownTwin => ({
  size,
  lengthMs: 0,
  onDrive: true,
  copied: false,
  fetchedAs: null,
  ...changes,
});
const listed = (clipId: string, size: number, lengthMs = 0): ListedTwin => ({ clipId, size, lengthMs });

describe('clips of one camera and one second', () => {
  test('are told apart by size, in whatever order they are listed', () => {
    const match = matchTwins([known(100), known(200)], [listed('a', 200), listed('b', 100)]);

    expect(match).toEqual({ known: [1, 0], unsure: new Set() });
  });

  test('and of one size, by length', () => {
    const twins = [known(100, { lengthMs: 5000 }), known(100, { lengthMs: 9000 })];

    expect(matchTwins(twins, [listed('a', 100, 9000), listed('b', 100, 5000)]).known).toEqual([1, 0]);
  });

  test('and of one size, by what a file was fetched by under this manifest', () => {
    const twins = [known(100), known(100, { copied: true, fetchedAs: 'a' })];

    expect(matchTwins(twins, [listed('a', 100), listed('b', 100)])).toEqual({ known: [1, 0], unsure: new Set() });
  });

  test('a new one does not take the place of a known one', () => {
    expect(matchTwins([known(100)], [listed('a', 300), listed('b', 100)]).known).toEqual([null, 0]);
  });

  test('one whose size cannot be read is the one that is left over, not a new one', () => {
    expect(matchTwins([known(100), known(200)], [listed('a', 0), listed('b', 100)]).known).toEqual([1, 0]);
  });

  test('one that was first listed without its size is known by its place beside the others', () => {
    expect(matchTwins([known(0), known(200)], [listed('a', 200), listed('b', 100)]).known).toEqual([1, 0]);
  });

  test('of several that a row without a size may mean, it is the one that was fetched by its id', () => {
    const twins = [known(100), known(200, { copied: true, fetchedAs: 'a' })];

    expect(matchTwins(twins, [listed('a', 0)]).known).toEqual([1]);
  });

  test('none of them is new while clips without a row are left', () => {
    const match = matchTwins([known(100), known(200)], [listed('a', 0), listed('b', 0)]);

    expect(new Set(match.known)).toEqual(new Set([0, 1]));
  });

  test('one that came back is known again', () => {
    const twins = [known(100), known(200, { onDrive: false })];

    expect(matchTwins(twins, [listed('a', 200)]).known).toEqual([1]);
  });

  test('where one of two equal ones left, the one without a file is taken to be there', () => {
    const twins = [known(100, { copied: true }), known(100)];

    expect(matchTwins(twins, [listed('a', 100)])).toEqual({ known: [1], unsure: new Set() });
  });

  test('where one more equal one came, the file of the old one may be the new one’s', () => {
    const twins = [known(100, { copied: true })];

    expect(matchTwins(twins, [listed('a', 100), listed('b', 100)])).toEqual({
      known: [0, null],
      unsure: new Set([0]),
    });
  });

  test('where all equal ones have files, no file is unsure: together they are complete', () => {
    const twins = [known(100, { copied: true }), known(100, { copied: true })];

    expect(matchTwins(twins, [listed('a', 100), listed('b', 100)]).unsure).toEqual(new Set());
  });

  test('no clip is matched twice, and none is called new while one of its size is left', () => {
    const size = fc.constantFrom(100, 200, 300);
    const knownTwin = fc.record({
      size,
      lengthMs: fc.constantFrom(0, 5000),
      onDrive: fc.boolean(),
      copied: fc.boolean(),
      fetchedAs: fc.option(fc.constantFrom('0', '1', '2')),
    });
    fc.assert(
      fc.property(fc.array(knownTwin, { maxLength: 5 }), fc.array(size, { maxLength: 5 }), (twins, sizes) => {
        const rows = sizes.map((value, place) => listed(String(place), value));
        const match = matchTwins(twins, rows);

        const used = match.known.filter((place) => place !== null);
        expect(new Set(used).size).toBe(used.length);
        for (const place of match.unsure) expect(twins[place]?.copied).toBe(true);
        for (const value of [100, 200, 300]) {
          const isNew = rows.some((row, place) => row.size === value && match.known[place] === null);
          const isLeft = twins.some((twin, place) => twin.size === value && !used.includes(place));
          expect(isNew && isLeft).toBe(false);
        }
      }),
    );
  });
});
