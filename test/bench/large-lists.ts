// Measures what a list of a million clips costs, one that empties and returns, one that is too long to be true, and a
// job of ten thousand clips.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { connectBlink } from '../../main/blink/index.ts';
import { systemClock } from '../../main/clock.ts';
import { memorySecrets } from '../../main/keychain/memory.ts';
import { type Library, openLibrary } from '../../main/library/index.ts';
import { ClipCache } from '../../main/media/cache.ts';
import { chooseFolder, Saving } from '../../main/saving/index.ts';
import type { ClipKey, ModuleId } from '../../preload/contract.ts';
import { type BlinkCloud, createBlinkCloud, seededRandom } from '../blink-cloud/index.ts';
import { manifest } from './clip-list.ts';
import { median, report } from './figures.ts';

const MANY = 1_000_000;
const QUEUED = 10_000;
const RUNS = 3;
const MB = 1e6;
// Any number will do for a module of the benchmark's own.
const MODULE = 62002 as ModuleId;
const log = { info() {}, warn: console.warn, error: console.error };
const clock = systemClock();

setFlagsFromString('--expose-gc');
// Given by the flag above.
const collectGarbage = runInNewContext('gc') as () => void;

interface Cost {
  readonly ms: number;
  /** The most that the process took over what it had before; MB. */
  readonly peakMb: number;
}

/** Costs come in the order of what they need: the system tells only the most that the process ever took. */
async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  collectGarbage();
  const before = process.memoryUsage.rss();
  const start = performance.now();
  await work();
  return { ms: performance.now() - start, peakMb: (process.resourceUsage().maxRSS * 1024 - before) / MB };
}

async function inNewLibrary<Value>(work: (library: Library, profile: string) => Promise<Value>): Promise<Value> {
  const profile = await mkdtemp(join(tmpdir(), 'cliptray-bench-'));
  const opened = await openLibrary({
    profile,
    clock,
    worker: new Worker(new URL('../../main/library/index/worker.ts', import.meta.url)),
    log,
  });
  if (!opened.ok) throw new Error(opened.problem.details);
  const { library } = opened.value;
  await library.useAccount(246810);
  library.onPatch(() => undefined); // someone listens, as in the app
  try {
    return await work(library, profile);
  } finally {
    await library.close();
    await rm(profile, { recursive: true });
  }
}

async function aMillion(): Promise<void> {
  await inNewLibrary(async (library) => {
    const merge = async (clips: number, manifestId: number): Promise<void> => {
      const listing = { bytes: manifest(clips, manifestId), readAtMs: Date.now() };
      const merged = await library.merge(MODULE, listing, true);
      if (!merged.ok || merged.value.rows !== clips) throw new Error('not merged');
    };
    const fresh = await costOf(() => merge(MANY, 5120));
    const keys = Uint32Array.from(library.clips().columns.key).sort();
    const emptied = await costOf(() => merge(0, 5120));
    const back = await costOf(() => merge(MANY, 5121));
    const same = Uint32Array.from(library.clips().columns.key).sort();
    if (keys.length !== MANY || keys.some((key, at) => key !== same[at])) throw new Error('clips were lost');
    report(MANY, 'new', 20_000, fresh.ms);
    report(MANY, 'gone from the list', 20_000, emptied.ms);
    report(MANY, 'back under other ids', 20_000, back.ms);
    report(MANY, 'memory meanwhile, at most', 2000, Math.max(fresh.peakMb, emptied.peakMb, back.peakMb), 'MB');
  });
}

type Fetch = BlinkCloud['fetch'];
const asIs = (fetch: Fetch): Fetch => fetch;
/** As where bodies are packed for the way: nothing says how long they will be. */
const unannounced =
  (fetch: Fetch): Fetch =>
  async (...request) => {
    const { body, status, headers } = await fetch(...request);
    const others = [...headers].filter(([name]) => name !== 'content-length');
    return new Response(body, { status, headers: others });
  };

/** An account on a simulated cloud in this process. */
async function signedIn(library: Library, options: { readonly clips: number; readonly faults?: string }, fetch = asIs) {
  const cloud = createBlinkCloud({ clock, random: seededRandom(1), mbps: Number.POSITIVE_INFINITY, ...options });
  const blink = connectBlink({
    fetch: fetch(cloud.fetch),
    secrets: memorySecrets(),
    clock,
    random: seededRandom(2),
    budgetStore: library.budget,
    pace: () => 'full',
    baseUrl: null,
    version: '0.0.0',
    log,
  });
  const signed = await blink.session.signInWithTokenLine(cloud.tokens.refreshToken);
  const home = await blink.cloud.homescreen('bulk');
  if (!signed.ok || !home.ok) throw new Error('not signed in');
  const [module] = home.value.modules;
  if (!module) throw new Error('no module');
  await library.useAccount(home.value.accountId);
  await library.putSystems(home.value.networks, home.value.modules, home.value.cameras);
  return { blink, module: { moduleId: module.id, networkId: module.networkId } };
}

/** What the process takes at most for a list of 300 MiB, MB. */
async function tooLong(fetch: typeof asIs): Promise<number> {
  return inNewLibrary(async (library) => {
    const { blink, module } = await signedIn(library, { clips: 4, faults: 'huge#1' }, fetch);
    let said = '';
    const cost = await costOf(async () => {
      const listing = await blink.cloud.readManifest(module, 'bulk');
      said = listing.ok ? 'read' : listing.problem.kind;
    });
    const next = await blink.cloud.readManifest(module, 'bulk');
    await blink.close();
    if (said !== 'unexpected-answer' || !next.ok) throw new Error(`a list of 300 MiB: ${said}`);
    return cost.peakMb;
  });
}

/** From the click until the job is there, and what the process holds for it from then on. */
function queued(): Promise<{ readonly ms: number; readonly mb: number }> {
  return inNewLibrary(async (library, profile) => {
    const { blink, module } = await signedIn(library, { clips: QUEUED });
    const shelf = await ClipCache.open({ profile, store: library.cache, maxBytes: 1e9, clock });
    const saving = new Saving({
      cloud: blink.cloud,
      library,
      shelf,
      profile,
      clock,
      random: seededRandom(3),
      pace: () => 'full',
      savingHours: () => null,
      reserveBytes: 0,
      isDriveFilling: () => false,
      log,
      onChange: () => {},
    });
    saving.useModules([module]);
    const chosen = await chooseFolder(join(profile, 'clips'));
    if (!chosen.ok) throw new Error(chosen.problem.details);
    await saving.useFolder(chosen.value);
    await saving.list(module.moduleId, 'bulk');
    // The column holds what the index counted as ClipKey.
    const keys = [...library.clips().columns.key].map((key) => key as ClipKey);
    if (keys.length !== QUEUED) throw new Error(`${keys.length} clips are listed`);
    collectGarbage();
    const before = process.memoryUsage.rss();
    const start = performance.now();
    await saving.save(keys, { kind: 'all' });
    const ms = performance.now() - start;
    collectGarbage();
    const mb = (process.memoryUsage.rss() - before) / MB;
    await saving.close();
    await blink.close();
    return { ms, mb };
  });
}

report(4, '300 MiB for a list, announced', 100, await tooLong(asIs), 'MB');
report(4, '300 MiB for a list, unannounced', 400, await tooLong(unannounced), 'MB');
const jobs = [];
for (let count = 0; count < RUNS; count++) jobs.push(await queued());
report(QUEUED, 'queued, from the click', 300, median(jobs.map(({ ms }) => ms)));
report(QUEUED, 'queued: memory', 40, median(jobs.map(({ mb }) => mb)), 'MB');
await aMillion();
