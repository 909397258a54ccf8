// Saved files get other names: each has its own bytes afterwards, nothing is written over, whatever happens meanwhile.
import fs, { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Library, RenameStore } from '../../../../main/library/index.ts';
import { Folders } from '../../../../main/saving/folder/folders.ts';
import { Renaming } from '../../../../main/saving/folder/renaming.ts';
import { type ChosenFolder, chooseFolder, hashOf } from '../../../../main/saving/index.ts';
import type { ClipKey } from '../../../../preload/contract.ts';
import { given, silentLog } from '../../blink/connected.ts';
import { keyAt, openRoom, type Room, row, temporaryFolder } from '../../library/room.ts';

interface Run {
  readonly renaming: Renaming;
  /** Resolves when no file is to be renamed any more. */
  over(): Promise<void>;
}

interface Scene {
  readonly room: Room;
  readonly folder: ChosenFolder;
  /** The clip that was recorded at this minute. */
  key(minute: number): ClipKey;
  /** What files are called from now on, by the minute of their clip. */
  wanted: Readonly<Record<number, string>>;
  /** A run of the app. */
  start(changes?: Partial<RenameStore>): Promise<Run>;
  /** Everything in the folder but its marker: what it is called, and what is in it. */
  files(): Promise<Readonly<Record<string, string>>>;
  /** What the index says of it. */
  indexed(): Promise<Readonly<Record<string, string>>>;
}

/** Clips of these minutes, saved under these names. */
async function saved(names: Readonly<Record<number, string>>): Promise<Scene> {
  const room = await openRoom(await temporaryFolder());
  const folder = given(await chooseFolder(await temporaryFolder()));
  const minutes = Object.keys(names).map(Number);
  await room.list(
    '5120',
    minutes.map((minute) => row(minute)),
  );
  const key = (minute: number) => keyAt(room.library, minute);
  for (const minute of minutes) await saveAs(room, folder, minute, names[minute] ?? '');
  await rm(join(folder.path, '.cliptray-partial'), { recursive: true });

  const scene: Scene = {
    room,
    folder,
    key,
    wanted: {},
    async start(changes = {}) {
      const library: Library = {
        ...room.library,
        renames: { ...room.library.renames, ...changes },
        wantedName: (of) => scene.wanted[minutes.find((minute) => key(minute) === of) ?? 0] ?? '',
      };
      const parts = { clock: room.clock, log: silentLog, library };
      let changed = () => {};
      const folders = new Folders(library.queue, {
        ...parts,
        reserveBytes: 0,
        restore: (one) => renaming.restore(one),
        onChange: () => renaming.goOn(),
      });
      const renaming: Renaming = new Renaming({ ...parts, folders, onChange: () => changed() });
      const over = async () => {
        await renaming.rested();
        while (renaming.isRunning) {
          await new Promise<void>((resolve) => {
            changed = resolve;
          });
          await renaming.rested();
        }
      };
      onTestFinished(async () => {
        await renaming.close();
        await folders.close();
      });
      await folders.choose(folder, true);
      renaming.resume();
      return { renaming, over };
    },
    async files() {
      const all = await readdir(folder.path, { recursive: true, withFileTypes: true });
      const found = await Promise.all(
        all
          .filter((entry) => entry.isFile() && entry.name !== '.cliptray-folder')
          .map(async ({ parentPath, name }) => {
            const file = join(parentPath, name);
            return [file.slice(folder.path.length + 1), await readFile(file, 'utf8')] as const;
          }),
      );
      return Object.fromEntries(found);
    },
    async indexed() {
      const copies = await room.library.queue.copiesIn(folder.id);
      const minuteOf = (of: ClipKey) => minutes.find((minute) => key(minute) === of);
      return Object.fromEntries(copies.map((copy) => [copy.path, `clip ${minuteOf(copy.key)}`]));
    },
  };
  return scene;
}

/** What does not matter here. */
const copyOf = (minute: number) => ({
  taken: [],
  bytes: 6,
  sha256: '',
  lengthMs: null,
  pair: { manifestId: '5120', clipId: String(3_050_607_000 + minute) },
});

async function saveAs({ library, clock }: Room, folder: ChosenFolder, minute: number, path: string) {
  const key = keyAt(library, minute);
  const file = join(folder.path, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `clip ${minute}`);
  await library.queue.addJob({ kind: 'selection' }, [key], folder.id, clock.now());
  await library.queue.seal({
    ...copyOf(minute),
    key,
    folderId: folder.id,
    path,
    sha256: (await hashOf(file)) ?? '',
  });
  await library.queue.saved(key, folder.id, clock.now());
}

/** As a person who presses the button and waits. */
async function renameAll(scene: Scene): Promise<Renaming> {
  const { renaming, over } = await scene.start();
  given(await renaming.begin());
  await scene.room.clock.run(over());
  return renaming;
}

