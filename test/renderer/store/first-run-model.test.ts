// Which step is shown, and what is told of the home that was found.
import { expect, test } from 'vitest';
import type { AppState } from '../../../preload/contract.ts';
import { ClipTable } from '../../../renderer/store/clip-table.ts';
import { foundAtHome, shownStep } from '../../../renderer/store/first-run-model.ts';
import { barn, cabin, clipCameras, clipsOf, hallway, nowMs, signedIn, signedOut, twoDays } from '../harness/made-up.ts';

const counts = new ClipTable(clipsOf(twoDays)).counts();
const nothing = new ClipTable(clipsOf([])).counts();
const home = (changes: Partial<AppState>) => foundAtHome({ ...signedIn, ...changes }, clipCameras, counts);

test('someone new starts at the welcome, someone signed in at the drives', () => {
  expect(shownStep(null, signedOut.session)).toBe('welcome');
  expect(shownStep(null, { kind: 'signing-in', at: 'window' })).toBe('sign-in');
  expect(shownStep(null, signedIn.session)).toBe('drives');
});

test('a session that ends on the way leads back to signing in, and no further', () => {
  expect(shownStep('folder', signedOut.session)).toBe('sign-in');
  expect(shownStep('drives', signedOut.session)).toBe('sign-in');
  expect(shownStep('welcome', signedOut.session)).toBe('welcome');
  expect(shownStep('sign-in', signedIn.session)).toBe('sign-in');
});

test('modules have the cameras and clips that were found on their drives', () => {
  const { modules, clips } = home({});
  expect(modules.map(({ name, cameras, clips: own, status }) => [name, cameras, own, status])).toEqual([
    ['Hallway module', 5, 15, 'ready'],
    ['Barn module', 1, 1, 'ready'],
  ]);
  expect(clips).toBe(16);
});

test('a module that is alone in its system has all of its cameras, clips or not', () => {
  const alone = { ...signedIn, systems: [{ ...cabin, modules: [hallway] }] };
  const [module] = foundAtHome(alone, [], nothing).modules;
  expect(module).toMatchObject({ cameras: 6, clips: 0, cameraId: 1 });
});

test('a list that is being read for the first time is told from one that was', () => {
  const systems = [{ ...cabin, modules: [hallway, { ...barn, listedAtMs: null }] }];
  expect(home({ systems, checking: true }).modules.map(({ status }) => status)).toEqual(['ready', 'reading']);
});

test('an offline module greys its cameras; another module’s stay', () => {
  const systems = [{ ...cabin, modules: [hallway, { ...barn, online: false }] }];
  const { cameras, modules } = home({ systems });
  expect(cameras.filter(({ offline }) => offline).map(({ name }) => name)).toEqual(['Paddock']);
  expect(modules.map(({ status }) => status)).toEqual(['ready', 'offline']);
});

test('a home without a module is told once it was looked at, not while it is', () => {
  const systems = [{ ...cabin, modules: [], cameras: [] }];
  expect(home({ systems, checking: true }).problem).toBeNull();
  expect(home({ systems }).problem).toEqual({ kind: 'no-module' });
});

test('only what concerns the whole home is told of it', () => {
  const notice = { id: 1, level: 'warn', atMs: nowMs } as const;
  expect(home({ notices: [{ ...notice, problem: { kind: 'keychain-missing' } }] }).problem).toBeNull();
  expect(home({ notices: [{ ...notice, problem: { kind: 'offline' } }] }).problem).toEqual({ kind: 'offline' });
});
