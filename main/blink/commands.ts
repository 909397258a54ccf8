// Commands on a sync module: starting one, asking what became of it, and letting it go (§5, §6).

import type { ProblemKind } from '../../preload/contract.ts';
import type { Log } from '../log.ts';
import { problem } from '../problem.ts';
import type { CommandRequest, CommandState, ModuleAddress, Urgency } from './index.ts';
import type { Ask, Rest } from './rest.ts';
import { isRecord, parseJson, readRecord, unexpected, wholeNumber, z } from './schema.ts';

/** The JSON code of "System is busy, please wait"; no redirect. */
const BUSY_CODE = 307;
const FINE_STATUS = 0;
const FINE_STATUS_CODE = 908;

export interface CommandRoles {
  readonly rest: Rest;
  readonly log: Log;
}

const started = z.object({ id: wholeNumber });

const command = z.object({
  complete: z.boolean(),
  status: z.number().nullish(),
  status_code: z.number().nullish(),
});

/**
 * One POST, never repeated (a refused token apart, which starts nothing). `missing` is what a 404 means here.
 * Rejects only with the reason of `ask.signal`.
 */
export async function startCommand(
  { rest, log }: CommandRoles,
  where: string,
  missing: ProblemKind,
  ask: Omit<Ask, 'method'>,
): Promise<CommandRequest> {
  const answer = await rest.whole({ ...ask, method: 'POST' });
  if (answer.kind === 'failed') {
    return { kind: answer.done === 'no' ? 'refused' : 'lost', problem: answer.problem };
  }
  const { status } = answer;
  const json = parseJson(answer.content, where);
  const body = json.ok && isRecord(json.value) ? json.value : {};
  const fine = status >= 200 && status < 300;
  // Judged by the body: a message without an id (§6).
  const saysBusy =
    body.id === undefined && (body.code === BUSY_CODE || ((fine || status === 409) && 'message' in body));
  if (saysBusy || status === 409) return { kind: 'busy' };
  if (!fine) {
    const kind = status === 404 ? missing : 'unexpected-answer';
    return { kind: 'refused', problem: problem(kind, { details: `${where}: HTTP ${status}` }) };
  }
  const read = readRecord(started, body, where, log);
  return read.ok ? { kind: 'started', commandId: read.value.id } : { kind: 'lost', problem: read.problem };
}

/** Rejects only with the reason of `signal`. */
export async function commandState(
  { rest, log }: CommandRoles,
  module: ModuleAddress,
  commandId: number,
  urgency: Urgency,
  signal?: AbortSignal,
): Promise<CommandState> {
  const where = 'command';
  const path = () => `/network/${module.networkId}/command/${commandId}`;
  const answer = await rest.whole({ method: 'GET', path, urgency, signal });
  if (answer.kind === 'failed') return { kind: 'unknown', problem: answer.problem };
  if (answer.status !== 200) return { kind: 'unknown', problem: unexpected(where, `HTTP ${answer.status}`) };
  const json = parseJson(answer.content, where);
  const read = json.ok ? readRecord(command, json.value, where, log) : json;
  if (!read.ok) return { kind: 'unknown', problem: read.problem };
  const { complete, status, status_code } = read.value;
  if (!complete) return { kind: 'running' };
  const fine = (status ?? FINE_STATUS) === FINE_STATUS && (status_code ?? FINE_STATUS_CODE) === FINE_STATUS_CODE;
  return fine ? { kind: 'done' } : { kind: 'failed', details: `status ${status}, status_code ${status_code}` };
}

/** Says that nobody waits for it any more; what the answer is does not matter. Rejects with the reason of `signal`. */
export async function endCommand(
  { rest }: CommandRoles,
  module: ModuleAddress,
  commandId: number,
  urgency: Urgency,
  signal?: AbortSignal,
): Promise<void> {
  const path = () => `/network/${module.networkId}/command/${commandId}/done/`;
  await rest.whole({ method: 'POST', path, urgency, signal });
}
