// Measures saving by the cloud's own log, at real speed, beside blinkpy where the two can be compared.
import { kibIn, type Saved, savedAt, savedByBlinkpy } from './saving-runs.ts';

interface Figure {
  readonly what: string;
  /** Null: it could not be measured, which was said. */
  readonly value: number | null;
  readonly atMost?: number;
  readonly atLeast?: number;
}

const usualKib = 1500; // a second and a half at 8 Mbit/s
const steady = { from: 2185, to: 2415 };
const varied = { from: 2000, to: 6500 };
const quick = { from: 2000, to: 5000 };
const short = { from: 2000, to: 4000 };
const middle = ({ from, to }: typeof steady) => (from + to) / 2;

/** What nothing but requests holds up, at 30 of them a minute. */
const requestMs = 2000;

async function steadyUploads(): Promise<readonly Figure[]> {
  const saved = await savedAt('full', { clips: 60, uploadMs: steady, kib: usualKib });
  const slow = await savedAt('full', { clips: 60, uploadMs: steady, kib: kibIn(middle(steady)) });
  return [
    { what: 'full pace, steady uploads: time over uploads', value: saved.foundMs / saved.uploadMs, atMost: 1.12 },
    { what: 'the same, downloads as slow', value: slow.foundMs / slow.uploadMs, atMost: 1.12 },
  ];
}

async function variedUploads(kib: number, downloads: string): Promise<readonly Figure[]> {
  const saved = await savedAt('full', { clips: 60, uploadMs: varied, kib });
  return [
    {
      what: `full pace, uploads of 2–6.5 s${downloads}: over the longer`,
      value: saved.foundMs / saved.longerMs,
      atMost: 1.08,
    },
  ];
}

async function gentlePace(): Promise<readonly Figure[]> {
  const steadily = await savedAt('gentle', { clips: 40, uploadMs: steady, kib: usualKib });
  const saved = await savedAt('gentle', { clips: 40, uploadMs: quick, kib: usualKib });
  return [
    { what: 'gentle pace, steady uploads: requests a clip', value: steadily.requests, atMost: 2.6 },
    { what: 'the same: requests in the busiest minute', value: steadily.busiestMinute, atMost: 30 },
    { what: 'gentle pace, uploads of 2–5 s: requests a clip', value: saved.requests, atMost: 2.5 },
    { what: 'the same: clips a minute', value: 60_000 / saved.foundMs, atLeast: 11 },
    { what: 'the same: requests in the busiest minute', value: saved.busiestMinute, atMost: 30 },
  ];
}

/** blinkpy knows no limit: at 30 requests a minute a clip would take it its time, or that of its requests if longer. */
const at30 = ({ cameMs, requests }: Saved): number => Math.max(cameMs, requests * requestMs);

async function besideBlinkpy(): Promise<readonly Figure[]> {
  const drive = { clips: 40, uploadMs: short, kib: usualKib };
  const theirs = await savedByBlinkpy(drive);
  const full = theirs && theirs.cameMs / (await savedAt('full', drive)).cameMs;
  const gentle = theirs && at30(theirs) / (await savedAt('gentle', drive)).cameMs;
  return [
    { what: 'full pace, times as fast as blinkpy 0.25.9', value: full, atLeast: 1.35 },
    { what: 'the same at 30 requests a minute', value: gentle, atLeast: 2.3 },
  ];
}

console.log('Saving at real speed over a line of 8 Mbit/s, five drives side by side: about ten minutes');
const groups = await Promise.all([
  steadyUploads(),
  variedUploads(usualKib, ''),
  variedUploads(kibIn(middle(varied)), ', downloads as slow'),
  gentlePace(),
  besideBlinkpy(),
]);
for (const { what, value, atMost, atLeast } of groups.flat()) {
  const isMet = value !== null && value <= (atMost ?? value) && value >= (atLeast ?? value);
  if (!isMet) process.exitCode = 1;
  const measured = value === null ? 'none' : value.toFixed(3);
  const target = atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`;
  const verdict = value === null ? 'NOT MEASURED' : isMet ? 'met' : 'MISSED';
  console.log(`${what.padEnd(64)} ${measured.padStart(6)}   target ${target.padEnd(6)}  ${verdict}`);
}
