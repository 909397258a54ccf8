// What every endpoint is handed, and the shape of the list they stand in.
import type { Answer } from './answer.ts';
import type { ClipFiles } from './clip-file.ts';
import type { CloudClock } from './clock.ts';
import type { Clip } from './drive.ts';
import type { Faults } from './faults.ts';
import type { Home } from './home.ts';
import type { CloudOptions, LogEntry } from './options.ts';
import type { Random } from './random.ts';
import type { Tokens } from './tokens.ts';

/** A clip that a module has uploaded, or tried to. */
export interface UploadedCopy {
  readonly clip: Clip;
  /** Unix ms; null: still on its way. */
  readonly expiresAtMs: number | null;
  /** Asked for too early on a cloud whose refusals stick. */
  readonly refused: boolean;
}

/** Everything the cloud knows and is. */
export interface CloudState {
  readonly options: CloudOptions;
  readonly clock: CloudClock;
  readonly random: Random;
  readonly files: ClipFiles;
  readonly home: Home;
  readonly tokens: Tokens;
  readonly faults: Faults;
  /** By path of the clip's URL: copies outlive the ids they were asked for by. */
  readonly copies: Map<string, UploadedCopy>;
  /** No connection before this moment; Unix ms. */
  readonly offline: { untilMs: number };
  readonly note: (entry: LogEntry) => void;
  /** By command id. */
  readonly manifests: Map<number, { readonly body: Uint8Array; readonly atMs: number }>;
}

export interface CloudRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

export interface Endpoint {
  readonly method: 'GET' | 'POST';
  /** Named groups: A account, N network, S sync module, M manifest, C clip, K command (protocol, notation). */
  readonly path: RegExp;
  /** What it is for: the word for it in the log and behind a fault's `@`. */
  readonly route: string;
  /** On which of the three hosts it lives. */
  readonly host: 'oauth' | 'bootstrap' | 'tier';
  readonly answer: (state: CloudState, request: CloudRequest, ids: Readonly<Record<string, string>>) => Answer;
}

/** `{A}` and the like stand for digits. */
export function pathPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{([A-Z])\}/g, '(?<$1>\\d+)')}$`);
}
