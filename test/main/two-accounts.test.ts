// Two accounts, one after the other in the same app: clips, queues, played clips and pictures are kept apart.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Core, openCore } from '../../main/core.ts';
import { memorySecrets } from '../../main/keychain/memory.ts';
import { chooseFolder } from '../../main/saving/index.ts';
import { openSettings } from '../../main/settings.ts';
import { ClipFlag, type ClipKey } from '../../preload/contract.ts';
import { type BlinkCloud, createBlinkCloud, seededRandom } from '../blink-cloud/index.ts';
import { indexWorker } from '../index-worker.ts';
import { type VirtualClock, virtualClock } from '../virtual-clock.ts';
import { given } from './blink/connected.ts';
import { silentLog } from './blink/roles.ts';

let place: string;
let clock: VirtualClock;
/** Alike in everything, also in the ids of module and cameras. */
let cabin: BlinkCloud;
let house: BlinkCloud;
/** Which of them is at the end of the line. */
let there: BlinkCloud;
let core: Core;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'cliptray-accounts-'));
  clock = virtualClock();
  const small = { clock, clipKib: { from: 6, to: 12 } };
  cabin = createBlinkCloud({ ...small, random: seededRandom(1), clips: 6, accountId: 1001 });
  house = createBlinkCloud({ ...small, random: seededRandom(2), clips: 9, accountId: 2002 });
  there = cabin;
  const settings = await openSettings(place, silentLog);
  await settings.change({ folder: given(await chooseFolder(join(place, 'clips'))) });
  const opened = openCore({
    profile: place,
    settings,
    secrets: memorySecrets(),
    fetch: (url, init) => there.fetch(url, init),
    clock,
    random: seededRandom(3),
    baseUrl: null,
    indexWorker: indexWorker(),
    versions: { app: '0.0.0', electron: 'none' },
    suggestedLine: null,
    pace: 'full',
    log: silentLog,
  });
  core = given(await clock.run(opened));
  await clock.run(core.start());
});
afterEach(async () => {
  await clock.run(core.close());
  await rm(place, { recursive: true });
});

async function signIn(cloud: BlinkCloud): Promise<void> {
  there = cloud;
  given(await core.session.signInWithTokenLine(cloud.tokenLine));
  await core.check();
}

const keys = (): readonly ClipKey[] => Array.from(core.library.clips().columns.key) as ClipKey[]; // columns hold plain numbers
const flagged = (flag: number) => keys().filter((key) => ((core.library.row(key)?.flags ?? 0) & flag) !== 0);
const pictureOf = async (cameraId: number) =>
  Buffer.from(await (await core.answer(new Request(`clip://camera/${cameraId}`))).arrayBuffer());

async function saved(count: number): Promise<void> {
  while (flagged(ClipFlag.saved).length < count) await clock.sleep(1_000);
}

test('each sees its own, and comes back whole', async () => {
  const story = async () => {
    await signIn(cabin);
    const [first, second, third] = keys();
    if (!first || !second || !third) throw new Error('the cabin has six clips');
    given(await core.saving.save([first, second], { kind: 'selection' }));
    await saved(2);
    given(await core.saving.fetch(third));
    const camera = core.home.systems()[0]?.cameras[0]?.id ?? 0;
    const picture = await pictureOf(camera);
    expect(picture.byteLength).toBeGreaterThan(100);
    given(await core.signOut());
    expect(keys()).toHaveLength(6);

    await signIn(house);
    expect(keys()).toHaveLength(9);
    expect(keys()).not.toContain(first);
    expect([flagged(ClipFlag.saved), flagged(ClipFlag.cached)]).toEqual([[], []]);
    expect(core.saving.jobs()).toEqual([]);
    await pictureOf(camera);
    expect((await readdir(join(place, 'cameras'))).sort()).toEqual(['1001', '2002']);
    given(await core.saving.save(keys().slice(0, 1), { kind: 'selection' }));
    await saved(1);
    given(await core.signOut());

    await signIn(cabin);
    expect(keys()).toHaveLength(6);
    expect(keys().slice(0, 3)).toEqual([first, second, third]);
    expect(flagged(ClipFlag.saved)).toEqual([first, second]);
    expect(flagged(ClipFlag.cached)).toEqual([third]);
    expect(await pictureOf(camera)).toEqual(picture);
    expect(await core.belongings()).toMatchObject({ accounts: 2, list: { clips: 15 }, saved: { clips: 3 } });
  };
  await clock.run(story());
});

test('a job waits while somebody else is signed in, and goes on with its own account', async () => {
  const story = async () => {
    await signIn(cabin);
    given(await core.saving.save(keys(), { kind: 'all' }));
    await saved(2);
    given(await core.signOut());
    const uploadsOf = (cloud: BlinkCloud) => cloud.log.filter(({ route }) => route === 'post').length;
    await signIn(house);
    const before = uploadsOf(cabin);
    await clock.sleep(10 * 60_000);
    expect([uploadsOf(cabin), uploadsOf(house)]).toEqual([before, 0]);
    expect(core.saving.jobs()).toEqual([]);
    given(await core.signOut());

    await signIn(cabin);
    await saved(6);
    expect(core.saving.jobs()).toMatchObject([{ saved: 6, total: 6 }]);
  };
  await clock.run(story());
});

test('one signs in while the other’s list is being read: nothing of it gets into the wrong list', async () => {
  const story = async () => {
    await signIn(cabin);
    const looking = core.check();
    await clock.sleep(1_000); // the module is listing its clips
    await signIn(house);
    await looking;
    expect(keys()).toHaveLength(9);
    expect(core.home.systems().flatMap(({ cameras }) => cameras)).not.toEqual([]);
    expect(await core.library.lastAccount()).toBe(2002);
    expect(await core.belongings()).toMatchObject({ accounts: 2, list: { clips: 15 } });
  };
  await clock.run(story());
});
