// Clips that the cloud gave away whole more than once, and why: read from its log.
import type { LogEntry, TruthRow } from '../blink-cloud/index.ts';
import type { Spell } from './weather.ts';

/** A moment at which everything on its way was lost, but for the clips that stood in the folder. */
export interface Loss {
  /** Unix ms. */
  readonly atMs: number;
  readonly standing: ReadonlySet<string>;
}

/** What may explain that a clip came twice. */
export interface Reasons {
  readonly losses: readonly Loss[];
  readonly spells: readonly Spell[];
  /** When the program asked for each clip itself, by SHA-256, as its own journal says; Unix ms. */
  readonly asks: ReadonlyMap<string, readonly number[]>;
}

export interface FetchedTwice {
  /** It got other ids; or the program asked for the clip that had its ids before, and was given this one. */
  readonly pairChanged: number;
  /** The program was killed before the file stood. Where it came for another clip, the file of its own does not count. */
  readonly killed: number;
  /** The connection was lost, or nobody listened any more, while it came. */
  readonly cutOff: number;
  /** Those that nothing explains. */
  readonly unexplained: readonly { readonly clip: string; readonly words: string }[];
}

/**
 * Bytes that the cloud has sent may never arrive if it is cut off within so long after it; and one that was frozen
 * answers for so long what nobody waits for any more.
 */
const tailMs = 500;

export function fetchedTwice(log: readonly LogEntry[], truth: readonly TruthRow[], possible: Reasons): FetchedTwice {
  const bytes = new Map(truth.map((row) => [row.sha256, row.bytes]));
  const whole = log.filter(
    ({ route, status, clip = '', ...entry }) => route === 'get' && status === 200 && entry.bytes === bytes.get(clip),
  );
  const reasons = { 'pair changed': 0, killed: 0, 'cut off': 0 };
  const unexplained: { clip: string; words: string }[] = [];
  const posts = log.filter(({ route }) => route === 'post');
  const postsOf = Map.groupBy(posts, ({ clip }) => clip);
  const lostBy = Map.groupBy(
    posts.filter(({ clip }) => clip === undefined),
    ({ pair }) => pair,
  );
  for (const [clip, gets] of Map.groupBy(whole, (entry) => entry.clip ?? '')) {
    const sentAtMs = (postsOf.get(clip) ?? []).map(({ t }) => t);
    const askedAtMs = possible.asks.get(clip) ?? [];
    const inOrder = gets.toSorted((a, b) => a.t - b.t);
    for (const [at, later] of inOrder.entries()) {
      const earlier = inOrder[at - 1];
      if (!earlier) continue;
      const lostAtMs = (lostBy.get(later.pair) ?? []).map(({ t }) => t);
      const why = reasonOf(clip, earlier, later, { sentAtMs, lostAtMs, askedAtMs }, possible);
      if (why) reasons[why] += 1;
      else {
        const words = `${clip}: whole at ${earlier.t} and again at ${later.t}; ${requestsFor(clip, log)}`;
        unexplained.push({ clip, words });
      }
    }
  }
  return { pairChanged: reasons['pair changed'], killed: reasons.killed, cutOff: reasons['cut off'], unexplained };
}

const requestsFor = (clip: string, log: readonly LogEntry[]) =>
  JSON.stringify(log.filter((entry) => entry.clip === clip).map(({ clip: _, ...entry }) => entry));

interface Requests {
  /** When its module was asked for it, for whatever clip. */
  readonly sentAtMs: readonly number[];
  /** When it was to be asked by the ids of the later answer, and never heard of it: the cloud still had the clip. */
  readonly lostAtMs: readonly number[];
  /** When the program asked for this clip. */
  readonly askedAtMs: readonly number[];
}

function reasonOf(
  clip: string,
  earlier: LogEntry,
  later: LogEntry,
  requests: Requests,
  { losses, spells }: Reasons,
): 'pair changed' | 'killed' | 'cut off' | null {
  const isLost = ({ atMs, standing }: Loss) =>
    atMs >= earlier.t && atMs <= later.t && (!standing.has(clip) || cameForAnother(requests, earlier.t));
  if (losses.some(isLost)) return 'killed';
  if (earlier.pair !== later.pair) return 'pair changed';
  if (isForAnother(requests, 0, earlier.t) || isForAnother(requests, earlier.t, later.t)) return 'pair changed';
  const { lostAtMs, askedAtMs } = requests;
  if (isForAnother({ sentAtMs: lostAtMs, askedAtMs }, earlier.t, later.t)) return 'pair changed';
  const endMs = earlier.t + earlier.ms + tailMs;
  const cut = spells.some(
    ({ kind, fromMs, untilMs }) =>
      (kind === 'frozen' || kind === 'away') && fromMs <= endMs && untilMs + tailMs >= earlier.t,
  );
  return cut ? 'cut off' : null;
}

/** Its module was asked for it in this time, and not for its own sake. */
function isForAnother({ sentAtMs, askedAtMs }: Omit<Requests, 'lostAtMs'>, fromMs: number, untilMs: number): boolean {
  const isIn = (atMs: number) => atMs > fromMs && atMs <= untilMs;
  return sentAtMs.some(isIn) && !askedAtMs.some(isIn);
}

/** The last request before it was made for another clip, whose ids this one has meanwhile. */
function cameForAnother(requests: Requests, atMs: number): boolean {
  const [last, before] = requests.sentAtMs.filter((sentAtMs) => sentAtMs <= atMs).toSorted((a, b) => b - a);
  return last !== undefined && isForAnother(requests, before ?? 0, last);
}
