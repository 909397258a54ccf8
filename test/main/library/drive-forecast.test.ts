// When a drive will be full, told from what is on it and what came lately, and never from too little.
import { expect, test } from 'vitest';
import { driveFullAtMs } from '../../../main/library/drive-forecast.ts';
import { ClipFlag } from '../../../preload/contract.ts';
import { barnId, clipCameras, hallwayId, nowMs } from '../../renderer/harness/made-up.ts';

const dayMs = 86_400_000;
const { onDrive, saved } = ClipFlag;

/** A clip every two hours, all of one size, for so many days, on the hallway's drive. */
const every2Hours = (days: number, flags: number = onDrive) =>
  Array.from({ length: days * 12 }, (_, at) => ({
    recordedAtMs: nowMs - (at + 0.5) * 7_200_000,
    flags,
  }));
function daysLeft(percent: number, clips: ReturnType<typeof every2Hours>, moduleId = hallwayId): number | null {
  const columns = {
    key: Uint32Array.from(clips, (_, at) => at + 1),
    camera: new Uint16Array(clips.length), // the front gate's
    recordedAtS: Uint32Array.from(clips, ({ recordedAtMs }) => recordedAtMs / 1000),
    sizeKiB: new Uint32Array(clips.length).fill(1000),
    lengthMs: new Uint32Array(clips.length),
    flags: Uint16Array.from(clips, ({ flags }) => flags),
  };
  const fullAtMs = driveFullAtMs(percent, moduleId, { revision: 1, columns, cameras: clipCameras }, nowMs);
  return fullAtMs === null ? null : (fullAtMs - nowMs) / dayMs;
}

test('a drive that 30 days filled by half is full in 30 days, one that they filled by three quarters in ten', () => {
  expect(daysLeft(50, every2Hours(30))).toBeCloseTo(30, 0);
  expect(daysLeft(75, every2Hours(30))).toBeCloseTo(10, 0);
});

test('what was deleted meanwhile came all the same', () => {
  const deleted = every2Hours(14, saved).map((clip) => ({ ...clip, recordedAtMs: clip.recordedAtMs - 1000 }));
  expect(daysLeft(50, [...every2Hours(30), ...deleted])).toBeCloseTo(15, 0);
});

test('only the last two weeks say what will come', () => {
  const before = every2Hours(60).filter(({ recordedAtMs }) => recordedAtMs < nowMs - 14 * dayMs);
  expect(daysLeft(50, before)).toBeNull();
});

test('nothing is said of a drive in use for less than three days, of few clips, or where a percent decides', () => {
  expect(daysLeft(50, every2Hours(2))).toBeNull();
  expect(
    daysLeft(
      50,
      every2Hours(30).filter((_, at) => at % 12 === 0),
    ),
  ).toBeNull();
  expect(daysLeft(3, every2Hours(30))).toBeNull();
  expect(daysLeft(50, [])).toBeNull();
});

test('nor of one that is full, or will be in more than five years', () => {
  expect(daysLeft(100, every2Hours(30))).toBeNull();
  expect(daysLeft(5, every2Hours(120))).toBeNull();
});

test('another module’s clips, and a clock that is ahead, do not count', () => {
  expect(daysLeft(50, every2Hours(30), barnId)).toBeNull();
  const ahead = every2Hours(3).map((clip) => ({ ...clip, recordedAtMs: nowMs + 400 * dayMs }));
  expect(daysLeft(50, [...every2Hours(30), ...ahead])).toBeCloseTo(33, 0); // on the drive they are
});
