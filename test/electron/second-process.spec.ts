// Two at once: a second launch shows the first window, and a saving command line is let finish.
import { once } from 'node:events';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { end, start } from '../desktop/process.ts';
import { type Cloud, expect, test } from './app.ts';
import { compareFolder } from './compare-folder.ts';
import type { Desktop } from './desktop.ts';
import { sandboxFlags } from './electron.ts';
import { chooseFolder, clipList, clipRows, expectProblem, jobBar, signIn, truthOf, words } from './stories.ts';

const root = join(import.meta.dirname, '../..');

test('a second launch shows the window of the first, and ends', async ({
  startCloud,
  launch,
  electron,
  desktop,
  profile,
}) => {
  const { main } = await launch({ cloud: await startCloud('--clips', '3') });
  await main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const second = start(electron.executable, [...sandboxFlags, root, '--profile', profile], {
    env: desktop.env,
    stdio: 'ignore',
  });
  try {
    expect(await once(second, 'exit')).toEqual([0, null]);
  } finally {
    await end(second);
  }
  const windows = () => main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((it) => it.isVisible()));
  await expect.poll(windows).toEqual([true]);
});

test('beside a saving command line the app only shows, and takes over when it is done', async ({
  startCloud,
  launch,
  desktop,
  profile,
}) => {
  const cloud = await startCloud('--clips', '8', '--speed', '20');
  const folder = join(desktop.folder, 'clips');
  const first = await launch({ cloud, speed: 20 });
  await signIn(first.page, cloud);
  await chooseFolder(first.main, first.page, folder);
  await first.quit();

  const saving = commandLine(cloud, desktop, 'save', '--all', '--profile', profile, '--json');
  try {
    await saving.says('saved');
    renameSync(folder, `${folder} on a shelf`); // it waits until the window has been looked at
    const { page } = await launch({ cloud, speed: 20 });
    await expectProblem(page, { kind: 'already-running' });
    await expect(clipRows(page)).toHaveCount(8);
    const running = { ok: false, problem: { kind: 'already-running' } };
    expect(await page.evaluate(() => window.cliptray.chooseFolder())).toEqual(running);
    expect(await page.evaluate(() => window.cliptray.signInWithTokenLine({ line: 'a-token' }))).toEqual(running);

    renameSync(`${folder} on a shelf`, folder);
    expect(await saving.exitCode).toBe(0);
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0, { timeout: 15_000 });
    await expect(clipList(page)).toContainText(words.library.daySaved);
    await expect(jobBar(page)).toBeHidden();
    expect(compareFolder(folder, truthOf(cloud))).toEqual({ equal: 8, differences: [] });
  } finally {
    await saving.end();
  }
});

function commandLine(cloud: Cloud, desktop: Desktop, ...args: readonly string[]) {
  const child = start(process.execPath, [join(root, 'main/cli.ts'), ...args], {
    env: { ...desktop.env, CLIPTRAY_BLINK_URL: cloud.url, CLIPTRAY_SPEED: '20' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  return {
    exitCode: once(child, 'exit').then(([code]) => code as number | null), // Node's own event
    /** Resolves with the first such event. */
    says: (event: string) =>
      new Promise<void>((resolve, reject) => {
        lines.on('line', (line) => line.includes(`"event":"${event}"`) && resolve());
        child.once('exit', (code) => reject(new Error(`it ended with ${code} and without "${event}"`)));
      }),
    end: () => end(child),
  };
}
