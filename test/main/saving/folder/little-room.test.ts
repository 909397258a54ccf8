// A folder with too little room for a job says so at the start, and takes what fits: sizes are estimates.
import fs from 'node:fs/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { given } from '../../blink/connected.ts';
import { household } from '../household.ts';

function leave(freeKiB: number): void {
  const room = { bavail: freeKiB, blocks: 1_000_000, bsize: 1024 } as Awaited<ReturnType<typeof fs.statfs>>; // all that is read
  const statfs = vi.spyOn(fs, 'statfs').mockResolvedValue(room);
  onTestFinished(() => statfs.mockRestore());
}

test('a job that does not fit says by how much, and is saved all the same where the estimates were wrong', async () => {
  leave(30);
  const home = await household({ clips: 4, clipKib: { from: 20, to: 20 } });
  await home.tell(async () => {
    const app = await home.start();
    given(await app.saving.save(app.keys(), { kind: 'all' }));
    expect(app.saving.jobs()).toMatchObject([{ leftBytes: 4 * 20 * 1024, lacksBytes: 4 * 20 * 1024 - 30 * 1024 }]);
    await app.until(() => app.saving.jobs()[0]?.saved === 3);
    expect(app.saving.jobs()[0]?.lacksBytes).toBeNull();
    expect(await app.idle()).toMatchObject([{ state: 'done', saved: 4, lacksBytes: null }]);
    home.expectAllSaved();
  });
});

test('what is kept free counts as taken, and a job that fits says nothing', async () => {
  leave(100);
  const home = await household({ clips: 2, clipKib: { from: 20, to: 20 } });
  await home.tell(async () => {
    const app = await home.start({ reserveBytes: 70 * 1024 });
    given(await app.saving.save(app.keys(), { kind: 'all' }));
    expect(app.saving.jobs()[0]?.lacksBytes).toBe(10 * 1024);
    await app.quit();
    const roomy = await home.start({ reserveBytes: 50 * 1024 });
    expect(roomy.saving.jobs()[0]?.lacksBytes).toBeNull();
    await roomy.idle();
  });
});
