// Homes that are not as one would wish.
import { expect, test } from 'vitest';
import { compareFolder } from '../../electron/compare-folder.ts';
import { household } from './household.ts';

test('clips of one second, of one camera or of two, each get a file', async () => {
  const home = await household({ clips: 40, odd: ['equal-seconds'], clipKib: { from: 6, to: 12 } });
  await home.tell(async () => {
    const app = await home.start();
    await app.save();
    home.expectAllSaved();
    expect((await app.copies()).some(({ path }) => path.endsWith(' (2).mp4'))).toBe(true);
  });
});

test('clips of unknown, renamed and colliding cameras, and of days to come, are saved', async () => {
  const home = await household({ clips: 52, cameras: 4, odd: ['umlaut', 'removed', 'renamed', 'collide', 'future'] });
  await home.tell(async () => {
    const app = await home.start();
    expect(await app.save()).toMatchObject([{ saved: 52, failed: 0 }]);
    // Known by the name that the manifest has, where that is all there is.
    const full = new Map([
      ['Front gate', 'Frontgate'],
      ['Front-gate', 'Frontgate'],
      ['Attic window', 'Atticwindow'],
      ['Old barn door', 'Oldbarndoor'],
    ]);
    const expected = home.cloud.truth().map((row) => ({ ...row, camera: full.get(row.camera) ?? row.camera }));
    expect(compareFolder(home.folder, expected)).toEqual({ equal: 52, differences: [] });
  });
});

test('modules work side by side, each at one thing at a time', async () => {
  const home = await household({ clips: 12, modules: 2, uploadJitter: 0 });
  await home.tell(async () => {
    const app = await home.start();
    const startedAtMs = home.clock.now();
    await app.save();
    home.expectAllSaved();
    expect(home.clock.now() - startedAtMs).toBeLessThan(9 * 4000);
    expect(home.cloud.log.filter(({ route, status }) => route === 'post' && status === 409)).toEqual([]);
  });
});
