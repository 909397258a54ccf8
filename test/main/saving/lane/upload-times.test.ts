// What the lane learns of a module, tried on modules that are nothing but a distribution of upload times.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paces, UploadTimes } from '../../../../main/saving/lane/upload-times.ts';
import type { Pace } from '../../../../preload/contract.ts';
import { seededRandom } from '../../../blink-cloud/index.ts';

interface Tally {
  /** From the request to the moment the clip was found. */
  readonly foundMs: number;
  readonly uploadMs: number;
  readonly looks: number;
}

/** Uploads one clip after the other, looking as a lane does; each is over after `draw()` ms. */
function upload(times: UploadTimes, clips: number, pace: Pace, draw: (clip: number) => number): Tally {
  const total = { foundMs: 0, uploadMs: 0, looks: 0 };
  for (let clip = 0; clip < clips; clip++) {
    const uploadMs = draw(clip);
    let notYetMs = 0;
    let lookMs = Math.max(0, times.firstLookMs(pace));
    for (total.looks++; lookMs < uploadMs; total.looks++) {
      notYetMs = lookMs;
      lookMs += paces[pace].stepMs;
    }
    times.found(notYetMs, lookMs, pace);
    total.foundMs += lookMs;
    total.uploadMs += uploadMs;
  }
  return total;
}

/** Evenly distributed around a mean that a module may have. */
function module(seed: number, meanMs: number, spread: number): () => number {
  const random = seededRandom(seed);
  return () => meanMs * (1 - spread + 2 * spread * random());
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const means = fc.integer({ min: 2000, max: 8000 });

/** Sixty clips from each of ten modules: one alone may have bad luck. */
function inTheMean(pace: Pace, seed: number, meanMs: number, spread: number): Tally {
  const sum = { foundMs: 0, uploadMs: 0, looks: 0 };
  for (let at = 0; at < 10; at++) {
    const times = new UploadTimes(seededRandom(seed + at));
    const { foundMs, uploadMs, looks } = upload(times, 60, pace, module(seed + 1000 + at, meanMs, spread));
    sum.foundMs += foundMs;
    sum.uploadMs += uploadMs;
    sum.looks += looks / (10 * 60);
  }
  return sum;
}

test('at full pace a module whose uploads hardly differ costs at most 12 % more than they take', () => {
  fc.assert(
    fc.property(seeds, means, fc.double({ min: 0, max: 0.1, noNaN: true }), (seed, meanMs, spread) => {
      const { foundMs, uploadMs } = inTheMean('full', seed, meanMs, spread);
      expect(foundMs / uploadMs).toBeLessThanOrEqual(1.12);
    }),
    { numRuns: 8 },
  );
});

test('at full pace uploads of 2 to 6.5 s cost at most 10 % more than they take', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { foundMs, uploadMs } = inTheMean('full', seed, 4250, 0.53);
      expect(foundMs / uploadMs).toBeLessThanOrEqual(1.1);
    }),
    { numRuns: 4 },
  );
});

test('at the gentle pace a clip costs at most 2.6 requests where uploads take up to 5 s', () => {
  const spreads = fc.double({ min: 0, max: 0.4, noNaN: true });
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1500, max: 5000 }), spreads, (seed, longestMs, spread) => {
      const { looks } = inTheMean('gentle', seed, longestMs / (1 + spread), spread);
      expect(1 + looks).toBeLessThanOrEqual(2.6);
    }),
    { numRuns: 10 },
  );
});

test('a module that becomes faster, and slower again, is followed', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const times = new UploadTimes(seededRandom(seed));
      const slow = module(seed + 1, 8000, 0.05);
      const fast = module(seed + 2, 3000, 0.05);
      const ratio = (tally: Tally) => tally.foundMs / tally.uploadMs;
      upload(times, 60, 'full', slow);
      upload(times, 60, 'full', fast); // it learns
      expect(ratio(upload(times, 60, 'full', fast))).toBeLessThanOrEqual(1.15);
      upload(times, 60, 'full', slow);
      expect(ratio(upload(times, 60, 'full', slow))).toBeLessThanOrEqual(1.12);
    }),
    { numRuns: 5 },
  );
});

test('the mean says how long a clip takes', () => {
  const times = new UploadTimes(seededRandom(1));
  expect(times.meanMs).toBeNull();
  upload(times, 60, 'full', () => 4000);
  expect(times.meanMs).toBeGreaterThan(3900);
  expect(times.meanMs).toBeLessThan(4600);
});
