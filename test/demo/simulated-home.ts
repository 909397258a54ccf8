// The home that the demo shows: a simulated cloud, and where the app that looks at it keeps its things.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { person } from '../blink-cloud/authorizations.ts';
import { type Cloud, startCloud } from '../blink-cloud/start.ts';

export interface SimulatedHome {
  readonly cloud: Cloud;
  /** Divides every duration, of the cloud and of whoever talks to it. */
  readonly speed: number;
  /** As the cloud says: clips are named by its clocks. */
  readonly timeZone: string;
  /** The app's own folder, empty. */
  readonly profile: string;
  /** Holds the line, to fill in the sign-in field. */
  readonly tokenLineFile: string;
}

const cameras = 3;
const clips = 500;
const newClipsAnHour = 60;
/** The part of a module's starts that meets a busy spell. */
const busy = 0.03;

/** `still`: nothing new is recorded. */
export async function startHome(
  folder: string,
  speed: number,
  life: 'lively' | 'still',
  toEnd: AsyncDisposableStack,
): Promise<SimulatedHome> {
  const newClips = life === 'lively' ? newClipsAnHour : 0;
  const words = [
    ...['--cameras', String(cameras), '--clips', String(clips), '--new-clips', String(newClips)],
    ...['--faults', `busy:${busy}`, '--speed', String(speed)],
  ];
  const cloud = await startCloud(words, toEnd);
  const tokenLine = `BLINK_TOKENS="refresh_token=${encodeURIComponent(cloud.refreshToken)}"`;
  console.log(`\nA simulated Blink cloud, ${speed === 1 ? 'at real speed' : `${speed} times as fast as a real one`}:`);
  console.log(`${clips} clips of ${cameras} cameras on one drive. On its sign-in page:`);
  console.log(`  e-mail ${person.email}, password ${person.password}, code ${person.code}`);
  console.log('Its token line, for the other way:');
  console.log(`  ${tokenLine}\n`);
  const profile = join(folder, 'profile');
  mkdirSync(profile, { mode: 0o700 });
  const tokenLineFile = join(folder, 'token-line');
  writeFileSync(tokenLineFile, `${tokenLine}\n`, { mode: 0o600 });
  return { cloud, speed, timeZone: await timeZoneOf(cloud), profile, tokenLineFile };
}

async function timeZoneOf({ url, accountId, accessToken }: Cloud): Promise<string> {
  const answer = await fetch(`${url}/api/v4/accounts/${accountId}/homescreen`, {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  const { networks }: { networks: readonly { time_zone: string }[] } = JSON.parse(await answer.text()); // the cloud's own format
  const [network] = networks;
  if (!network) throw new Error('the simulated home has no network');
  return network.time_zone;
}
