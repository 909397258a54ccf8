import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ZoneOffsets } from '../../../renderer/store/zone-offsets.ts';

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'UTC',
];

/** The slow truth: what the engine itself says. */
function offsetByIntl(timeZone: string, unixS: number): number {
  const wall = new Date(unixS * 1000).toLocaleString('sv-SE', { timeZone });
  return Date.parse(`${wall.replace(' ', 'T')}Z`) / 1000 - unixS;
}

test('agrees with Intl everywhere and at any time', () => {
  const offsets = new Map(zones.map((zone) => [zone, new ZoneOffsets(zone)]));
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (zone, unixS) => {
      expect(offsets.get(zone)?.at(unixS)).toBe(offsetByIntl(zone, unixS));
    }),
    { numRuns: 300 },
  );
});

test('changes at the very second when summer time ends', () => {
  const berlin = new ZoneOffsets('Europe/Berlin');
  const change = Date.UTC(2026, 9, 25, 1) / 1000;
  expect([berlin.at(change - 1), berlin.at(change)]).toEqual([7200, 3600]);
});

test('a zone that nobody knows is read as UTC', () => {
  expect(new ZoneOffsets('Europe/Atlantis').at(1_790_000_000)).toBe(0);
});
