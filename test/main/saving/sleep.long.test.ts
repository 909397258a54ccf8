// The computer sleeps for an hour in the middle of something: that goes on when it wakes, and nothing was lost.
import { expect, test } from 'vitest';
import type { LaneActivity } from '../../../preload/contract.ts';
import { household } from './household.ts';
import type { Run } from './run.ts';

const activity = (app: Run): LaneActivity['kind'] | undefined => app.saving.lanes()[0]?.activity.kind;

test.each([
  { moment: 'while a module uploads', holds: (app: Run) => activity(app) === 'uploading' },
  { moment: 'while a list is read', holds: (app: Run) => activity(app) === 'listing' },
  { moment: 'while a clip arrives', holds: (app: Run) => (app.saving.lanes()[0]?.arriving.length ?? 0) > 0 },
])('$moment', async ({ holds }) => {
  const home = await household({ clips: 4, clipKib: { from: 300, to: 600 } });
  await home.tell(async () => {
    let sleeping = Promise.resolve();
    const app = await home.start({ awake: () => sleeping });
    const saved = app.save();
    await app.until(() => holds(app));
    sleeping = home.clock.sleep(3_600_000);
    await sleeping;
    const awakeAtMs = home.clock.now();
    expect(await saved).toMatchObject([{ state: 'done', saved: 4, failed: 0 }]);
    expect(home.clock.now() - awakeAtMs).toBeLessThan(5 * 60_000);
    home.expectAllSaved();
  });
});
