// A person's computer: a profile, a clips folder, and the programs that work on them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseFolder } from '../../main/saving/index.ts';
import type { RunningCloud } from '../blink-cloud/running.ts';
import { clipsIn, keychainless, profileIn, startCliptray, startProgram } from '../cliptray.ts';
import { start } from '../desktop/process.ts';
import { appArguments } from '../electron/launch.ts';
import type { Chore } from './chore.ts';
import { type Life, lifeOf, lifeOfApp } from './life.ts';

export interface Computer {
  readonly clips: string;
  readonly profile: string;
  /** Goes on with saving everything. `isDone`: whether there is nothing left to do. */
  save(isDone: () => boolean): Life;
  import(source: string): Life;
  chore(todo: Chore['todo']): Life;
}

interface Parts {
  readonly cloud: RunningCloud;
  readonly speed: number;
  /** Holds profile and clips; is made. */
  readonly home: string;
}

/** Everything on the command line; `refreshToken` is that of its sign-in. */
export function commandLineComputer({ cloud, speed, home }: Parts, refreshToken: string): Computer {
  const env = keychainless({ url: cloud.url, refreshToken }, home, speed);
  return computer({ cloud, speed, home }, env, join(home, 'tokens.json'), (clips, profile) =>
    lifeOf(saveAll(clips, profile, env), 'queued'),
  );
}

/**
 * The app saves, on a desktop with this environment: it goes on with a job that the command line began, and saves what
 * that did not know by itself.
 */
export async function appComputer(
  { cloud, speed, home }: Parts,
  executable: string,
  desktop: Readonly<Record<string, string>>,
): Promise<Computer> {
  const env = { ...desktop, CLIPTRAY_BLINK_URL: cloud.url, CLIPTRAY_SPEED: String(speed) };
  const [clips, profile] = [clipsIn(home), profileIn(home)];
  mkdirSync(clips, { recursive: true });
  mkdirSync(profile, { recursive: true });
  const folder = await chooseFolder(clips);
  if (!folder.ok) throw new Error(folder.problem.kind);
  const settings = { firstRunOver: true, pace: 'full', folder: folder.value };
  const put = (more: object) => writeFileSync(join(profile, 'settings.json'), JSON.stringify({ ...settings, ...more }));
  put({});
  const signIn = startCliptray(['sign-in', '--profile', profile], env, cloud.refreshToken);
  if ((await signIn.ended) !== 0) throw new Error(`no sign-in: ${JSON.stringify(signIn.events)}`);
  const first = lifeOf(saveAll(clips, profile, env), 'queued');
  await first.begun;
  await first.kill();
  put({ autoSave: { ignored: [], sinceMs: null } });
  const words = [...appArguments, '--profile', profile];
  return computer({ cloud, speed, home }, env, null, (_clips, _profile, isDone) =>
    lifeOfApp(start(executable, words, { env, stdio: 'ignore', detached: true, cwd: home }), cloud.logFile, isDone),
  );
}

function computer(
  { cloud, speed, home }: Parts,
  env: NodeJS.ProcessEnv,
  tokenFile: string | null,
  save: (clips: string, profile: string, isDone: () => boolean) => Life,
): Computer {
  const [clips, profile] = [clipsIn(home), profileIn(home)];
  mkdirSync(clips, { recursive: true }); // the first kill may come before it is made
  return {
    clips,
    profile,
    save: (isDone) => save(clips, profile, isDone),
    import: (source) =>
      lifeOf(startCliptray(['import', source, '--to', clips, '--profile', profile], env), 'importing'),
    chore(todo) {
      const chore: Chore = { profile, clips, url: cloud.url, speed, tokenFile, todo };
      return lifeOf(startProgram(join(import.meta.dirname, 'chore.ts'), [JSON.stringify(chore)], env), 'begun');
    },
  };
}

const saveAll = (clips: string, profile: string, env: NodeJS.ProcessEnv) =>
  startCliptray(['save', '--all', '--pace', 'full', '--to', clips, '--profile', profile], env);