afterEach(() => vi.restoreAllMocks());

test('files move to their new names and folders, and folders that are left empty go', async () => {
  const scene = await saved({ 1: 'Porch/1.mp4', 2: 'Porch/2.mp4' });
  scene.wanted = { 1: '2026/one.mp4', 2: '2026/two.mp4' };
  const renaming = await renameAll(scene);
  expect(await scene.files()).toEqual({ '2026/one.mp4': 'clip 1', '2026/two.mp4': 'clip 2' });
  expect(await scene.indexed()).toEqual(await scene.files());
  expect(await readdir(scene.folder.path)).not.toContain('Porch');
  expect(renaming.state).toEqual({ kind: 'ended', done: 2, kept: 0, stopped: false });
});

test('what would happen is told before, and changes nothing', async () => {
  const scene = await saved({ 1: 'a.mp4', 2: 'Porch (2).mp4' });
  scene.wanted = { 1: 'Porch.mp4', 2: 'Porch.mp4' };
  const { renaming } = await scene.start();
  expect(await renaming.preview()).toEqual({
    ok: true,
    value: { files: 1, examples: [{ from: 'a.mp4', to: 'Porch.mp4' }] },
  });
  expect(await scene.files()).toEqual({ 'a.mp4': 'clip 1', 'Porch (2).mp4': 'clip 2' });
});

test('a file in the way, of which the app knows nothing, is left alone', async () => {
  const scene = await saved({ 1: 'a.mp4' });
  scene.wanted = { 1: 'b.mp4' };
  await writeFile(join(scene.folder.path, 'b.mp4'), 'mine');
  await renameAll(scene);
  expect(await scene.files()).toEqual({ 'b.mp4': 'mine', 'b (2).mp4': 'clip 1' });
});

test('files that change places in a ring all get their names', async () => {
  const scene = await saved({ 1: 'a.mp4', 2: 'b.mp4', 3: 'c.mp4' });
  scene.wanted = { 1: 'b.mp4', 2: 'c.mp4', 3: 'a.mp4' };
  await renameAll(scene);
  expect(await scene.files()).toEqual({ 'b.mp4': 'clip 1', 'c.mp4': 'clip 2', 'a.mp4': 'clip 3' });
  expect(await scene.indexed()).toEqual(await scene.files());
});

test('a name that only gets other capitals is changed, too', async () => {
  const scene = await saved({ 1: 'porch/A.mp4' });
  scene.wanted = { 1: 'porch/a.mp4' };
  await renameAll(scene);
  expect(await scene.files()).toEqual({ 'porch/a.mp4': 'clip 1' });
});

test('a file that the person removed meanwhile costs no other', async () => {
  const scene = await saved({ 1: 'a.mp4', 2: 'b.mp4' });
  scene.wanted = { 1: 'one.mp4', 2: 'two.mp4' };
  await rm(join(scene.folder.path, 'a.mp4'));
  await renameAll(scene);
  expect(await scene.files()).toEqual({ 'two.mp4': 'clip 2' });
});

test('a clip that is saved meanwhile gets no name that is promised', async () => {
  const scene = await saved({ 1: 'a.mp4' });
  const { library } = scene.room;
  await library.renames.plan(scene.folder.id, [{ key: scene.key(1), name: 'one.mp4' }]);
  await scene.room.list('5120', [row(1), row(2)]);
  const clip = { ...copyOf(2), key: scene.key(2), path: 'one.mp4' };
  expect(await library.queue.seal({ ...clip, folderId: 'another' })).toEqual({ path: 'one.mp4' });
  expect(await library.queue.seal({ ...clip, folderId: scene.folder.id })).toEqual({ path: 'one (2).mp4' });
  const { over } = await scene.start();
  await scene.room.clock.run(over());
  expect(await scene.files()).toEqual({ 'one.mp4': 'clip 1' });
});

test('stopping leaves those that were not begun with under their names', async () => {
  const scene = await saved({ 1: 'a.mp4', 2: 'b.mp4', 3: 'c.mp4' });
  scene.wanted = { 1: 'one.mp4', 2: 'two.mp4', 3: 'three.mp4' };
  let isStopped = false;
  const { renaming, over } = await scene.start({
    async left(...args) {
      await scene.room.library.renames.left(...args);
      if (!isStopped) await renaming.stop();
      isStopped = true;
    },
  });
  given(await renaming.begin());
  await scene.room.clock.run(over());
  expect(Object.values(await scene.files()).sort()).toEqual(['clip 1', 'clip 2', 'clip 3']);
  expect(await scene.indexed()).toEqual(await scene.files());
  expect(renaming.state).toMatchObject({ kind: 'ended', stopped: true });
  expect(Object.keys(await scene.files())).toContain('c.mp4');
});

