// The Blink cloud as the rest of the app sees it: knows HTTP, nothing of files, windows or Electron.
// Protocol paragraphs (§) are those of docs/blink-protocol.md.
import type { DriveState, ModuleId, NetworkId, Problem, Result } from '../../preload/contract.ts';

export type { AskPerson } from './ask-on-page.ts';
export { BodyBroken } from './body.ts';
export { type Blink, type BlinkRoles, connectBlink } from './connect.ts';
export { type AuthorizationCode, type HostedSignIn, isCallback } from './hosted-sign-in.ts';
export { loopbackOrigin } from './hosts.ts';
export type { Session, SessionStatus } from './session.ts';
export { SigningIn } from './signing-in.ts';

/**
 * Bulk requests wait for the request budget; interactive ones always go and are paid back later. What holds up something
 * that a person comes to wait for is bulk until then.
 */
export type Urgency = 'interactive' | 'bulk' | { readonly bulkUntil: AbortSignal };

/** Handles of one clip, valid only together and only for the manifest they came in (§4.5). */
export interface Pair {
  readonly manifestId: string;
  readonly clipId: string;
}

/** Which module: everything its URLs need besides the account. */
export interface ModuleAddress {
  readonly networkId: NetworkId;
  readonly moduleId: ModuleId;
}

export interface NetworkFacts {
  readonly id: NetworkId;
  readonly name: string;
  readonly timeZone: string | null;
}

export interface ModuleFacts {
  readonly id: ModuleId;
  readonly networkId: NetworkId;
  readonly name: string;
  readonly online: boolean;
  readonly drive: DriveState;
  readonly localStorageEnabled: boolean | null;
  readonly localStorageCompatible: boolean | null;
}

export interface CameraFacts {
  readonly id: number;
  readonly networkId: NetworkId;
  readonly name: string;
  readonly type: string;
  /** Path on the tier host, ready to be asked for (§3, its three shapes); null: none. */
  readonly picturePath: string | null;
}

/** §3. Wrong optional parts are unknown, wrong required parts cost that row and are counted in `skipped`. */
export interface Homescreen {
  readonly accountId: number;
  readonly networks: readonly NetworkFacts[];
  readonly modules: readonly ModuleFacts[];
  readonly cameras: readonly CameraFacts[];
  readonly skipped: number;
}

export interface DriveStatus {
  readonly state: DriveState;
  readonly usedPercent: number | null;
}

/** The module does something else, and is asked again then, Unix ms; null: it is asked again now. */
export type OnBusy = (untilMs: number | null) => void;

/** A manifest's bytes, known to be an answer that has `manifest_id` and `clips`; parsed in the library's worker (§4.2). */
export interface Listing {
  readonly bytes: Uint8Array;
  /** When the read began; Unix ms. Pairs in it are as old as this. */
  readonly readAtMs: number;
}

/** What became of a starting POST (§4.3, §4.8, §6). */
export type CommandRequest =
  | { readonly kind: 'started'; readonly commandId: number }
  /** 409 with code 307: the module does something else. */
  | { readonly kind: 'busy' }
  /** Reset, time-out or 5xx: it may or may not have started. */
  | { readonly kind: 'lost'; readonly problem: Problem }
  /** It has surely not started, or the clip cannot be asked for. */
  | { readonly kind: 'refused'; readonly problem: Problem };

/** §5 */
export type CommandState =
  | { readonly kind: 'running' }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly details: string }
  | { readonly kind: 'unknown'; readonly problem: Problem };

/**
 * §4.4. `body` begins with the first byte of the clip; a cut body rejects with `BodyBroken` while it is read where the
 * cut can be seen, as does silence of 20 s and more than 512 MB.
 */
export type ClipAnswer =
  | { readonly kind: 'clip'; readonly body: ReadableStream<Uint8Array>; readonly length: number | null }
  /** JSON code 700, as 404 or as 200: not there yet, expired, or a stale pair. */
  | { readonly kind: 'not-there' }
  /** A 2xx that is no video: empty, a few bytes, a web page. */
  | { readonly kind: 'not-video'; readonly details: string }
  /** Over 512 MB by its announced length. */
  | { readonly kind: 'too-large' }
  | { readonly kind: 'problem'; readonly problem: Problem };

/**
 * One account's access to the cloud. Nothing here retries a sign-in or a POST by itself.
 * No call rejects: one that is ended by its `signal` answers `offline`, or that it may have happened (`lost`, `unknown`).
 * The body of a clip rejects with the signal's reason.
 */
export interface BlinkCloud {
  homescreen(urgency: Urgency, signal?: AbortSignal): Promise<Result<Homescreen>>;
  /** Null: the module does not offer it (404), remembered (§4.9). */
  driveStatus(module: ModuleAddress, urgency: Urgency, signal?: AbortSignal): Promise<Result<DriveStatus | null>>;
  /** §4.1 and §4.2 whole: POST, wait for the command, GET until ready, 60 s from its start; busy answers waited for before. */
  readManifest(
    module: ModuleAddress,
    urgency: Urgency,
    signal?: AbortSignal,
    onBusy?: OnBusy,
  ): Promise<Result<Listing>>;
  requestUpload(module: ModuleAddress, pair: Pair, urgency: Urgency, signal?: AbortSignal): Promise<CommandRequest>;
  /** Irreversible, and never repeated here. Only a manifest tells what came of it: a `refused` one may have been done, too. */
  requestDeletion(module: ModuleAddress, pair: Pair, urgency: Urgency, signal?: AbortSignal): Promise<CommandRequest>;
  commandState(module: ModuleAddress, commandId: number, urgency: Urgency, signal?: AbortSignal): Promise<CommandState>;
  /** Says that nobody waits for the command any more; best effort (§5). */
  endCommand(module: ModuleAddress, commandId: number, urgency: Urgency): Promise<void>;
  fetchClip(module: ModuleAddress, pair: Pair, urgency: Urgency, signal?: AbortSignal): Promise<ClipAnswer>;
  /** A camera's JPEG; null where there is none. */
  cameraPicture(path: string, signal?: AbortSignal): Promise<Result<Uint8Array | null>>;
}

/** Last minute's request times and "not before" times: a restart honours them. */
export interface BudgetStore {
  load(): Promise<StoredBudget>;
  save(budget: StoredBudget): Promise<void>;
}
export interface StoredBudget {
  /** Unix ms, oldest first, those of the last 60 s. */
  readonly sentAtMs: readonly number[];
  /** Unix ms; null: no stop in force. */
  readonly notBeforeMs: number | null;
}
