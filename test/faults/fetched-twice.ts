// Clips that the cloud gave away whole more than once, and why: read from its log.
import type { LogEntry, TruthRow } from '../blink-cloud/index.ts';
import type { Spell } from './weather.ts';

/** A moment at which everything on its way was lost, but for the clips that stood in the folder. */
export interface Loss {
  /** Unix ms. */
  readonly atMs: number;
  readonly standing: ReadonlySet<string>;
}

export interface FetchedTwice {
  /** Its ids were given to another clip, or it got others. */
  readonly pairChanged: number;
  /** The program was killed before the file stood. */
  readonly killed: number;
  /** The connection was lost, or nobody listened any more, while it came. */
  readonly cutOff: number;
  /** In words: those that nothing explains. */
  readonly unexplained: readonly string[];
}

/**
 * Bytes that the cloud has sent may never arrive if it is cut off within so long after it; and one that was frozen
 * answers for so long what nobody waits for any more.
 */
const tailMs = 500;

export function fetchedTwice(
  log: readonly LogEntry[],
  truth: readonly TruthRow[],
  losses: readonly Loss[],
  spells: readonly Spell[],
): FetchedTwice {
  const bytes = new Map(truth.map((row) => [row.sha256, row.bytes]));
  const whole = log.filter(
    ({ route, status, clip = '', ...entry }) => route === 'get' && status === 200 && entry.bytes === bytes.get(clip),
  );
  const reasons = { 'pair changed': 0, killed: 0, 'cut off': 0 };
  const unexplained: string[] = [];
  for (const [clip, gets] of Map.groupBy(whole, (entry) => entry.clip ?? '')) {
    const inOrder = gets.toSorted((a, b) => a.t - b.t);
    for (const [at, later] of inOrder.entries()) {
      const earlier = inOrder[at - 1];
      if (!earlier) continue;
      const why = reasonOf(clip, earlier, later, losses, spells);
      if (why) reasons[why] += 1;
      else unexplained.push(`${clip}: whole at ${earlier.t} and again at ${later.t}; ${requestsFor(clip, log)}`);
    }
  }
  return { pairChanged: reasons['pair changed'], killed: reasons.killed, cutOff: reasons['cut off'], unexplained };
}

const requestsFor = (clip: string, log: readonly LogEntry[]) =>
  JSON.stringify(log.filter((entry) => entry.clip === clip).map(({ clip: _, ...entry }) => entry));

function reasonOf(
  clip: string,
  earlier: LogEntry,
  later: LogEntry,
  losses: readonly Loss[],
  spells: readonly Spell[],
): 'pair changed' | 'killed' | 'cut off' | null {
  const isLost = ({ atMs, standing }: Loss) => atMs >= earlier.t && atMs <= later.t && !standing.has(clip);
  if (losses.some(isLost)) return 'killed';
  if (earlier.pair !== later.pair) return 'pair changed';
  const endMs = earlier.t + earlier.ms + tailMs;
  const cut = spells.some(
    ({ kind, fromMs, untilMs }) =>
      (kind === 'frozen' || kind === 'away') && fromMs <= endMs && untilMs + tailMs >= earlier.t,
  );
  return cut ? 'cut off' : null;
}
