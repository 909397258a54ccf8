import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cameraPictures } from '../../../main/media/camera-pictures.ts';
import { failed, succeeded } from '../../../main/problem.ts';
import type { Result } from '../../../preload/contract.ts';
import { virtualClock } from '../../virtual-clock.ts';

const morning = new Uint8Array([0xff, 0xd8, 0xff, 1]);
const evening = new Uint8Array([0xff, 0xd8, 0xff, 2]);

let profile: string;
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'cliptray-cameras-'));
});
afterEach(() => rm(profile, { recursive: true }));

/** A start of the app: the picture's path as the homescreen has it, and what the cloud answers. */
function started(path: string | null, answer: Result<Uint8Array | null>, account = 246810) {
  const asked: string[] = [];
  const state = { path, answer };
  const clock = virtualClock();
  const picture = cameraPictures({
    profile,
    account: () => account,
    pathOf: () => state.path,
    fetch: async (wanted) => {
      asked.push(wanted);
      return state.answer;
    },
    clock,
    log: { info() {}, warn() {}, error() {} },
  });
  return { picture, asked, state, clock };
}

test('a picture is asked for once, also by several images at the same time and after a restart', async () => {
  const { picture, asked } = started('/a.jpg', succeeded(morning));
  expect(await Promise.all([picture(1), picture(1)])).toEqual([morning, morning]);
  expect(await picture(1)).toEqual(morning);
  expect(asked).toEqual(['/a.jpg']);

  const later = started('/a.jpg', failed('offline'));
  expect(await later.picture(1)).toEqual(morning);
  expect(later.asked).toEqual([]);
});

test('a new picture takes the place of the old one', async () => {
  const { picture, state } = started('/a.jpg', succeeded(morning));
  await picture(1);
  state.path = '/b.jpg';
  state.answer = succeeded(evening);
  expect(await picture(1)).toEqual(evening);
  expect(await readdir(join(profile, 'cameras'))).toHaveLength(1);
});

test('where the new one cannot be had, or nothing is known of the camera yet, the old one is given', async () => {
  const { picture, state } = started('/a.jpg', succeeded(morning));
  await picture(1);
  state.path = '/b.jpg';
  state.answer = failed('offline');
  expect(await picture(1)).toEqual(morning);
  expect(await started(null, failed('offline')).picture(1)).toEqual(morning);
});

test('a picture that is not there is asked for again after five minutes, not before', async () => {
  const { picture, asked, state, clock } = started('/a.jpg', succeeded(null));
  expect(await picture(1)).toBeNull();
  state.answer = succeeded(morning);
  expect(await picture(1)).toBeNull();
  expect(asked).toHaveLength(1);
  await clock.run(clock.sleep(300_000));
  expect(await picture(1)).toEqual(morning);
});

test('a web page is no picture', async () => {
  const { picture } = started('/a.jpg', succeeded(new TextEncoder().encode('<html>')));
  expect(await picture(1)).toBeNull();
});
