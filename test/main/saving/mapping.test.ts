// A module that re-indexes its drive gives its clips other ids (protocol §4.5).
import { existsSync } from 'node:fs';
import fs, { appendFile, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { compareFolder, filesIn } from '../../electron/compare-folder.ts';
import { type Household, household, saveUntil } from './household.ts';

const quarantined = (home: Household) => {
  const place = join(home.profile, 'quarantine');
  return existsSync(place) ? filesIn(place) : [];
};

test('a clip renumbered while it waits is saved under its own name', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const { saved } = await saveUntil(app, 2);
    home.cloud.control({ renumber: {} });
    expect(await saved).toMatchObject([{ state: 'done', saved: 8, failed: 0 }]);
    home.expectAllSaved();
    const uploads = home.uploads();
    expect(Math.max(...uploads)).toBeLessThanOrEqual(2);
    expect(quarantined(home)).toHaveLength(uploads.filter((times) => times === 2).length);
  });
});

test('a module that renumbers its clips at every list has each saved under its own name, after two uploads at most', async () => {
  const home = await household({ faults: 'renumber:1' });
  await home.tell(async () => {
    const app = await home.start();
    await app.save();
    home.expectAllSaved();
    expect(Math.max(...home.uploads())).toBeLessThanOrEqual(2);
  });
});

test('where ids meanwhile mean other clips, the doubtful files are put aside and fetched again', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const { saved } = await saveUntil(app, 3);
    home.cloud.control({ permute: {} });
    expect(await saved).toMatchObject([{ state: 'done', total: 8, saved: 8, failed: 0 }]);
    home.expectAllSaved();
    const aside = quarantined(home);
    expect(aside.length).toBeGreaterThan(4);
    const bytes = new Set(home.cloud.truth().map((row) => row.bytes));
    for (const name of aside) {
      const file = await readFile(join(home.profile, 'quarantine', name));
      expect(bytes).toContain(file.byteLength);
    }
  });
});

test('what an earlier request left in the cloud under ids that mean another clip by now is not taken for that one', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const { saved } = await saveUntil(app, 3);
    home.cloud.control({ permute: {} });
    // The module never hears of these requests, and the cloud still has what it uploaded for the ones before.
    home.cloud.control({ fault: { faults: Array.from({ length: 6 }, (_, at) => `5xx@post#${at + 2}`).join(',') } });
    expect(await saved).toMatchObject([{ state: 'done', total: 8, saved: 8, failed: 0 }]);
    home.expectAllSaved();
    expect((await app.copies()).map(({ state }) => state)).toEqual(Array(8).fill('confirmed'));
  });
});

test('a doubtful file that the person changed meanwhile is left alone', async () => {
  const home = await household({ clips: 3 });
  await home.tell(async () => {
    const app = await home.start({ fate: { call: 'saved', moment: 'after', nth: 1 } });
    void app.saving.save(app.keys(), { kind: 'all' });
    await app.killed;
    await app.quit();
    const [changed = ''] = filesIn(home.folder).filter((file) => !file.startsWith('.'));
    await appendFile(join(home.folder, changed), 'a note');
    home.cloud.control({ permute: {} });
    const again = await home.start();
    await again.idle();
    const truth = home.cloud.truth();
    const { equal, differences } = compareFolder(home.folder, truth);
    expect({ equal, differences }).toEqual({ equal: 3, differences: [expect.stringContaining(changed)] });
    expect(quarantined(home).filter((name) => name.endsWith(basename(changed)))).toEqual([]);
  });
});

test('a doubt about a file in another folder touches no file in this one', async () => {
  const home = await household({ clips: 4 });
  const other = join(home.profile, 'other clips');
  await home.tell(async () => {
    const first = await home.start();
    await first.save();
    await first.quit();
    const second = await home.start({ folder: other, fate: { call: 'saved', moment: 'after', nth: 1 } });
    void second.saving.save(second.keys(), { kind: 'all' });
    await second.killed;
    await second.quit();
    home.cloud.control({ permute: {} });

    const third = await home.start();
    await third.idle();
    home.expectAllSaved();
    home.expectAllSaved(other);
    expect(quarantined(home).length).toBeGreaterThan(0);
    const copies = await third.copies();
    expect(copies.map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed']);
  });
});

test('a doubtful file that cannot be put aside now is put aside when the folder allows it', async () => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    const app = await home.start();
    const { saved } = await saveUntil(app, 2);
    home.cloud.control({ permute: {} });
    const refused = Object.assign(new Error('EACCES'), { code: 'EACCES' });
    const { rm } = fs;
    const refusing = vi.spyOn(fs, 'rm').mockImplementation(async (file, options) => {
      if (String(file).endsWith('.mp4')) throw refused;
      return rm(file, options);
    });
    onTestFinished(() => refusing.mockRestore());
    await app.until(() => app.saving.folderProblem?.kind === 'folder-read-only');
    refusing.mockRestore();
    await saved;
    await app.until(() => app.saving.folderProblem === null);
    await app.list();
    await app.idle();
    home.expectAllSaved();
  });
});
