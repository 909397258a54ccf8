// A desktop with a profile that is signed in and knows a long list of clips, for the app to be measured on.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud } from '../blink-cloud/start.ts';
import { hiddenDesktop } from '../desktop/hidden-desktop.ts';
import { type LaunchedApp, launchApp } from '../electron/launch.ts';
import { signIn } from '../electron/stories.ts';

export interface LongList {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** The app's arguments that choose the profile. */
  readonly args: readonly string[];
  readonly launch: () => Promise<LaunchedApp>;
}

export async function longList(
  electron: Parameters<typeof launchApp>[0],
  clips: number,
  toEnd: AsyncDisposableStack,
): Promise<LongList> {
  const folder = await mkdtemp(join(tmpdir(), 'cliptray-bench-'));
  toEnd.defer(() => rm(folder, { recursive: true, force: true }));
  const desktop = await hiddenDesktop(folder, toEnd);
  const cloud = await startCloud(['--clips', String(clips)], toEnd);
  const env = { ...desktop, CLIPTRAY_BLINK_URL: cloud.url };
  const profile = join(folder, 'profile');
  await mkdir(profile);
  await writeFile(join(profile, 'settings.json'), JSON.stringify({ firstRunOver: true }));
  const args = ['--profile', profile];
  const launch = async () => {
    const app = await launchApp(electron, { args, env, cwd: folder });
    toEnd.defer(async () => {
      await app.quit();
    });
    return app;
  };
  const first = await launch();
  await signIn(first.page, cloud);
  await first.quit();
  return { folder, env, args, launch };
}
