// A person holds saving, moves jobs, takes a cancellation back, and tries again what failed.
import { expect, test } from 'vitest';
import type { ClipKey, Job } from '../../../../preload/contract.ts';
import { given } from '../../blink/connected.ts';
import { type Household, household, saveUntil } from '../household.ts';
import { isSaved, type Run } from '../run.ts';

const hourMs = 3_600_000;
const asked = (home: Household) => home.answered('post').length;
const firstJob = (app: Run): Job => {
  const [job] = app.saving.jobs();
  if (!job) throw new Error('no job');
  return job;
};

test('what is paused for an hour goes on after an hour', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const { saved } = await saveUntil(app, 2);
    const pausedAtMs = home.clock.now();
    given(await app.saving.pause(null, 'hour'));
    expect(app.saving.pausedAll).toEqual({ untilMs: pausedAtMs + hourMs });
    await home.clock.sleep(hourMs / 2);
    const before = asked(home);
    expect(firstJob(app)).toMatchObject({ state: 'paused', pause: null });
    await home.clock.sleep(hourMs / 2 - 1000);
    expect(asked(home)).toBe(before);
    expect(await saved).toMatchObject([{ state: 'done', saved: 8 }]);
    expect(app.saving.pausedAll).toBeNull();
    home.expectAllSaved();
    expect(home.uploads()).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });
});

test('until tomorrow means six in the morning on this computer', async () => {
  const home = await household({ clips: 2 });
  await home.tell(async () => {
    const app = await home.start();
    given(await app.saving.pause(null, 'tomorrow'));
    const until = new Date(app.saving.pausedAll?.untilMs ?? 0);
    const today = new Date(home.clock.now());
    expect([until.getHours(), until.getMinutes(), until.getSeconds()]).toEqual([6, 0, 0]);
    expect(until.getDate()).toBe(new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1).getDate());
    await app.save();
    expect(home.clock.now()).toBeGreaterThanOrEqual(until.getTime());
  });
});

test('a pause outlives a restart, and ends when it is resumed', async () => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    const first = await home.start();
    await saveUntil(first, 1);
    given(await first.saving.pause(null, 'until-resumed'));
    await first.quit();
    const before = asked(home);
    const second = await home.start();
    await home.clock.sleep(24 * hourMs);
    expect(asked(home)).toBe(before);
    expect(second.saving.pausedAll).toEqual({ untilMs: null });
    given(await second.saving.resume(null));
    await second.idle();
    home.expectAllSaved();
  });
});

test('one job alone is paused while the others go on', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const [one, two, ...others] = app.keys();
    given(await app.saving.save(others, { kind: 'all' }));
    given(await app.saving.pause(firstJob(app).id, 'until-resumed'));
    given(await app.saving.save(one && two ? [one, two] : [], { kind: 'selection' }));
    await app.until(() => app.saving.jobs().some(({ state }) => state === 'done'));
    await home.clock.sleep(hourMs);
    expect(app.saving.jobs()).toMatchObject([
      { state: 'paused', pause: { untilMs: null } },
      { state: 'done', saved: 2 },
    ]);
    given(await app.saving.resume(firstJob(app).id));
    await app.idle();
    home.expectAllSaved();
  });
});

test('while saving is paused clips are listed and played, and a played one is saved without its module', async () => {
  const home = await household({ clips: 3 });
  await home.tell(async () => {
    const app = await home.start();
    given(await app.saving.pause(null, 'until-resumed'));
    const saved = app.save();
    for (const key of app.keys()) expect(await app.saving.fetch(key)).toMatchObject({ ok: true });
    await app.list();
    expect(app.keys().some((key) => isSaved(app, key))).toBe(false);
    given(await app.saving.resume(null));
    await saved;
    home.expectAllSaved();
    expect(home.uploads()).toEqual([1, 1, 1]);
  });
});

test('who waits to play a clip when its job is paused still gets it', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    await saveUntil(app, 1);
    const playing = app.saving.fetch(app.keys().at(-1) as ClipKey); // there are eight
    given(await app.saving.pause(null, 'until-resumed'));
    expect(await playing).toMatchObject({ ok: true });
  });
});

test('picked clips do not wait for the whole drive, and jobs can be moved', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const keys = app.keys();
    given(await app.saving.pause(null, 'until-resumed'));
    for (const [from, to, kind] of [
      [0, 4, 'all'],
      [4, 6, 'selection'],
      [6, 8, 'selection'],
    ] as const) {
      given(await app.saving.save(keys.slice(from, to), { kind }));
    }
    const totals = () => app.saving.jobs().map(({ next }) => next[0]);
    expect(totals()).toEqual([keys[4], keys[6], keys[0]]);
    const [first, second] = app.saving.jobs();
    given(await app.saving.move(second?.id ?? firstJob(app).id, first?.id ?? null));
    expect(totals()).toEqual([keys[6], keys[4], keys[0]]);
    await app.quit();

    const again = await home.start();
    given(await again.saving.resume(null));
    await again.idle();
    const order = home.answered('post').map(({ clip }) => clip);
    const shaOf = new Map(home.cloud.truth().map((row) => [again.keyOf(row), row.sha256]));
    expect(order).toEqual([6, 7, 4, 5, 0, 1, 2, 3].map((at) => shaOf.get(keys[at] as ClipKey)));
  });
});

test('a cancellation is taken back: the job goes on where it was', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const { job } = await saveUntil(app, 2);
    await app.saving.cancel(job.id);
    expect(firstJob(app)).toMatchObject({ state: 'cancelled' });
    given(await app.saving.undoCancel(job.id));
    expect(await app.idle()).toMatchObject([{ id: job.id, state: 'done', failed: 0 }]);
    home.expectAllSaved();
    expect(home.uploads()).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });
});

test('what failed is tried again in its own job; what is gone is not', async () => {
  const home = await household({ clips: 3 });
  await home.tell(async () => {
    const app = await home.start();
    const [gone, damaged] = home.cloud.truth();
    if (!gone || !damaged) throw new Error('no clips');
    home.cloud.control({ remove: { sha256: [gone.sha256] } });
    home.cloud.control({ fault: { faults: 'fail@post#1:1', repeats: true } });
    const [ended] = await app.save();
    expect(ended).toMatchObject({ state: 'done', total: 3, failed: 1 });
    expect(app.saving.failed()).toMatchObject([{ jobId: ended?.id, problem: { kind: 'clip-gone' }, canRetry: false }]);
    const before = asked(home);
    given(await app.saving.retryFailed(ended?.id ?? null));
    expect(await app.idle()).toMatchObject([{ id: ended?.id, state: 'done', saved: 2 }]);
    expect(asked(home)).toBe(before);
  });
});

test('jobs are called after what is in them', async () => {
  const home = await household({ clips: 12, cameras: 2 });
  await home.tell(async () => {
    const app = await home.start();
    given(await app.saving.pause(null, 'until-resumed'));
    const cameraOf = (key: ClipKey) => app.library.row(key)?.cameraName ?? '';
    const [newest, ...others] = app.keys();
    const camera = newest === undefined ? '' : cameraOf(newest);
    given(await app.saving.save(newest === undefined ? [] : [newest], { kind: 'selection' }));
    given(
      await app.saving.save(
        others.filter((key) => cameraOf(key) === camera),
        { kind: 'selection' },
      ),
    );
    given(await app.saving.save(others, { kind: 'selection' }));
    expect(app.saving.jobs().map(({ title }) => title)).toMatchObject([
      { kind: 'one', camera },
      { kind: 'clips', camera },
      { kind: 'clips', camera: null, toDay: newest && app.library.dayOf(newest) },
    ]);
  });
});
