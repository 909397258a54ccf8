// The package as it is released: it lives on its own, and nobody who starts it can turn it into something else.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPanel } from '../desktop/panel.ts';
import { end, run, start } from '../desktop/process.ts';
import { until } from '../desktop/until.ts';
import { sandboxFlags } from '../electron/electron.ts';
import { signIn, words } from '../electron/stories.ts';
import { expect, test } from './package.ts';

const signedOut = `${words.tray.name}: ${words.tray.signedOut}`;

test('it starts, shows window and tray, ignores every test variable and debugger, and ends on SIGTERM', async ({
  packages,
  startCloud,
  launch,
  desktop,
  profile,
}) => {
  await using toEnd = new AsyncDisposableStack();
  const panel = await startPanel(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '');
  toEnd.defer(() => panel.stop());
  await panel.come();
  const cloud = await startCloud('--clips', '3', '--speed', '20');
  const tester = await launch({ cloud, speed: 20 });
  await signIn(tester.page, cloud);
  await tester.quit();
  await until('the panel to be empty', () => panel.icons() === 0);
  await cloud.stop();

  const at = (name: string) => join(desktop.folder, name);
  writeFileSync(at('token-line'), cloud.refreshToken);
  writeFileSync(at('preload.cjs'), `require('node:fs').writeFileSync(${JSON.stringify(at('preloaded'))}, '')`);
  const ports = ['--inspect-brk=127.0.0.1:0', '--remote-debugging-port=0'];
  const nowhere = '--host-resolver-rules=MAP * ~NOTFOUND'; // whatever it did, nobody outside would hear of it
  const release = start(
    packages.release.executable,
    [...sandboxFlags, nowhere, ...ports, '--profile', profile, '--token-line', at('token-line')],
    {
      cwd: desktop.folder,
      env: {
        ...desktop.env,
        // With these the test package would still be signed in: to the cloud that has just ended.
        CLIPTRAY_BLINK_URL: cloud.url,
        CLIPTRAY_SPEED: '20',
        CLIPTRAY_TOKENS: cloud.refreshToken,
        CLIPTRAY_TOKEN_FILE: at('tokens.json'),
        ELECTRON_RUN_AS_NODE: '1',
        NODE_OPTIONS: `--require ${at('preload.cjs')}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  toEnd.defer(() => end(release));
  const output = outputOf(release);

  await until('an icon in the panel', () => panel.icons() === 1);
  await until('the tray to say that nobody is signed in', async () => (await panel.look()).tooltip === signedOut);
  await until('something in the window', async () => (await coloursIn(at('screen.png'), desktop.display)) > 50);
  const gone = once(release, 'exit');
  release.kill('SIGTERM');
  expect(await gone).toEqual([0, null]);
  expect(output.join('')).not.toMatch(/listening on/); // neither Node's debugger nor Chromium's
  expect(['tokens.json', 'preloaded'].filter((name) => existsSync(at(name)))).toEqual([]);
});

function outputOf(child: ChildProcess): readonly string[] {
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(String(chunk)));
  return output;
}

/** How many colours the whole screen shows: an empty one has one. */
async function coloursIn(file: string, display: { screenshot(file: string): Promise<void> }): Promise<number> {
  await display.screenshot(file);
  return Number((await run('identify', ['-format', '%k', file])).stdout);
}
