// A sync module leaves the account: what waited for it ends, and the rest goes on.
import { expect, test } from 'vitest';
import type { ModuleId } from '../../../preload/contract.ts';
import { household } from './household.ts';
import type { Run } from './run.ts';

const modulesOf = (app: Run): readonly ModuleId[] => app.saving.lanes().map(({ moduleId }) => moduleId);
const addresses = async (app: Run, ids: readonly ModuleId[]) =>
  (await app.library.systems()).modules
    .filter(({ id }) => ids.includes(id))
    .map(({ id, networkId }) => ({ moduleId: id, networkId }));

test('two answers that lack a module, a minute apart, end what waits for it', async () => {
  const home = await household({ clips: 12, modules: 2 });
  await home.tell(async () => {
    const app = await home.start();
    const [stays] = modulesOf(app);
    const left = stays === undefined ? [] : await addresses(app, [stays]);
    await app.saving.pause(null, 'until-resumed');
    const saved = app.save();
    await app.saving.accountHas(left);
    await home.clock.sleep(61_000);
    await app.saving.accountHas(left);
    expect(modulesOf(app)).toEqual([stays]);
    const { failed = 0 } = app.saving.jobs()[0] ?? {};
    expect(failed).toBeGreaterThan(0);
    await app.saving.resume(null);
    expect(await saved).toMatchObject([{ state: 'done', saved: 12 - failed, failed }]);
    expect(app.saving.failed()).toMatchObject(
      Array.from({ length: failed }, () => ({ problem: { kind: 'no-module' } })),
    );
  });
});

test('one answer that lacks it, as one that could not be read whole, ends nothing', async () => {
  const home = await household({ clips: 4, modules: 2 });
  await home.tell(async () => {
    const app = await home.start();
    const all = modulesOf(app);
    const saved = app.save();
    await app.saving.accountHas([]);
    await home.clock.sleep(30_000);
    await app.saving.accountHas(await addresses(app, all));
    await home.clock.sleep(61_000);
    await app.saving.accountHas([]);
    expect(await saved).toMatchObject([{ state: 'done', saved: 4, failed: 0 }]);
    expect(modulesOf(app)).toEqual(all);
  });
});

test('a job that was left over from a module which is gone ends after a restart', async () => {
  const home = await household({ clips: 4, modules: 2 });
  await home.tell(async () => {
    const first = await home.start({ fate: { call: 'requested', moment: 'before', nth: 1 } });
    void first.save();
    await first.killed;
    await first.quit();
    const second = await home.start();
    await second.saving.accountHas([]);
    await home.clock.sleep(61_000);
    await second.saving.accountHas([]);
    expect(await second.idle()).toMatchObject([{ state: 'done' }]);
  });
});
