// The account at a glance, and the cameras' pictures (protocol §3).
import { type Answer, binary, json, noSuchThing } from './answer.ts';
import type { CloudState } from './cloud-state.ts';
import { wireTime } from './drive.ts';
import { type Endpoint, type Ids, pathPattern } from './endpoint.ts';
import type { Camera } from './home.ts';

export const homescreenEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: pathPattern('/api/v[34]/accounts/{A}/homescreen'),
    route: 'home',
    host: 'tier',
    answer: homescreen,
  },
  {
    method: 'GET',
    path: pathPattern('/media/production/account/{A}/network/{N}/camera/{C}/picture\\.jpg'),
    route: 'picture',
    host: 'tier',
    answer: picture,
  },
  {
    method: 'GET',
    path: pathPattern('/api/v3/media/accounts/{A}/networks/{N}/[a-z]+/{C}/thumbnail/thumbnail\\.jpg'),
    route: 'picture',
    host: 'tier',
    answer: picture,
  },
];

const types = { cameras: 'catalina', owls: 'owl', doorbells: 'lotus' } as const;

function homescreen(state: CloudState, _request: unknown, ids: Ids): Answer {
  const { home, clock, options } = state;
  if (Number(ids.A) !== home.accountId) return noSuchThing();
  const body = {
    account: { id: home.accountId },
    networks: [
      { id: home.network.id, name: home.network.name, time_zone: home.network.timeZone, dst: true, armed: true },
    ],
    sync_modules: home.modules.map(({ id, name, serial, drive, lane }) => ({
      id,
      network_id: home.network.id,
      name,
      serial,
      type: 'sm2',
      status: lane.online ? 'online' : 'offline',
      fw_version: '16.0.40',
      last_hb: wireTime(Math.floor(clock.now() / 1000)),
      wifi_strength: 4,
      ...(!options.odd.includes('missing-enabled') && { local_storage_enabled: !options.odd.includes('no-enabled') }),
      local_storage_compatible: drive.state !== 'incompatible',
      local_storage_status: drive.state,
    })),
    cameras: listed(state, 'cameras'),
    owls: listed(state, 'owls'),
    doorbells: listed(state, 'doorbells'),
    app_updates: { message: 'OK', code: 103, update_required: false },
  };
  return json(body, 200, { 'Client-Id': String(home.clientId), 'User-Id': String(home.userId) });
}

const listed = ({ home }: CloudState, list: Camera['list']) =>
  home.cameras
    .filter((camera) => camera.list === list)
    .map((camera, at) => ({
      id: camera.id,
      network_id: home.network.id,
      name: camera.name,
      type: types[list],
      enabled: true,
      onboarded: true,
      serial: `G8V1${camera.id}`,
      status: 'done',
      battery: 'ok',
      thumbnail: thumbnail(home.accountId, home.network.id, camera, at),
    }));

/** In its three shapes, by turns: a path without extension, a path that says everything, a bare time (protocol §3). */
function thumbnail(accountId: number, networkId: number, camera: Camera, at: number): string | number {
  const takenAtS = 1_770_142_000;
  if (camera.list === 'owls') return takenAtS;
  if (at % 2 === 0) {
    return `/api/v3/media/accounts/${accountId}/networks/${networkId}/${types[camera.list]}/${camera.id}/thumbnail/thumbnail.jpg?ts=${takenAtS}&ext=`;
  }
  return `/media/production/account/${accountId}/network/${networkId}/camera/${camera.id}/picture`;
}

function picture({ home, files }: CloudState, _request: unknown, ids: Ids): Answer {
  const camera = home.cameras.find(({ id }) => id === Number(ids.C));
  if (!camera || Number(ids.A) !== home.accountId || Number(ids.N) !== home.network.id) return noSuchThing();
  return binary('image/jpeg', [files.picture(camera.scene)]);
}
