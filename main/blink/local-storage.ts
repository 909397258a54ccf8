// The module's drive: its paths, its state (§4.9), and asking for one clip (§4.3) or for one to be deleted (§4.8).
import type { Result } from '../../preload/contract.ts';
import { failed, succeeded } from '../problem.ts';
import { type CommandRoles, startCommand } from './commands.ts';
import { driveState } from './drive-state.ts';
import type { CommandRequest, DriveStatus, ModuleAddress, Pair, Urgency } from './index.ts';
import { parseJson, readRecord, z } from './schema.ts';

/** `LS` of the protocol, with what follows it. */
export const localStoragePath = (module: ModuleAddress, rest: string) => (accountId: number) =>
  `/api/v1/accounts/${accountId}/networks/${module.networkId}/sync_modules/${module.moduleId}/local_storage${rest}`;

/** Step 3 of §4 as a POST, step 4 as a GET. */
export const clipPath = (module: ModuleAddress, { manifestId, clipId }: Pair) =>
  localStoragePath(module, `/manifest/${encodeURIComponent(manifestId)}/clip/request/${encodeURIComponent(clipId)}`);

/** §4.8 */
const deletePath = (module: ModuleAddress, { manifestId, clipId }: Pair) =>
  localStoragePath(module, `/manifest/${encodeURIComponent(manifestId)}/clip/delete/${encodeURIComponent(clipId)}`);

const driveStatus = z
  .object({
    usb_state: driveState,
    usb_storage_used: z.number().min(0).max(100).nullish(),
    usb_storage_full: z.boolean().nullish(),
  })
  .transform(
    ({ usb_state, usb_storage_used, usb_storage_full }): DriveStatus => ({
      state: usb_state === 'active' && usb_storage_full ? 'memory_full' : usb_state,
      usedPercent: usb_storage_used ?? null,
    }),
  );

/** Null: this module does not offer it (404). Rejects only with the reason of `signal`. */
export async function readDriveStatus(
  { rest, log }: CommandRoles,
  module: ModuleAddress,
  urgency: Urgency,
  signal?: AbortSignal,
): Promise<Result<DriveStatus | null>> {
  const where = 'local_storage/status';
  const answer = await rest.whole({ method: 'GET', path: localStoragePath(module, '/status'), urgency, signal });
  if (answer.kind === 'failed') return { ok: false, problem: answer.problem };
  if (answer.status === 404) return succeeded(null);
  if (answer.status !== 200) return failed('unexpected-answer', { details: `${where}: HTTP ${answer.status}` });
  const json = parseJson(answer.content, where);
  return json.ok ? readRecord(driveStatus, json.value, where, log) : json;
}

/** Asks the module to upload a clip: one POST. Rejects only with the reason of `signal`. */
export function requestUpload(
  roles: CommandRoles,
  module: ModuleAddress,
  pair: Pair,
  urgency: Urgency,
  signal?: AbortSignal,
): Promise<CommandRequest> {
  return startCommand(roles, 'clip/request', 'clip-gone', { path: clipPath(module, pair), urgency, signal });
}

/** Asks the module to delete a clip for good: one POST. Rejects only with the reason of `signal`. */
export function requestDeletion(
  roles: CommandRoles,
  module: ModuleAddress,
  pair: Pair,
  urgency: Urgency,
  signal?: AbortSignal,
): Promise<CommandRequest> {
  return startCommand(roles, 'clip/delete', 'clip-gone', { path: deletePath(module, pair), urgency, signal });
}
