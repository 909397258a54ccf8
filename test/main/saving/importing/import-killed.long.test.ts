// Whenever the app is killed while it imports, importing again finds everything: nothing twice, nothing half.
import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { given } from '../../blink/connected.ts';
import { type Household, household } from '../household.ts';
import type { Fate } from '../mortal.ts';
import { byName, drive, importFrom } from './drive.ts';

/** Imports until its fate comes, then once more; answers how many clips that took from the drive. */
async function importTwice(home: Household, source: string, fate: Fate): Promise<number> {
  const first = await home.start({ fate });
  given(await first.saving.importing.begin(source));
  await first.killed;
  await first.quit();
  const second = await home.start();
  const { imported, had, left } = await importFrom(second, source);
  expect(imported + had).toBe(8);
  expect(left).toBe(0);
  const copies = await second.copies();
  expect(new Set(copies.map(({ proof }) => proof))).toEqual(new Set(['name']));
  expect(new Set(copies.map(({ key }) => key)).size).toBe(8);
  await second.quit();
  home.expectAllSaved();
  expect(await readdir(home.folder)).not.toContain('.cliptray-partial');
  expect(home.uploads()).toEqual([]);
  return imported;
}

test.each<[story: string, fate: Fate, again: number]>([
  ['was copied but not sealed is copied anew', { call: 'seal', moment: 'before', nth: 3 }, 6],
  ['was sealed but not linked is copied anew', { call: 'seal', moment: 'after', nth: 3 }, 6],
  ['stands under its name is adopted', { call: 'saved', moment: 'before', nth: 3 }, 5],
  ['was saved is left as it is', { call: 'saved', moment: 'after', nth: 3 }, 5],
  ['was the last one leaves nothing to do', { call: 'saved', moment: 'after', nth: 8 }, 0],
])('a clip that %s', async (_story, fate, again) => {
  const source = await drive(byName);
  const home = await household();
  await home.tell(async () => {
    expect(await importTwice(home, source, fate)).toBe(again);
  });
});

test('a job whose clips came from the drive before the kill counts them, and fetches only what is left', async () => {
  const source = await drive(byName);
  const home = await household();
  await home.tell(async () => {
    const first = await home.start({ fate: { call: 'saved', moment: 'before', nth: 3 } });
    given(await first.saving.pause(null, 'until-resumed'));
    given(await first.saving.save(first.keys(), { kind: 'all' }));
    given(await first.saving.importing.begin(source));
    await first.killed;
    await first.quit();
    const second = await home.start();
    expect(second.saving.pausedAll).toEqual({ untilMs: null });
    expect(second.saving.jobs()).toMatchObject([{ state: 'paused', saved: 3, total: 8 }]);
    given(await second.saving.resume(null));
    expect(await second.idle()).toMatchObject([{ state: 'done', saved: 8, total: 8 }]);
    home.expectAllSaved();
    expect(home.uploads()).toEqual([1, 1, 1, 1, 1]);
  });
});
