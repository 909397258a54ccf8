// A private D-Bus that plays session bus and system bus: a test sees nothing of the machine's own desktop.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end, firstLine, run, start } from './process.ts';

export interface Bus {
  readonly address: string;
  /** What a program needs in its environment to meet this bus and no other. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

// No <servicedir>: nothing starts by itself, so "no keyring" is true also where one is installed.
const config = (socket: string) => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type><listen>unix:path=${socket}</listen><auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>`;

/** As in D-Bus addresses, which know no spaces. */
const escaped = (path: string) => path.replace(/[^-\w/.*]/g, encodeURIComponent);

export async function startBus(): Promise<Bus> {
  const folder = mkdtempSync(join(tmpdir(), 'cliptray-bus-'));
  const configFile = join(folder, 'bus.conf');
  writeFileSync(configFile, config(escaped(join(folder, 'socket'))));
  const daemon = start('dbus-daemon', ['--config-file', configFile, '--nofork', '--nopidfile', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stop = async () => {
    await end(daemon);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const address = await firstLine('dbus-daemon', daemon);
    return { address, env: { DBUS_SESSION_BUS_ADDRESS: address, DBUS_SYSTEM_BUS_ADDRESS: address }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Calls a method on the bus; arguments and answer in GVariant's notation. */
export async function callOnBus(
  address: string,
  destination: string,
  path: string,
  method: string,
  ...args: readonly string[]
): Promise<string> {
  const target = ['--address', address, '--dest', destination, '--object-path', path, '--method', method];
  return (await run('gdbus', ['call', ...target, ...args], { timeout: 5_000 })).stdout;
}
