// What can be chosen about a simulated cloud, with the defaults of its command line.
import type { CloudClock } from './clock.ts';
import type { Random } from './random.ts';

export const driveStates = [
  'active',
  'memory_full',
  'unmounted',
  'format_required',
  'unavailable',
  'incompatible',
] as const;
export type DriveState = (typeof driveStates)[number];

/** Homes that are not as one would wish (protocol §4.5, §4.6, §3). */
export const oddities = [
  'equal-seconds',
  'umlaut',
  'removed',
  'renamed',
  'collide',
  'future',
  'no-enabled',
  'missing-enabled',
] as const;
export type Oddity = (typeof oddities)[number];

export const rotations = ['grace', 'strict'] as const;
/** When the old refresh token dies: at the new access token's first use, or at once. */
export type Rotation = (typeof rotations)[number];

export const signInPages = [
  'usual',
  'pop-up',
  'opener',
  'script',
  'slow',
  'broken',
  'robot',
  'wrong-state',
  'both',
  'error',
] as const;
/**
 * What is special about the hosted sign-in: a window of its own, one that answers to the page that opened it, a redirect
 * by script, a page that takes 8 s, a reset connection, 406, another state in the redirect, a code together with an
 * error, an error alone.
 */
export type SignInPages = (typeof signInPages)[number];

export interface CloudOptions {
  /** In all, dealt out over the modules. */
  readonly clips: number;
  readonly modules: number;
  /** Per module. */
  readonly cameras: number;
  readonly uploadMs: number;
  /** Uploads take `uploadMs` ± this part of it, evenly distributed. */
  readonly uploadJitter: number;
  readonly manifestMs: number;
  readonly rttMs: number;
  /** Megabits a second on each connection; Infinity: as fast as it is read. */
  readonly mbps: number;
  readonly clipKib: { readonly from: number; readonly to: number };
  /** Recordings an hour, in all. */
  readonly newClips: number;
  readonly drive: DriveState;
  readonly odd: readonly Oddity[];
  /** Seconds an access token lives. */
  readonly tokenTtl: number;
  readonly rotation: Rotation;
  readonly signIn: SignInPages;
  /** A clip asked for too early stays "not found" until it is uploaded anew (protocol §4.4). */
  readonly sticky404: boolean;
  /** `KIND[@where][#NTH]:P,…` */
  readonly faults: string;
  /** How long an uploaded copy stays in the cloud; nobody knows, minutes are assumed (protocol §4.4). */
  readonly copyLifeMs: number;
  /** A deleted clip is listed for up to so long (protocol §4.8). */
  readonly deletionLagMs: number;
  readonly accountId: number;
  /** The one address that stands for all three hosts. */
  readonly url: string;
}

export interface CloudEffects {
  readonly clock: CloudClock;
  readonly random: Random;
  /** Told of every request when its answer is over. */
  readonly onRequest?: (entry: LogEntry) => void;
  /** Told when `truth()` would answer something else. */
  readonly onTruth?: () => void;
}

/** One request, as it is logged. */
export interface LogEntry {
  /** When it arrived; Unix ms, real. */
  readonly t: number;
  readonly method: string;
  readonly route: string;
  /** SHA-256 of the clip it was about. */
  readonly clip?: string;
  /** The manifest's id and the clip's in it, as the request had them. */
  readonly pair?: string;
  /** 0: no answer was given. */
  readonly status: number;
  /** Of the body, as far as it was sent. */
  readonly bytes: number;
  readonly fault?: string;
  /** Of an accepted POST of a clip: how long the module takes for it; real ms, as the clock spans it. */
  readonly takesMs?: number;
  readonly ms: number;
}

export const defaultOptions: CloudOptions = {
  clips: 500,
  modules: 1,
  cameras: 4,
  uploadMs: 4000,
  uploadJitter: 0.3,
  manifestMs: 3000,
  rttMs: 0,
  mbps: 8,
  clipKib: { from: 300, to: 2500 },
  newClips: 0,
  drive: 'active',
  odd: [],
  tokenTtl: 14_400,
  rotation: 'grace',
  signIn: 'usual',
  sticky404: false,
  faults: '',
  copyLifeMs: 300_000,
  deletionLagMs: 60_000,
  accountId: 246_810,
  url: 'http://127.0.0.1:24681',
};
