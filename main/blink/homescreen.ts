// Reads the homescreen: the account's systems, sync modules and cameras (§3).

import type { ModuleId, NetworkId, Result } from '../../preload/contract.ts';
import type { Log } from '../log.ts';
import { failed, succeeded } from '../problem.ts';
import { picturePath } from './camera-picture.ts';
import { driveState } from './drive-state.ts';
import type { CameraFacts, Homescreen, ModuleFacts, NetworkFacts, Urgency } from './index.ts';
import type { Rest } from './rest.ts';
import { parseJson, readRecord, readRows, wholeNumber, z } from './schema.ts';

const WHERE = 'homescreen';

// The brands are given here: nothing else makes an id.
const networkId = wholeNumber.transform((id) => id as NetworkId);
const moduleId = wholeNumber.transform((id) => id as ModuleId);

const network = z
  .object({ id: networkId, name: z.string().nullish(), time_zone: z.string().nullish() })
  .transform(
    ({ id, name, time_zone }): NetworkFacts => ({ id, name: name || String(id), timeZone: knownTimeZone(time_zone) }),
  );

const syncModule = z
  .object({
    id: moduleId,
    network_id: networkId,
    name: z.string().nullish(),
    status: z.string().nullish(),
    type: z.string().nullish(),
    local_storage_enabled: z.boolean().nullish(),
    local_storage_compatible: z.boolean().nullish(),
    local_storage_status: driveState.nullish(),
  })
  .transform(
    (row): ModuleFacts => ({
      id: row.id,
      networkId: row.network_id,
      name: row.name || String(row.id),
      online: row.status !== 'offline',
      // The first generation has no USB port.
      drive: row.type === 'sm1' ? 'unavailable' : (row.local_storage_status ?? 'unknown'),
      localStorageEnabled: row.local_storage_enabled ?? null,
      localStorageCompatible: row.local_storage_compatible ?? null,
    }),
  );

const camera = z
  .object({
    id: wholeNumber,
    network_id: networkId,
    name: z.string().min(1),
    type: z.string().nullish(),
    thumbnail: z.union([z.string(), z.number()]).nullish(),
  })
  .transform((row) => ({ ...row, type: row.type ?? '', thumbnail: String(row.thumbnail ?? '') }));

const lists = z.object({ networks: z.array(z.unknown()), sync_modules: z.array(z.unknown()) });
const account = z.object({ account: z.object({ id: wholeNumber }) });
const cameraLists = z.object({
  cameras: z.array(z.unknown()).nullish(),
  owls: z.array(z.unknown()).nullish(),
  doorbells: z.array(z.unknown()).nullish(),
});

/** Rejects only with the reason of `signal`. */
export async function readHomescreen(
  { rest, log }: { readonly rest: Rest; readonly log: Log },
  urgency: Urgency,
  signal?: AbortSignal,
): Promise<Result<Homescreen>> {
  let askedFor = 0;
  const path = (accountId: number) => {
    askedFor = accountId;
    return `/api/v3/accounts/${accountId}/homescreen`;
  };
  const answer = await rest.whole({ method: 'GET', path, urgency, signal });
  if (answer.kind === 'failed') return { ok: false, problem: answer.problem };
  if (answer.status !== 200) return failed('unexpected-answer', { details: `${WHERE}: HTTP ${answer.status}` });
  const json = parseJson(answer.content, WHERE);
  return json.ok ? parseHomescreen(json.value, askedFor, log) : json;
}

function parseHomescreen(value: unknown, askedFor: number, log: Log): Result<Homescreen> {
  const required = readRecord(lists, value, WHERE, log);
  if (!required.ok) return required;
  const optional = readRecord(cameraLists, value, WHERE, log);
  const kinds = optional.ok ? optional.value : {};
  const networks = readRows(network, required.value.networks, `${WHERE} networks`, log);
  const modules = readRows(syncModule, required.value.sync_modules, `${WHERE} sync_modules`, log);
  // Wired Minis and doorbells stand in lists of their own, and their pictures under paths with other words.
  const cameras = readRows(camera, kinds.cameras ?? [], `${WHERE} cameras`, log);
  const owls = readRows(camera, kinds.owls ?? [], `${WHERE} owls`, log);
  const doorbells = readRows(camera, kinds.doorbells ?? [], `${WHERE} doorbells`, log);
  const facts = (row: z.output<typeof camera>): CameraFacts => ({
    id: row.id,
    networkId: row.network_id,
    name: row.name,
    type: row.type,
    picturePath: picturePath(row.thumbnail, {
      accountId: askedFor,
      networkId: row.network_id,
      cameraId: row.id,
      type: row.type,
    }),
  });
  return succeeded({
    accountId: account.safeParse(value).data?.account.id ?? askedFor,
    networks: networks.rows,
    modules: modules.rows,
    cameras: [...cameras.rows, ...owls.rows, ...doorbells.rows].map(facts),
    skipped: networks.skipped + modules.skipped + cameras.skipped + owls.skipped + doorbells.skipped,
  });
}

/** Null for a name that this computer does not know. */
function knownTimeZone(name: string | null | undefined): string | null {
  if (!name) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone && name;
  } catch {
    return null;
  }
}
