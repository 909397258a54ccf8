import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteRange } from '../../../main/media/range.ts';

const whole = { kind: 'whole' };
const unsatisfiable = { kind: 'unsatisfiable' };
const part = (first: number, last: number) => ({ kind: 'part', first, last });

test('no range, or one that is not understood, means the whole file', () => {
  expect(byteRange(null, 100)).toEqual(whole);
  expect(byteRange('', 100)).toEqual(whole);
  expect(byteRange('bytes=-', 100)).toEqual(whole);
  expect(byteRange('seconds=1-2', 100)).toEqual(whole);
  expect(byteRange('bytes=1-2,4-5', 100)).toEqual(whole);
  expect(byteRange('bytes=9-3', 100)).toEqual(whole);
});

test('a range is cut at the end of the file', () => {
  expect(byteRange('bytes=0-', 100)).toEqual(part(0, 99));
  expect(byteRange('bytes=10-19', 100)).toEqual(part(10, 19));
  expect(byteRange('bytes=90-500', 100)).toEqual(part(90, 99));
  expect(byteRange('bytes=99-99', 100)).toEqual(part(99, 99));
});

test('a suffix counts from the end', () => {
  expect(byteRange('bytes=-10', 100)).toEqual(part(90, 99));
  expect(byteRange('bytes=-500', 100)).toEqual(part(0, 99));
});

test('a range behind the end, or of nothing, cannot be served', () => {
  expect(byteRange('bytes=100-', 100)).toEqual(unsatisfiable);
  expect(byteRange('bytes=100-200', 100)).toEqual(unsatisfiable);
  expect(byteRange('bytes=-0', 100)).toEqual(unsatisfiable);
  expect(byteRange('bytes=0-', 0)).toEqual(unsatisfiable);
});

test('whatever is asked, the part lies inside the file', () => {
  const number = fc.oneof(fc.constant(''), fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String));
  fc.assert(
    fc.property(number, number, fc.nat(), (from, to, size) => {
      const range = byteRange(`bytes=${from}-${to}`, size);
      if (range.kind !== 'part') return true;
      return range.first >= 0 && range.first <= range.last && range.last < size;
    }),
  );
});
