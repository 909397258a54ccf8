// The app's core on a simulated cloud and a virtual clock, signed in, with a folder for its clips.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Core, openCore } from '../../main/core.ts';
import { memorySecrets } from '../../main/keychain/memory.ts';
import { chooseFolder } from '../../main/saving/index.ts';
import { openSettings, type SettingsFile } from '../../main/settings.ts';
import type { AppState } from '../../preload/contract.ts';
import { type BlinkCloud, type CloudOptions, createBlinkCloud, seededRandom } from '../blink-cloud/index.ts';
import { indexWorker } from '../index-worker.ts';
import { type VirtualClock, virtualClock } from '../virtual-clock.ts';
import { given } from './blink/connected.ts';
import { silentLog } from './blink/roles.ts';

export interface WholeApp {
  readonly core: Core;
  readonly clock: VirtualClock;
  readonly cloud: BlinkCloud;
  readonly settings: SettingsFile;
  /** Where its clips are saved. */
  readonly folder: string;
  readonly state: () => AppState;
  /** Lets the story happen. */
  tell(story: () => Promise<void>): Promise<void>;
  /** Resolves when it holds, looked at every second of the story; rejects after a day of it. */
  until(holds: () => boolean): Promise<void>;
}

/** Ended, and gone, with the test. */
export async function wholeApp(options: Partial<CloudOptions> = {}): Promise<WholeApp> {
  const place = await mkdtemp(join(tmpdir(), 'cliptray-app-'));
  const folder = join(place, 'clips');
  const clock = virtualClock();
  const cloud = createBlinkCloud({
    clock,
    random: seededRandom(1),
    clips: 6,
    clipKib: { from: 6, to: 12 },
    ...options,
  });
  const settings = await openSettings(place, silentLog);
  await settings.change({ folder: given(await chooseFolder(folder)), pace: 'full' });
  const opened = openCore({
    profile: place,
    settings,
    secrets: memorySecrets(),
    fetch: cloud.fetch,
    clock,
    random: seededRandom(3),
    baseUrl: null,
    indexWorker: indexWorker(),
    versions: { app: '0.0.0', electron: 'none' },
    suggestedLine: null,
    log: silentLog,
  });
  const core = given(await clock.run(opened));
  onTestFinished(async () => {
    await clock.run(core.close());
    await settings.close();
    await rm(place, { recursive: true });
  });
  const signIn = async () => {
    await core.start();
    given(await core.session.signInWithTokenLine(cloud.tokenLine));
    await core.check();
  };
  await clock.run(signIn());
  return {
    core,
    clock,
    cloud,
    settings,
    folder,
    state: () => core.state.store.getState(),
    tell: (story) => clock.run(story()),
    async until(holds) {
      for (let seconds = 0; !holds(); seconds++) {
        if (seconds > 86_400) throw new Error(`never: ${holds}`);
        await clock.sleep(1000);
      }
    },
  };
}
