// Everything the cloud knows and is, as its endpoints are handed it.
import type { Authorizations } from './authorizations.ts';
import type { ClipFiles } from './clip-file.ts';
import type { CloudClock } from './clock.ts';
import type { Clip } from './drive.ts';
import type { Faults } from './faults.ts';
import type { Home } from './home.ts';
import type { MadeManifest } from './made-manifest.ts';
import type { CloudOptions, LogEntry, SignInPages } from './options.ts';
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

export interface CloudState {
  readonly options: CloudOptions;
  readonly clock: CloudClock;
  readonly random: Random;
  readonly files: ClipFiles;
  readonly home: Home;
  readonly tokens: Tokens;
  readonly authorizations: Authorizations;
  readonly signIn: { pages: SignInPages };
  readonly faults: Faults;
  /** By path of the clip's URL: copies outlive the ids they were asked for by. */
  readonly copies: Map<string, UploadedCopy>;
  /** No connection before this moment; Unix ms. */
  readonly offline: { untilMs: number };
  readonly note: (entry: LogEntry) => void;
  /** Clips have left a drive; Unix ms. */
  readonly gone: (clips: Iterable<Clip>, atMs: number) => void;
  /** By command id. */
  readonly manifests: Map<number, MadeManifest>;
}
