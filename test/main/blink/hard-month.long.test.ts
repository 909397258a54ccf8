// A month of faults: whatever happens, the person signed in once, and is still signed in.
import { expect, test } from 'vitest';
import type { ModuleAddress } from '../../../main/blink/index.ts';
import { connected, given } from './connected.ts';
import { moodySecrets } from './secrets.ts';

const HOUR = 3_600_000;

test('a month of outages, refusals, resets and expired tokens: nobody signs in again, and most questions are answered', async () => {
  const faults = '5xx:0.05,401:0.05,429:0.01,reset:0.05,expire:0.05,busy:0.2,fail:0.05,5xx@token:0.1,429@token:0.02';
  const { session, cloud, clock, simulated } = connected({ clips: 1, faults }, { secrets: moodySecrets() }, 'gentle');
  const answers = { asked: 0, given: 0 };
  const noted = (result: { readonly ok: boolean }) => {
    answers.asked++;
    if (result.ok) answers.given++;
  };
  const signIn = async (): Promise<void> => {
    const result = await session.signInWithTokenLine(simulated.tokenLine);
    if (result.ok) return;
    await clock.sleep(HOUR);
    return signIn();
  };
  const story = async () => {
    await signIn();
    const [network] = simulated.networks;
    const module = { networkId: network?.id, moduleId: network?.modules[0] } as ModuleAddress; // the cloud's own ids
    for (const endMs = clock.now() + 30 * 24 * HOUR; clock.now() < endMs; await clock.sleep(HOUR / 2)) {
      noted(await cloud.homescreen('bulk'));
      noted(await cloud.readManifest(module, 'bulk'));
    }
    await clock.sleep(HOUR);
    given(await cloud.driveStatus(module, 'interactive'));
  };
  await clock.run(story());
  expect(session.status.kind).toBe('signed-in');
  expect(answers.asked).toBeGreaterThan(2_500);
  expect(answers.given / answers.asked).toBeGreaterThan(0.8);
  const times = simulated.log.map(({ t }) => t);
  expect(
    Math.max(...times.map((start, nth) => times.slice(nth).findIndex((at) => at >= start + 60_000))),
  ).toBeLessThanOrEqual(30);
}, 60_000);
