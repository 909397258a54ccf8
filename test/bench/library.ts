// Measures the library with lists of every size: how long a merge takes, and how long it keeps main's thread busy.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { systemClock } from '../../main/clock.ts';
import { openLibrary } from '../../main/library/index.ts';
import type { ClipKey, ModuleId } from '../../preload/contract.ts';
import { manifest } from './clip-list.ts';
import { median, report } from './figures.ts';

const RUNS = 3;
/** The timer that feels blocks; what it reports of itself in an idle process is about this much. */
const RESOLUTION_MS = 1;
// Any number will do for a module of the benchmark's own.
const MODULE = 62002 as ModuleId;

interface Measure {
  readonly ms: number;
  readonly blockMs: number;
}
interface Figure {
  readonly what: string;
  readonly limitMs: number;
  readonly ms: (run: Run) => number;
}
interface Run {
  readonly names: number;
  readonly job: number;
  readonly fresh: Measure;
  readonly unchanged: Measure;
  readonly renumbered: Measure;
}

async function run(clips: number): Promise<Run> {
  const profile = await mkdtemp(join(tmpdir(), 'cliptray-bench-'));
  const opened = await openLibrary({
    profile,
    clock: systemClock(),
    worker: new Worker(new URL('../../main/library/index/worker.ts', import.meta.url)),
    log: console,
  });
  if (!opened.ok) throw new Error(opened.problem.details);
  const { library } = opened.value;
  const measure = async (manifestId: number): Promise<Measure> => {
    const bytes = manifest(clips, manifestId);
    await pause(100); // what making the list left behind is not the library's
    const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
    delay.enable();
    const start = performance.now();
    const merged = await library.merge(MODULE, { bytes, readAtMs: Date.now() }, false);
    const ms = performance.now() - start;
    await pause(150); // patches go out meanwhile
    delay.disable();
    if (!merged.ok || merged.value.rows !== clips) throw new Error('not merged');
    return { ms, blockMs: delay.max / 1e6 };
  };
  await library.useAccount(246810);
  library.onPatch(() => undefined); // someone listens, as in the app
  try {
    const merges = { fresh: await measure(5120), unchanged: await measure(5120), renumbered: await measure(5121) };
    // The column holds what the index counted as ClipKey.
    const keys = [...library.clips().columns.key.subarray(0, 10_000)].map((key) => key as ClipKey);
    const start = performance.now();
    for (const key of keys) library.nameOf(key);
    const named = performance.now();
    await library.queue.addJob({ kind: 'all' }, keys, 'f0c1a5e2', Date.now());
    return { ...merges, names: named - start, job: performance.now() - named };
  } finally {
    await library.close();
    await rm(profile, { recursive: true });
  }
}

const figures: readonly { readonly clips: number; readonly of: readonly Figure[] }[] = [
  {
    clips: 10_000,
    of: [
      { what: 'new', limitMs: 150, ms: ({ fresh }) => fresh.ms },
      { what: 'named', limitMs: 300, ms: ({ names }) => names },
      { what: 'put into a job', limitMs: 300, ms: ({ job }) => job },
    ],
  },
  { clips: 50_000, of: [{ what: 'new', limitMs: 700, ms: ({ fresh }) => fresh.ms }] },
  {
    clips: 200_000,
    of: [
      { what: 'new', limitMs: 3000, ms: ({ fresh }) => fresh.ms },
      { what: 'renumbered', limitMs: 3000, ms: ({ renumbered }) => renumbered.ms },
      { what: 'unchanged', limitMs: 20, ms: ({ unchanged }) => unchanged.ms },
      {
        what: 'longest block of the main thread',
        limitMs: 50,
        ms: ({ fresh, unchanged, renumbered }) => Math.max(fresh.blockMs, unchanged.blockMs, renumbered.blockMs),
      },
    ],
  },
];

console.log(`Merging lists of clips: median of ${RUNS} runs, Node ${process.version}`);
for (const { clips, of } of figures) {
  const runs: Run[] = [];
  for (let count = 0; count < RUNS; count++) runs.push(await run(clips));
  for (const { what, limitMs, ms } of of) report(clips, what, limitMs, median(runs.map(ms)));
}

await import('./large-lists.ts');
await import('./window.ts');
