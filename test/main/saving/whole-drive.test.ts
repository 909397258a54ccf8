import { expect, test } from 'vitest';
import { household } from './household.ts';

test('every clip of a drive comes to stand in the folder, asked for once', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const [job] = await app.save();
    expect(job).toMatchObject({ state: 'done', total: 8, saved: 8, failed: 0 });
    home.expectAllSaved();
    expect(home.uploads()).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(home.answered('get')).toHaveLength(8);
  });
});
