// The gentle pace through a whole hour: the queue keeps to its requests, and a person never waits for them.
import { expect, test } from 'vitest';
import { given } from '../blink/connected.ts';
import { household } from './household.ts';

const minuteMs = 60_000;

test('an hour at the gentle pace: 30 requests in any minute without a person’s, who never waits for the rest', async () => {
  // A module that is this fast, and whose clips are mostly not found at first, uses the minute's requests up at once.
  const home = await household({ clips: 520, clipKib: { from: 4, to: 4 }, uploadMs: 500 });
  await home.tell(async () => {
    const app = await home.start({ pace: 'gentle' });
    home.cloud.control({ fault: { faults: 'notfound:0.95' } });
    const startMs = home.clock.now();
    const played: { readonly fromMs: number; readonly toMs: number }[] = [];
    given(await app.saving.save(app.keys(), { kind: 'all' }));
    for (const key of app.keys().slice(-16)) {
      await home.clock.sleep(3.4 * minuteMs);
      const fromMs = home.clock.now();
      given(await app.saving.fetch(key));
      played.push({ fromMs, toMs: home.clock.now() });
    }
    await home.clock.sleep(startMs + 60 * minuteMs - home.clock.now());

    // The upload that the module has begun, a list of clips, its own upload: 1, 3 and 1 s, each seen at the second look.
    expect(Math.max(...played.map(({ fromMs, toMs }) => toMs - fromMs))).toBeLessThan(16_000);
    const times = home.cloud.log.map(({ t }) => t);
    const withoutPerson = times.filter((from) =>
      played.every(({ fromMs, toMs }) => toMs < from || fromMs >= from + minuteMs),
    );
    const busiest = withoutPerson.map((from) => times.filter((t) => t >= from && t < from + minuteMs).length);
    expect(Math.max(...busiest)).toBeLessThanOrEqual(30);
    expect(withoutPerson.length).toBeGreaterThan(1000);
    expect(app.saving.jobs()[0]?.saved).toBeGreaterThan(350);
  });
}, 60_000);
