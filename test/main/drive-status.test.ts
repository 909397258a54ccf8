// How the drives are is asked every five minutes, every half minute while somebody sees it, and told at once.
import { expect, test } from 'vitest';
import type { ClipKey } from '../../preload/contract.ts';
import { given } from './blink/connected.ts';
import { type WholeApp, wholeApp } from './whole-app.ts';

const minuteMs = 60_000;
const times = ({ cloud }: WholeApp) => cloud.log.filter(({ route }) => route === 'status').length;
/** How often they are asked in an hour, the regular looks for new clips apart. */
async function inAnHour(app: WholeApp): Promise<number> {
  const before = times(app);
  await app.clock.sleep(60 * minuteMs);
  return times(app) - before;
}
const hallway = ({ state }: WholeApp) => state().systems[0]?.modules[0];

test('every five minutes in the tray, every half minute in a window that can be seen', async () => {
  const app = await wholeApp();
  await app.tell(async () => {
    expect(await inAnHour(app)).toBeLessThanOrEqual(13);
    app.core.windowShown(true);
    expect(await inAnHour(app)).toBeGreaterThan(110);
    app.core.windowShown(false);
    const hidden = await inAnHour(app);
    expect(hidden).toBeGreaterThanOrEqual(11);
    expect(hidden).toBeLessThanOrEqual(13);
  });
});

test('a window that is opened asks at once, but never twice in half a minute', async () => {
  const app = await wholeApp();
  await app.tell(async () => {
    await app.clock.sleep(2 * minuteMs);
    const before = times(app);
    app.core.windowShown(true);
    await app.clock.sleep(1000);
    app.core.windowShown(false);
    app.core.windowShown(true);
    await app.clock.sleep(1000);
    expect(times(app)).toBe(before + 1);
  });
});

test('while clips are saved at the gentle pace, seeing it costs them nothing', async () => {
  const app = await wholeApp({ clips: 120 });
  await app.tell(async () => {
    await app.core.changeSettings({ pace: 'gentle' });
    given(await app.core.saving.save([...app.core.library.clips().columns.key] as ClipKey[], { kind: 'all' }));
    app.core.windowShown(true);
    const before = times(app);
    await app.clock.sleep(9 * minuteMs);
    expect(app.core.saving.jobs()[0]?.state).toBe('running');
    expect(times(app) - before).toBeLessThanOrEqual(4);
  });
});

test('a drive that is pulled out is missed without a look for clips, and its clips are listed when it is back', async () => {
  const app = await wholeApp();
  await app.tell(async () => {
    app.core.windowShown(true);
    app.cloud.control({ drive: { state: 'unmounted' } });
    const listed = () => app.cloud.log.filter(({ route }) => route === 'manifest').length;
    const before = listed();
    await app.until(() => hallway(app)?.problem?.kind === 'drive-missing');
    expect(hallway(app)).toMatchObject({ drive: 'unmounted' });
    expect(listed()).toBe(before);
    app.cloud.control({ drive: { state: 'active' } });
    await app.until(() => hallway(app)?.problem === null);
    await app.clock.sleep(minuteMs);
    expect(listed()).toBeGreaterThan(before);
  });
});
