// The built app starts on an empty desktop, quits, and leaves nothing running.
import { expect, test } from './app.ts';

test('opens its one window with the cloud in reach, and quits', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '5');
  const app = await launch({ cloud });
  expect(app.main.windows()).toHaveLength(1);
  await expect(app.page.getByRole('main')).toBeVisible();
  expect(await app.quit()).toBe(0);
});
