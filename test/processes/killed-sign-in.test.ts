// Killed with SIGKILL in the middle of a refresh, with the real keyring and over real connections.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startCloud } from '../blink-cloud/running.ts';
import { startBus } from '../desktop/bus.ts';
import { startKeyring } from '../desktop/keyring.ts';
import { canStartKeyring } from '../desktop/missing.ts';
import { runSession } from './session-process.ts';

describe.skipIf(!canStartKeyring())('with the real keyring (needs dbus and gnome-keyring: npm run setup)', () => {
  test.each([
    'asked: POST /oauth/token',
    'answered: POST /oauth/token',
    'asked: set refresh',
    'answered: set refresh',
    'asked: set access',
    'answered: set access',
  ])('kill -9 at “%s” leaves a sign-in that the next start goes on with', async (killedAt) => {
    await using toEnd = new AsyncDisposableStack();
    const folder = await mkdtemp(join(tmpdir(), 'cliptray-killed-'));
    toEnd.defer(() => rm(folder, { recursive: true }));
    const { address: bus, stop } = await startBus();
    toEnd.defer(stop);
    const keyring = await startKeyring(bus);
    toEnd.defer(() => keyring.stop());
    const cloud = await startCloud(folder, '--clips', '1');
    toEnd.defer(() => cloud.end());
    expect(await runSession({ url: cloud.url, bus, line: cloud.refreshToken })).toBe('signed-in');
    await fetch(`${cloud.url}/_control`, { method: 'POST', body: JSON.stringify({ expire: 'access' }) });
    expect(await runSession({ url: cloud.url, bus, killedAt })).toBe('SIGKILL');
    expect(await runSession({ url: cloud.url, bus })).toBe('signed-in');
  });
});
