// Somebody uses the phone app: the module is theirs, the queue backs off and says why, and when it tries again.
import { expect, test } from 'vitest';
import { outputTo } from '../../main/command-line/output.ts';
import { save } from '../../main/command-line/save.ts';
import { trayModel } from '../../main/desktop/tray-model.ts';
import { ClipFlag, type ClipKey } from '../../preload/contract.ts';
import { messagesFor, waitingFor } from '../../renderer/messages/index.ts';
import { jobModel } from '../../renderer/store/job-model.ts';
import { given } from './blink/connected.ts';
import { type WholeApp, wholeApp } from './whole-app.ts';

const words = messagesFor('en');
const keys = ({ core }: WholeApp) => [...core.library.clips().columns.key] as ClipKey[]; // columns hold plain numbers
const isWaiting = ({ state }: WholeApp) => state().lanes[0]?.activity.kind === 'waiting';
const moduleName = ({ state }: WholeApp) => state().systems[0]?.modules[0]?.name ?? '';

test('a busy module is left alone, named with its next try wherever saving is shown, and goes on by itself', async () => {
  const app = await wholeApp();
  await app.tell(async () => {
    given(await app.core.saving.save(keys(app), { kind: 'all' }));
    await app.until(() => app.state().jobs[0]?.saved === 2);
    app.cloud.control({ busy: { ms: 90_000 } });
    const before = app.cloud.log.length;
    await app.until(() => isWaiting(app) && app.state().lanes[0]?.arriving.length === 0);

    const waitsFor = waitingFor(app.state());
    expect(waitsFor).toMatchObject({ kind: 'module-busy', subject: moduleName(app) });
    expect(waitsFor?.nextTryAtMs).toBeGreaterThan(app.clock.now());
    const line = words.problems.waiting(waitsFor ?? { kind: 'offline' });
    expect(line).toContain(`${moduleName(app)} is busy, probably with the phone app · next try at `);
    expect(jobModel(app.state())?.waitsFor).toEqual(waitsFor);
    expect(trayModel(app.state(), [], words, app.clock.now()).tooltip).toBe(`Cliptray: ${line}`);

    await app.clock.sleep(80_000);
    expect(app.cloud.log.slice(before).filter(({ status }) => status === 409).length).toBeLessThan(9);
    expect(app.cloud.log.length - before).toBeLessThan(14); // what was under way, then 3, 6, 12, 24 s apart
    await app.until(() => app.state().jobs[0]?.state === 'done');
    expect(keys(app).every((key) => ((app.core.library.row(key)?.flags ?? 0) & ClipFlag.saved) !== 0)).toBe(true);
    expect(waitingFor(app.state())).toBeNull();
  });
});

test('a list that waits for a busy module says so, too', async () => {
  const app = await wholeApp();
  await app.tell(async () => {
    app.cloud.control({ busy: { ms: 20_000 } });
    const checked = app.core.check();
    await app.until(() => isWaiting(app));
    expect(app.state().lanes[0]?.activity).toMatchObject({
      kind: 'waiting',
      problem: { kind: 'module-busy', subject: moduleName(app) },
    });
    await checked;
    await app.clock.sleep(1000);
    expect(app.state().lanes[0]?.activity).toEqual({ kind: 'idle' });
  });
});

test('the command line says it, too', async () => {
  const app = await wholeApp();
  const said: string[] = [];
  const output = outputTo(
    { out: { write: (text: string) => said.push(text) }, err: { write: () => {} }, words },
    false,
  );
  await app.tell(async () => {
    const { folder } = app.settings.current();
    if (!folder) throw new Error('a folder was chosen');
    const everything = { choice: { unsavedOnly: false, camera: null, sinceMs: null, limit: null }, quietHours: null };
    const { core, clock } = app;
    const roles = { core, clock, folder, leftOutCameras: [], output };
    const saving = save(roles, everything, new AbortController().signal);
    await app.until(() => app.state().jobs[0]?.saved === 2);
    app.cloud.control({ busy: { ms: 30_000 } });
    expect(await saving).toBe(0);
  });
  const busy = said.find((line) =>
    line.includes(`${moduleName(app)} is busy, probably with the phone app · next try at `),
  );
  expect(busy).toBeDefined();
  expect(said.at(-1)).toContain('Saved 6 clips');
});