test('a folder that goes away is waited for, with the reason', async () => {
  const scene = await saved({ 1: 'a.mp4', 2: 'b.mp4' });
  scene.wanted = { 1: 'one.mp4', 2: 'two.mp4' };
  let isHere = true;
  const { renaming, over } = await scene.start({
    async left(...args) {
      await scene.room.library.renames.left(...args);
      if (isHere) await rename(scene.folder.path, `${scene.folder.path} away`);
      isHere = false;
    },
  });
  given(await renaming.begin());
  await scene.room.clock.run(renaming.rested());
  expect(renaming.state).toMatchObject({ kind: 'running', done: 1, problem: { kind: 'folder-missing' } });
  await rename(`${scene.folder.path} away`, scene.folder.path);
  await scene.room.clock.run(over());
  expect(await scene.files()).toEqual({ 'one.mp4': 'clip 1', 'two.mp4': 'clip 2' });
});

/** A ring, a plain move, and a stranger in the way. */
async function tangle(): Promise<Scene> {
  const scene = await saved({ 1: 'Porch/a.mp4', 2: 'Porch/b.mp4', 3: 'Porch/c.mp4' });
  scene.wanted = { 1: 'Porch/b.mp4', 2: 'Porch/a.mp4', 3: 'Gate/c.mp4' };
  await mkdir(join(scene.folder.path, 'Gate'));
  await writeFile(join(scene.folder.path, 'Gate/c.mp4'), 'mine');
  return scene;
}
const untangled = {
  'Porch/a.mp4': 'clip 2',
  'Porch/b.mp4': 'clip 1',
  'Gate/c (2).mp4': 'clip 3',
  'Gate/c.mp4': 'mine',
};

/** Counts what a run does to disk and index, before and after each; it dies at the `killAt`-th. */
function mortalSteps(renames: RenameStore, killAt: number, hasLinks: boolean) {
  let steps = 0;
  const step = () => {
    steps += 1;
    if (steps >= killAt) throw new Error('killed');
  };
  const stepped =
    <Args extends unknown[], Value>(act: (...args: Args) => Promise<Value>) =>
    async (...args: Args): Promise<Value> => {
      step();
      const value = await act(...args);
      step();
      return value;
    };
  for (const name of ['link', 'unlink', 'rename'] as const) {
    const act: (...args: never[]) => Promise<void> = fs[name].bind(fs);
    vi.spyOn(fs, name).mockImplementation(stepped(act) as never); // the same arguments go through
  }
  if (!hasLinks) vi.spyOn(fs, 'link').mockRejectedValue(Object.assign(new Error('EPERM'), { code: 'EPERM' }));
  return {
    steps: () => steps,
    store: {
      moved: stepped(renames.moved),
      left: stepped(renames.left),
      avoid: stepped(renames.avoid),
    },
  };
}

async function killedAt(killAt: number, hasLinks: boolean): Promise<{ scene: Scene; steps: number }> {
  const scene = await tangle();
  const { store, steps } = mortalSteps(scene.room.library.renames, killAt, hasLinks);
  const { renaming } = await scene.start(store);
  given(await renaming.begin());
  await scene.room.clock.run(renaming.rested());
  await renaming.close();
  vi.restoreAllMocks();
  return { scene, steps: steps() };
}

async function comesBack(scene: Scene): Promise<void> {
  const { over } = await scene.start();
  await scene.room.clock.run(over());
  expect(await scene.files()).toEqual(untangled);
  expect({ ...(await scene.indexed()), 'Gate/c.mp4': 'mine' }).toEqual(untangled);
  expect(await scene.room.library.renames.open()).toEqual([]);
}

const upTo = (count: number) => Array.from({ length: count }, (_none, index) => index + 1);

describe('a kill loses nothing, doubles nothing, and the next start goes on', () => {
  const steps = 35;
  test(`of ${steps} moments that it may come at`, async () => {
    const { scene, steps: counted } = await killedAt(Number.POSITIVE_INFINITY, true);
    expect(await scene.files()).toEqual(untangled);
    expect(counted).toBe(steps);
  });

  test.each(upTo(steps))('at moment %i', async (killAt) => comesBack((await killedAt(killAt, true)).scene));
});

describe('nor does one where there are no hard links', () => {
  const steps = 26;
  test(`of ${steps} moments that it may come at`, async () => {
    const { scene, steps: counted } = await killedAt(Number.POSITIVE_INFINITY, false);
    expect(await scene.files()).toEqual(untangled);
    expect(counted).toBe(steps);
  });

  test.each(upTo(steps))('at moment %i', async (killAt) => comesBack((await killedAt(killAt, false)).scene));
});
