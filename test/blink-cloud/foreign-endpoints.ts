// What other clients ask besides, answered as shortly as they can bear.
import { type Answer, json } from './answer.ts';
import type { CloudState } from './cloud-state.ts';
import { type Endpoint, pathPattern } from './endpoint.ts';

export const foreignEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: pathPattern('/networks'), route: 'networks', host: 'tier', answer: networks },
  { method: 'GET', path: pathPattern('/api/v1/camera/usage'), route: 'usage', host: 'tier', answer: usage },
  {
    method: 'GET',
    path: pathPattern('/network/{N}/syncmodules'),
    route: 'syncmodules',
    host: 'tier',
    answer: syncModules,
  },
  { method: 'POST', path: pathPattern('/network/{N}/update'), route: 'update', host: 'tier', answer: update },
  {
    method: 'GET',
    path: pathPattern('/api/v[13]/accounts/{A}/media/changed'),
    route: 'changed',
    host: 'tier',
    answer: () => json({ media: [] }),
  },
];

function networks({ home }: CloudState): Answer {
  const { id, name } = home.network;
  return json({
    summary: { [id]: { id, name, onboarded: true } },
    networks: [{ id, name, account_id: home.accountId, onboarded: true }],
  });
}

function usage({ home }: CloudState): Answer {
  const cameras = home.cameras.filter(({ list }) => list === 'cameras').map(({ id, name }) => ({ id, name, usage: 0 }));
  return json({ networks: [{ network_id: home.network.id, name: home.network.name, cameras }] });
}

/** It knows a single module: one reason why other clients miss the second. */
function syncModules({ home }: CloudState): Answer {
  const module = home.modules[0];
  if (!module) return json({});
  const { id, name, serial, lane } = module;
  const status = lane.online ? 'online' : 'offline';
  return json({
    syncmodule: { id, network_id: home.network.id, name, serial, status, fw_version: '16.0.40', onboarded: true },
  });
}

function update({ home }: CloudState): Answer {
  const { id, name } = home.network;
  return json({ network: { id, name, account_id: home.accountId, armed: true, sync_module_error: false } });
}
