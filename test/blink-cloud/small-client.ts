// The shortest client that can walk the four steps, for the cloud's own tests: it waits for nothing and retries nothing.
import { virtualClock } from '../virtual-clock.ts';
import { type BlinkCloud, type CloudOptions, createBlinkCloud, seededRandom } from './index.ts';

export interface ManifestRow {
  readonly id: string;
  readonly size: string;
  readonly camera_name: string;
  readonly created_at: string;
}

export interface Manifest {
  readonly manifest_id: string;
  readonly clips: readonly ManifestRow[];
}

type Fetch = BlinkCloud['fetch'];

export function smallClient(cloud: Pick<BlinkCloud, 'url' | 'accountId' | 'networks' | 'tokens'>, fetch: Fetch) {
  const network = cloud.networks[0];
  let accessToken = cloud.tokens.accessToken;

  const send = (method: string, path: string, init: RequestInit = {}) =>
    fetch(cloud.url + path, { method, ...init, headers: { authorization: `Bearer ${accessToken}`, ...init.headers } });
  const storage = (moduleId = network?.modules[0]) =>
    `/api/v1/accounts/${cloud.accountId}/networks/${network?.id}/sync_modules/${moduleId}/local_storage`;

  return {
    send,
    storage,
    refresh: async (refreshToken: string, form: Record<string, string> = {}) => {
      const body = new URLSearchParams({ grant_type: 'refresh_token', client_id: 'android', scope: 'client', ...form });
      body.set('refresh_token', refreshToken);
      return fetch(`${cloud.url}/oauth/token`, { method: 'POST', body });
    },
    useToken(token: string) {
      accessToken = token;
    },
    homescreen: () => send('GET', `/api/v3/accounts/${cloud.accountId}/homescreen`),
    requestManifest: (moduleId?: number) => send('POST', `${storage(moduleId)}/manifest/request`),
    readManifest: (id: number, moduleId?: number) => send('GET', `${storage(moduleId)}/manifest/request/${id}`),
    clipPath: (manifest: Manifest, clip: ManifestRow | undefined, moduleId?: number) =>
      `${storage(moduleId)}/manifest/${manifest.manifest_id}/clip/request/${clip?.id}`,
    command: (id: number) => send('GET', `/network/${network?.id}/command/${id}`),
  };
}

/** What the cloud answers is the cloud's own; tests say what they expect of it. */
export const bodyOf = async <Body>(answer: Response): Promise<Body> => (await answer.json()) as Body;

/** Asks the module for its list, lets it take its time, and reads it. */
export async function listed(
  client: ReturnType<typeof smallClient>,
  wait: (ms: number) => Promise<void>,
  manifestMs = 3000,
): Promise<Manifest> {
  const { id } = await bodyOf<{ id: number }>(await client.requestManifest());
  await wait(manifestMs);
  return bodyOf<Manifest>(await client.readManifest(id));
}

/** A cloud of twelve clips on a virtual clock, with a client before it; uploads take exactly four seconds. */
export function visit(options: Partial<CloudOptions> = {}, speed = 1) {
  const clock = virtualClock(undefined, speed);
  const cloud = createBlinkCloud({ clock, random: seededRandom(1), clips: 12, uploadJitter: 0, ...options });
  const client = smallClient(cloud, cloud.fetch);
  const wait = (ms: number) => clock.sleep(ms);
  return {
    clock,
    cloud,
    client,
    wait,
    run: (story: () => Promise<void>) => clock.run(story()),
    list: () => listed(client, wait),
    /** Has a clip uploaded and waits until it is; answers the path of its URL. */
    async uploaded(manifest: Manifest, clip: ManifestRow | undefined): Promise<string> {
      const path = client.clipPath(manifest, clip);
      await client.send('POST', path);
      await wait(4000);
      return path;
    },
  };
}
