// The index is damaged or gone when the app starts: it is made anew from drive and folder, and no file is touched.
import { rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn } from '../../electron/compare-folder.ts';
import { household } from './household.ts';

const inodesIn = (folder: string) => filesIn(folder).map((file) => [file, statSync(join(folder, file)).ino]);

const cutTo = (bytes: number) => (file: string) => truncateSync(file, bytes);

test.each([
  { index: 'that was deleted', spoil: (file: string) => rmSync(file), isKept: false },
  { index: 'that is empty', spoil: cutTo(0), isKept: false },
  { index: 'of which a part of the header is left', spoil: cutTo(50), isKept: true },
  { index: 'of which the header is left', spoil: cutTo(100), isKept: true },
  { index: 'of which one page is left', spoil: cutTo(4096), isKept: true },
  { index: 'of which some pages are left', spoil: cutTo(40_960), isKept: true },
  { index: 'that ends in the middle of a page', spoil: cutTo(50_000), isKept: true },
  {
    index: 'that is something else',
    spoil: (file: string) => writeFileSync(file, 'a letter'.repeat(9999)),
    isKept: true,
  },
])('an index $index', async ({ spoil, isKept }) => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    const first = await home.start();
    await first.save();
    await first.quit();
    const before = inodesIn(home.folder);
    spoil(join(home.profile, 'index.sqlite'));
    const again = await home.start();
    await again.save();
    await again.quit();
    home.expectAllSaved();
    expect(inodesIn(home.folder)).toEqual(before);
    const aside = (await readdir(home.profile)).filter((name) => /^index\.damaged-.*\.sqlite$/.test(name));
    expect(aside).toHaveLength(isKept ? 1 : 0);
  });
});
