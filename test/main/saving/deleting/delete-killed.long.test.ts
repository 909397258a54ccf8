// The app is killed while it deletes: what was asked of a module is found out from its next lists, never guessed.
import { expect, test } from 'vitest';
import type { ClipKey } from '../../../../preload/contract.ts';
import { type Household, household } from '../household.ts';
import type { Fate } from '../mortal.ts';
import type { Run } from '../run.ts';
import { expectOnlySafeOnesGone } from './deleting.ts';

/** Saves four clips, begins to delete them and is killed; then the app starts again. */
async function killed(
  fate: Fate,
  after: (at: { home: Household; app: Run; keys: readonly ClipKey[]; gone: () => number }) => Promise<void>,
): Promise<void> {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    const first = await home.start({ fate });
    await first.save();
    const keys = first.keys();
    first.saving.deletions.start(keys);
    await first.killed;
    await first.quit();
    const app = await home.start({ unlisted: true });
    const gone = () => home.cloud.truth().filter((row) => row.gone_at !== undefined).length;
    await after({ home, app, keys, gone });
  });
  expectOnlySafeOnesGone(home);
}

const lastOf = async (app: Run, key: ClipKey | undefined) =>
  key === undefined ? null : ((await app.library.storyOf(key)).events.at(-1)?.event.kind ?? null);

test('killed before the intent is on the disk: nothing was asked, and nothing is', () =>
  killed({ call: 'intend', moment: 'before', nth: 1 }, async ({ home, app, gone }) => {
    await app.list();
    await home.clock.sleep(600_000);
    expect({ gone: gone(), requests: home.answered('delete') }).toEqual({ gone: 0, requests: [] });
  }));

test('killed between intent and request: the clip stays, and a list after the time for it says so', () =>
  killed({ call: 'intend', moment: 'after', nth: 1 }, async ({ home, app, keys, gone }) => {
    await app.list();
    expect(await lastOf(app, keys[0])).toBe('deletion-asked');
    await home.clock.sleep(240_000);
    await app.list();
    expect(await lastOf(app, keys[0])).toBe('not-deleted');
    expect(gone()).toBe(0);
  }));

test('killed between request and outcome: the next list that lacks the clip says that it was deleted', () =>
  killed({ call: 'answered', moment: 'before', nth: 1 }, async ({ home, app, keys, gone }) => {
    await home.clock.sleep(70_000);
    await app.list();
    expect(await lastOf(app, keys[0])).toBe('deleted');
    expect(gone()).toBe(1);
  }));

test('killed after the outcome: the same', () =>
  killed({ call: 'answered', moment: 'after', nth: 1 }, async ({ home, app, keys, gone }) => {
    await home.clock.sleep(70_000);
    await app.list();
    expect(await lastOf(app, keys[0])).toBe('deleted');
    expect(gone()).toBe(1);
  }));

test('killed in the middle: what was not asked for stays for good', () =>
  killed({ call: 'answered', moment: 'after', nth: 2 }, async ({ home, app, gone }) => {
    await app.list();
    await home.clock.sleep(600_000);
    await app.list();
    expect(gone()).toBe(2);
    expect(app.saving.deletions.shown()).toBeNull();
  }));

test('a new deletion waits until the one from before the kill is settled', () =>
  killed({ call: 'intend', moment: 'after', nth: 1 }, async ({ home, app, keys }) => {
    const fromMs = home.clock.now();
    expect(await app.delete(keys.slice(1, 2))).toMatchObject({ state: 'done', total: 1, deleted: 1 });
    const [asked] = home.answered('delete');
    expect((asked?.t ?? 0) - fromMs).toBeGreaterThan(180_000);
    expect(await lastOf(app, keys[0])).toBe('not-deleted');
  }));

test('a clip deleted before the kill is not asked for again by who wants it deleted once more', () =>
  killed({ call: 'answered', moment: 'before', nth: 1 }, async ({ home, app, keys }) => {
    expect(await app.delete(keys.slice(0, 1))).toMatchObject({ kept: [{ why: 'not-on-drive', clips: 1 }] });
    expect(home.answered('delete')).toHaveLength(1);
  }));

test('a person quits while clips are deleted: what was not asked for stays', async () => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    const app = await home.start();
    await app.save();
    app.saving.deletions.start(app.keys());
    await app.until(() => app.saving.deletions.shown()?.unsettled === 1);
    const fromMs = home.clock.now();
    await app.quit();
    expect(home.clock.now() - fromMs).toBeLessThan(3000);
    const asked = home.answered('delete').length;
    const again = await home.start();
    await home.clock.sleep(300_000);
    await again.list();
    expect(home.answered('delete')).toHaveLength(asked);
  });
  expectOnlySafeOnesGone(home);
});
