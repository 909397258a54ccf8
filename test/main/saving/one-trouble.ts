// A long job during which one thing goes wrong and nothing else: what it may cost, and what never.
import { expect, vi } from 'vitest';
import type { CloudOptions, Control, LogEntry, TruthRow } from '../../blink-cloud/index.ts';
import { seededRandom } from '../../blink-cloud/index.ts';
import { wholeBetween } from '../../blink-cloud/random.ts';
import { compareFolder } from '../../electron/compare-folder.ts';
import { silentLog } from '../blink/roles.ts';
import { type Household, household, saveUntil } from './household.ts';

export interface Trouble {
  /** What the home is like all the time. */
  readonly home?: Partial<CloudOptions>;
  /** What happens in the middle of the job: `faults` are counted from then on. */
  readonly strikes?: Control | { readonly faults: string };
  /** How often the tokens have to be refreshed for it. */
  readonly refreshes?: number;
  /** Clips have other ids from then on, or ids mean other clips: what was fetched by them may have to be fetched again. */
  readonly changesPairs?: boolean;
}

const clips = 200;
/** Cameras that the homescreen does not know, or cannot tell apart, have the manifest's names. */
const manifestNames = new Map([
  ['Front-gate', 'Frontgate'],
  ['Attic window', 'Atticwindow'],
  ['Old barn door', 'Oldbarndoor'],
]);

/** `seed` chooses after how many clips it happens. */
export async function sufferOne({ home: kind, strikes, refreshes = 0, changesPairs }: Trouble, seed: number) {
  const home = await household({ clips, cameras: 4, clipKib: { from: 6, to: 8 }, uploadJitter: 0.1, ...kind });
  const point = wholeBetween(seededRandom(seed), 5, 175);
  const errors = vi.spyOn(silentLog, 'error');
  await home.tell(async () => {
    const app = await home.start();
    const { saved } = await saveUntil(app, point);
    const struckAtMs = home.clock.now();
    if (strikes) home.cloud.control('faults' in strikes ? { fault: { faults: strikes.faults } } : strikes);
    expect(await saved).toMatchObject([{ state: 'done', total: clips, saved: clips, failed: 0 }]);
    expect(app.saving.failed()).toEqual([]);
    expect(compareFolder(home.folder, expectedFiles(home))).toEqual({ equal: clips, differences: [] });
    expect((await app.copies()).filter(({ state }) => state !== 'confirmed')).toEqual([]);
    if (strikes && 'faults' in strikes) expectStruck(home, strikes.faults);
    expect(fetchedAgain(home, changesPairs ? struckAtMs : null)).toEqual([]);
  });
  expect(home.cloud.log.filter(({ route }) => route === 'token')).toHaveLength(1 + refreshes);
  expect(home.cloud.log.filter(({ route }) => route === 'authorize' || route === 'sign-in-page')).toEqual([]);
  expect(errors).not.toHaveBeenCalled();
}

function expectedFiles({ cloud }: Household): readonly TruthRow[] {
  const collide = cloud.truth().some(({ camera }) => camera === 'Front-gate');
  return cloud.truth().map((row) => {
    const camera = collide && row.camera === 'Front gate' ? 'Frontgate' : (manifestNames.get(row.camera) ?? row.camera);
    return { ...row, camera };
  });
}

/** `KIND@where#NTH` each struck, as the log names them. */
function expectStruck({ cloud }: Household, faults: string): void {
  const kinds = new Set(faults.split(',').map((part) => part.replace(/[@#:].*/, '')));
  const struck = new Set(cloud.log.flatMap(({ fault }) => fault?.split('+') ?? []));
  expect(struck).toEqual(kinds);
}

/**
 * Clips that the module was made to upload more than once, or that came whole other than once. `changedAtMs`: when ids
 * began to mean other clips (Unix ms): what had been asked for by then, or before the next list, may come again.
 */
function fetchedAgain({ cloud }: Household, changedAtMs: number | null): readonly string[] {
  const { log } = cloud;
  const relistedAtMs = log.find(
    ({ t, method, route }) => changedAtMs !== null && t > changedAtMs && method === 'GET' && route === 'manifest',
  )?.t;
  const mayComeAgain = (entries: readonly LogEntry[]) =>
    relistedAtMs !== undefined && entries.some(({ t }) => t < relistedAtMs);
  return cloud.truth().flatMap(({ sha256, bytes, camera, created_at }) => {
    const own = log.filter(({ clip, status }) => clip === sha256 && status === 200);
    const uploads = own.filter(({ route, fault }) => route === 'post' && fault !== 'fail');
    const whole = own.filter((entry) => entry.route === 'get' && entry.bytes === bytes);
    if (mayComeAgain(uploads)) return [];
    if (uploads.length <= 1 && whole.length === 1) return [];
    return [`${camera} ${created_at}: ${uploads.length} uploads, ${whole.length} whole`];
  });
}
