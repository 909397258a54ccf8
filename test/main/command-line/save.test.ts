// `cliptray save` says what it saved, and what it left out and why.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Output } from '../../../main/command-line/output.ts';
import { save } from '../../../main/command-line/save.ts';
import { ClipFlag, type ClipKey } from '../../../preload/contract.ts';
import { type WholeApp, wholeApp } from '../whole-app.ts';
import { eventsOf, spoken } from './spoken.ts';

const everything = { camera: null, sinceMs: null, unsavedOnly: false, limit: null };

type Choice = Partial<typeof everything> | { readonly camera: string };

/** Answers the exit code. */
function saveIn({ core, clock, settings }: WholeApp, output: Output, choice: Choice = {}) {
  const { folder, leftOutCameras } = settings.current();
  if (!folder) throw new Error('a folder was chosen');
  const args = { choice: { ...everything, ...choice }, quietHours: null };
  return save({ core, clock, folder, leftOutCameras, output }, args, new AbortController().signal);
}

async function saving(app: WholeApp, choice: Choice = {}, json = false) {
  const { output, text } = spoken('en', json);
  await app.tell(async () => {
    expect(await saveIn(app, output, choice)).toBe(0);
    for (const { id } of app.state().jobs) await app.core.saving.dismiss(id); // as the next process finds it
  });
  return text();
}

const keysOf = (app: WholeApp): readonly ClipKey[] =>
  [...app.core.library.clips().columns.key].map((key) => key as ClipKey); // columns hold plain numbers

test('where all is saved, that is said', async () => {
  const app = await wholeApp();
  expect(await saving(app)).toContain(`Saved 6 clips to ${app.folder}.\n`);
  expect(await saving(app)).toBe('Everything was saved already.\n');
});

test('a clip whose file was removed is left out and counted, not called saved', async () => {
  const app = await wholeApp();
  await saving(app);
  const [key] = keysOf(app);
  const copies = await app.core.library.queue.copiesIn(app.settings.current().folder?.id ?? '');
  rmSync(join(app.folder, copies.find((copy) => copy.key === key)?.path ?? ''));
  await app.tell(async () => {
    app.core.saving.reconciling.look();
    await app.until(() => isRemoved(app, key));
  });
  expect(await saving(app)).toBe(
    'Nothing new was saved.\n1 clip was left out, removed from the folder before: --camera or --since brings it back.\n',
  );
  expect(eventsOf(await saving(app, {}, true)).at(-1)).toEqual({
    event: 'done',
    saved: 0,
    failed: 0,
    leftOut: { removed: 1, excluded: 0, ofCameras: 0 },
  });
});

test('a clip that was marked as left out is counted', async () => {
  const app = await wholeApp();
  const [key] = keysOf(app);
  if (key === undefined) throw new Error('clips are listed');
  await app.tell(() => app.core.library.markExcluded([key], true));
  const text = await saving(app);
  expect(text).toContain(`Saved 5 clips to ${app.folder}.\n1 clip was left out, as marked in the app.\n`);
});

test('a camera that the settings leave out is left out and named, and saved where it is asked for', async () => {
  const app = await wholeApp();
  const [camera] = app.core.library.clips().cameras;
  const name = camera?.name ?? '';
  const ofCamera = app.core.library.clips().columns.camera.filter((index) => index === 0).length;
  await app.tell(() => app.core.changeSettings({ leftOutCameras: [name] }));
  expect(await saving(app)).toContain(`of cameras that the settings leave out (${name}): --camera NAME saves them.`);
  expect(app.core.library.clips().columns.flags.filter((flags) => flags & ClipFlag.saved)).toHaveLength(6 - ofCamera);
  expect(await saving(app, { camera: name })).toContain(`Saved ${ofCamera} clip`);
  expect(app.core.library.clips().columns.flags.filter((flags) => flags & ClipFlag.saved)).toHaveLength(6);
});

/** `story` happens while it saves; answers its exit code and what it said to programs. */
async function savingWhile(app: WholeApp, story: () => Promise<void>) {
  const { output, text } = spoken('en', true);
  let code: number | null = null;
  await app.tell(async () => {
    const saved = saveIn(app, output);
    await story();
    code = await saved;
  });
  return { code, events: eventsOf(text()) };
}

const updateRequired = { event: 'problem', kind: 'update-required' };

test('Blink asks for an update at the first look: what an earlier run has begun goes on, then what is new is saved', async () => {
  const app = await wholeApp();
  await app.tell(async () => {
    await app.core.saving.save(keysOf(app), { kind: 'all' });
    app.cloud.control({ record: { listedAfterMs: 0 } });
    app.cloud.control({ fault: { faults: '426@home#1:1' } });
  });
  const { code, events } = await savingWhile(app, async () => {});
  expect(code).toBe(0);
  expect(events).toContainEqual(expect.objectContaining(updateRequired));
  expect(events.filter((said) => said.event === 'done')).toMatchObject([{ saved: 7, failed: 0 }]);
  expect(app.core.library.clips().columns.flags.filter((flags) => flags & ClipFlag.saved)).toHaveLength(7);
});

test('one answer that is lost at the first look is no outage', async () => {
  const app = await wholeApp();
  await app.tell(async () => void app.cloud.control({ fault: { faults: 'reset@manifest#1:1' } }));
  const { code, events } = await savingWhile(app, async () => {});
  expect(code).toBe(0);
  expect(events).not.toContainEqual(expect.objectContaining({ event: 'problem' }));
  expect(events.at(-1)).toMatchObject({ event: 'done', saved: 6 });
});

test('without anything begun, an update that is asked for at the first look ends it', async () => {
  const app = await wholeApp();
  await app.tell(async () => void app.cloud.control({ fault: { faults: '426@home#1:1' } }));
  expect(await savingWhile(app, async () => {})).toMatchObject({
    code: 1,
    events: [expect.objectContaining(updateRequired)],
  });
});

test('an update that is asked for ten minutes long ends it, and the next run goes on with what is left', async () => {
  const app = await wholeApp();
  let refusedAtMs = 0;
  const { code, events } = await savingWhile(app, async () => {
    await app.until(() => app.state().jobs[0]?.saved === 2);
    app.cloud.control({ fault: { faults: '426:1' } });
    refusedAtMs = app.clock.now();
  });
  expect(code).toBe(1);
  expect(events.at(-1)).toMatchObject(updateRequired);
  const minutes = (app.clock.now() - refusedAtMs) / 60_000;
  expect(minutes).toBeGreaterThan(10);
  expect(minutes).toBeLessThan(16);
  expect(app.state().jobs[0]).toMatchObject({ state: 'running', total: 6 });
});

test('a session that is over in the middle ends it: nobody can sign in beside it', async () => {
  const app = await wholeApp();
  const { code, events } = await savingWhile(app, async () => {
    await app.until(() => app.state().jobs[0]?.saved === 2);
    app.cloud.control({ expire: 'refresh' });
    app.cloud.control({ expire: 'access' });
  });
  expect(code).toBe(3);
  expect(events.at(-1)).toMatchObject({ event: 'problem', kind: 'signed-out' });
});

const isRemoved = (app: WholeApp, key: ClipKey | undefined) =>
  key !== undefined && ((app.core.library.row(key)?.flags ?? 0) & ClipFlag.removedByYou) !== 0;
