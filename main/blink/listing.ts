// Gets a module's list of clips: has it made, waits for it, and reads it once it is there (§4.1, §4.2).
import type { Pace, Problem, Result } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import { failed, problem, succeeded } from '../problem.ts';
import { type CommandRoles, commandState, endCommand, startCommand } from './commands.ts';
import type { Listing, ModuleAddress, OnBusy, Urgency } from './index.ts';
import { localStoragePath } from './local-storage.ts';
import type { Ask } from './rest.ts';
import { isRecord, parseJson, unexpected } from './schema.ts';

const PATIENCE_MS = 60_000;
const BUSY_PAUSES_MS = [3_000, 6_000, 12_000, 24_000];
const POLL_MS = 2_000;
/** Only where the person chose full pace (§6). */
const EAGER_POLL_MS = 500;
const NOT_READY_MS = 3_000;
/** 400 is read as "not ready" this often, then as a token gone bad (§7). */
const BAD_REQUESTS_BEFORE_RENEWING = 3;
const LONGEST_MANIFEST_BYTES = 256 * 1024 * 1024;
/** Anything longer is surely a list; it is parsed in the library's worker and not here. */
const LONGEST_REFUSAL_BYTES = 64 * 1024;
const WHERE = 'manifest';

export interface ListingRoles extends CommandRoles {
  readonly clock: Clock;
  readonly pace: () => Pace;
  /** Evenly distributed over [0, 1). */
  readonly random: () => number;
}

type Read =
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'not-ready'; readonly badRequest: boolean }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** §4.1 and §4.2 whole. Rejects only with the reason of `signal`. */
export async function readListing(
  roles: ListingRoles,
  module: ModuleAddress,
  urgency: Urgency,
  signal?: AbortSignal,
  onBusy?: OnBusy,
): Promise<Result<Listing>> {
  const started = await startWhenFree(roles, module, urgency, signal, onBusy);
  if (!started.ok) return started;
  const { commandId, atMs } = started.value;
  // Counted from the command's start; waiting for the request budget may take longer, so that each step is tried at
  // least once after the deadline.
  const deadlineMs = roles.clock.now() + roles.clock.span(PATIENCE_MS);
  const done = await waitForCommand(roles, module, commandId, { deadlineMs, urgency, signal });
  if (done) return { ok: false, problem: done };
  const path = localStoragePath(module, `/manifest/request/${commandId}`);
  const read = await readWhenReady(roles, { method: 'GET', path, urgency, accept: '*/*', signal }, deadlineMs);
  return read.ok ? succeeded({ bytes: read.value, readAtMs: atMs }) : read;
}

/** A busy answer says that nothing was started: only after it the POST is sent again (§6). */
async function startWhenFree(
  roles: ListingRoles,
  module: ModuleAddress,
  urgency: Urgency,
  signal?: AbortSignal,
  onBusy?: OnBusy,
): Promise<Result<{ readonly commandId: number; readonly atMs: number }>> {
  const path = localStoragePath(module, '/manifest/request');
  for (let attempt = 0; ; attempt++) {
    const atMs = roles.clock.now();
    const request = await startCommand(roles, 'manifest/request', 'unexpected-answer', { path, urgency, signal });
    if (request.kind === 'started') return succeeded({ commandId: request.commandId, atMs });
    if (request.kind !== 'busy') return { ok: false, problem: request.problem };
    const pause = BUSY_PAUSES_MS[attempt];
    if (!pause) return failed('module-busy');
    const pauseMs = roles.clock.span(pause * (0.8 + 0.4 * roles.random()));
    onBusy?.(roles.clock.now() + pauseMs);
    await roles.clock.sleep(pauseMs, signal);
    onBusy?.(null);
  }
}

interface Waiting {
  readonly deadlineMs: number;
  readonly urgency: Urgency;
  readonly signal?: AbortSignal | undefined;
}

/** What went wrong, or null when the manifest may be asked for. */
async function waitForCommand(
  roles: ListingRoles,
  module: ModuleAddress,
  commandId: number,
  { deadlineMs, urgency, signal }: Waiting,
): Promise<Problem | null> {
  for (;;) {
    await roles.clock.sleep(roles.clock.span(roles.pace() === 'full' ? EAGER_POLL_MS : POLL_MS), signal);
    const last = roles.clock.now() >= deadlineMs;
    const state = await commandState(roles, module, commandId, urgency, signal);
    if (state.kind === 'done') return null;
    if (state.kind === 'failed') return problem('manifest-not-ready', { details: state.details });
    // The manifest itself can still be there when the answer about its command makes no sense.
    if (state.kind === 'unknown') return state.problem.kind === 'unexpected-answer' ? null : state.problem;
    if (last) {
      await endCommand(roles, module, commandId, urgency, signal);
      return problem('module-offline', { details: 'the command for a manifest did not end' });
    }
  }
}

async function readWhenReady(
  roles: ListingRoles,
  ask: Ask,
  deadlineMs: number,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  for (let badRequests = 0; ; ) {
    const last = roles.clock.now() >= deadlineMs;
    const read = await readOnce(roles, ask);
    if (read.kind === 'read') return succeeded(read.bytes);
    if (read.kind === 'problem') return { ok: false, problem: read.problem };
    if (read.badRequest && ++badRequests === BAD_REQUESTS_BEFORE_RENEWING) await roles.rest.renew(ask);
    if (last || badRequests > BAD_REQUESTS_BEFORE_RENEWING) return failed('manifest-not-ready');
    await roles.clock.sleep(roles.clock.span(NOT_READY_MS), ask.signal);
  }
}

async function readOnce({ rest }: ListingRoles, ask: Ask): Promise<Read> {
  const answer = await rest.whole(ask, LONGEST_MANIFEST_BYTES);
  if (answer.kind === 'failed') return { kind: 'problem', problem: answer.problem };
  const { status, content: bytes } = answer;
  if (status === 409) return { kind: 'not-ready', badRequest: false };
  if (status === 400) return { kind: 'not-ready', badRequest: true };
  if (status !== 200) return { kind: 'problem', problem: unexpected(WHERE, `HTTP ${status}`) };
  if (bytes.length === 0) return { kind: 'not-ready', badRequest: false };
  if (bytes.length > LONGEST_REFUSAL_BYTES) return { kind: 'read', bytes };
  const json = parseJson(bytes, WHERE);
  if (!json.ok) return { kind: 'problem', problem: json.problem };
  if (!isRecord(json.value)) return { kind: 'problem', problem: unexpected(WHERE, 'not an object') };
  const { manifest_id, clips } = json.value;
  // Never read as an empty manifest (§4.2).
  if (manifest_id === undefined && clips === undefined) return { kind: 'not-ready', badRequest: false };
  if (Array.isArray(clips) && manifest_id !== undefined) return { kind: 'read', bytes };
  return {
    kind: 'problem',
    problem: unexpected(WHERE, `${Array.isArray(clips) ? 'manifest_id' : 'clips'} is missing or wrong`),
  };
}
