// A sync module's commands as they are polled, and the state of its drive (protocol §5, §4.9).
import { type Answer, json, noSuchThing } from './answer.ts';
import type { CloudState } from './cloud-state.ts';
import { type Endpoint, type Ids, moduleOf, pathPattern, storagePath } from './endpoint.ts';
import type { Command } from './module-lane.ts';

export const moduleEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: pathPattern('/network/{N}/command/{K}'), route: 'poll', host: 'tier', answer: commandState },
  {
    method: 'POST',
    path: pathPattern('/network/{N}/command/{K}/done/'),
    route: 'done',
    host: 'tier',
    answer: () => json({ message: 'Command done' }),
  },
  { method: 'GET', path: pathPattern(`${storagePath}/status`), route: 'status', host: 'tier', answer: driveStatus },
];

/** Protocol §5; a pending command says `status_code` 908 too. */
function commandState(state: CloudState, _request: unknown, ids: Ids): Answer {
  const id = Number(ids.K);
  const command = state.home.modules.map((module) => module.lane.command(id)).find((found) => found !== undefined);
  if (!command || Number(ids.N) !== command.networkId) return noSuchThing();
  return { ...json(commandRecord(command)), clip: command.clip };
}

function commandRecord(command: Command) {
  if (command.state === 'failed') {
    return { complete: true, status: 1, status_msg: 'Command failed', status_code: 909, commands: [], media_id: null };
  }
  const done = command.state === 'done';
  const stage = { state_stage: done ? 'vs' : 'sm', state_condition: done ? 'done' : 'running' };
  return {
    complete: done,
    status: 0,
    status_msg: 'Command succeeded',
    status_code: 908,
    commands: [{ id: command.id, network_id: command.networkId, ...stage }],
    media_id: null,
  };
}

/** Protocol §4.9 */
function driveStatus(state: CloudState, _request: unknown, ids: Ids): Answer {
  const module = moduleOf(state, ids);
  if (!module) return noSuchThing();
  const used = module.drive.usedPercent;
  return json({
    sync_module_id: module.id,
    network_id: state.home.network.id,
    enabled: !state.options.odd.includes('no-enabled'),
    usb_state: module.drive.state,
    usb_storage_used: module.drive.readable ? used : 0,
    usb_storage_full: module.drive.state === 'memory_full',
    storage_warning: used >= 90 ? 3 : 0,
    sm_backup_in_progress: false,
    last_backup_completed: null,
    last_backup_result: null,
  });
}
