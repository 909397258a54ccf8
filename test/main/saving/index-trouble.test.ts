// The profile's disk takes nothing more: what saving has to write down is tried again, and nothing is lost meanwhile.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fullDiskWorker } from '../../index-worker.ts';
import { type Household, household, saveUntil } from './household.ts';

/** Saves all on a profile's disk that is full from the second clip on. */
async function saveUntilFull(home: Household) {
  const app = await home.start({ worker: fullDiskWorker });
  const { saved } = await saveUntil(app, 1);
  await writeFile(join(home.profile, 'full'), '');
  await app.until(() => app.indexProblem() !== null);
  return { app, saved, makeRoom: () => rm(join(home.profile, 'full')) };
}

test('saving holds, says why, and goes on by itself', async () => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    const { app, saved, makeRoom } = await saveUntilFull(home);
    expect(app.indexProblem()).toMatchObject({ kind: 'disk-full', subject: home.profile });
    await home.clock.sleep(60_000);
    expect(home.answered('post').length).toBeLessThan(4);
    const refused = await app.saving.pause(null, 'hour');
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'disk-full' } });
    await makeRoom();
    expect(await saved).toMatchObject([{ state: 'done', saved: 4, failed: 0 }]);
    expect(app.indexProblem()).toBeNull();
    home.expectAllSaved();
    expect(home.uploads()).toEqual([1, 1, 1, 1]);
  });
});

test('quitting meanwhile waits for no room, and the next start goes on', async () => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    const { app, makeRoom } = await saveUntilFull(home);
    await app.quit();
    await makeRoom();
    const again = await home.start();
    await again.idle();
    home.expectAllSaved();
  });
});

test('what is broken keeps the lane waiting where a person sees it, and ends nothing', async () => {
  const home = await household({ clips: 2 });
  await home.tell(async () => {
    let isBroken = true;
    const app = await home.start({
      odd: {
        wantedName(key) {
          if (isBroken) throw new Error('broken');
          return `${key}.mp4`;
        },
      },
    });
    const saved = app.save();
    await app.until(() => app.saving.lanes()[0]?.activity.kind === 'waiting');
    expect(app.saving.lanes()[0]?.activity).toMatchObject({ problem: { kind: 'unexpected-answer' } });
    isBroken = false;
    expect(await saved).toMatchObject([{ state: 'done', saved: 2, failed: 0 }]);
    expect(home.uploads()).toEqual([1, 1]);
  });
});
