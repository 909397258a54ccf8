import { expect, test } from 'vitest';
import { household } from './household.ts';

// Whatever Blink does, in the end every clip stands in the folder with its own bytes, under its own name.

const kinds = [
  'busy:0.4',
  'reset:0.15',
  'truncate:0.5',
  'cut:0.5',
  'notfound:0.5',
  'notfound200:0.5',
  'tiny:0.5',
  'empty:0.5',
  'html:0.5',
  'expire:0.15',
  '5xx:0.15',
  '401:0.15',
  '429:0.05',
] as const;

test.each(kinds)('%s costs no clip', async (faults) => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    home.cloud.control({ fault: { faults } });
    expect(await app.save()).toMatchObject([{ state: 'done', saved: 8, failed: 0 }]);
    home.expectAllSaved();
    expect(app.saving.failed()).toEqual([]);
    expect(home.cloud.log.some(({ fault }) => fault !== undefined)).toBe(true);
  });
});

test('a module that fails at what it is asked for is asked again', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    home.cloud.control({ fault: { faults: 'fail:0.4' } });
    expect(await app.save()).toMatchObject([{ state: 'done', saved: 8, failed: 0 }]);
    home.expectAllSaved();
    expect(home.uploads()[0]).toBeGreaterThan(1);
  });
});

test('all of them at once cost no clip', async () => {
  const home = await household({ clips: 30, clipKib: { from: 6, to: 400 } });
  await home.tell(async () => {
    const app = await home.start();
    const faults = [...kinds, 'fail:1', 'renumber:1'].map((kind) => kind.replace(/:.*/, ':0.04')).join(',');
    home.cloud.control({ fault: { faults } });
    expect(await app.save()).toMatchObject([{ state: 'done', saved: 30, failed: 0 }]);
    home.expectAllSaved();
  });
});
