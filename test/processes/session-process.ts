// A process that has a session in the real keychain, and is killed for good at a step that it is told.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { connectBlink } from '../../main/blink/index.ts';
import { systemClock } from '../../main/clock.ts';
import type { SecretStore } from '../../main/keychain/index.ts';
import { keychainSecrets } from '../../main/keychain/keytar.ts';
import { memoryBudget, silentLog } from '../main/blink/roles.ts';

export interface SessionRun {
  readonly url: string;
  readonly bus: string;
  /** Signs in first. */
  readonly line?: string;
  /** `asked: …` or `answered: …`; SIGKILL comes at that moment. */
  readonly killedAt?: string;
}

/** Looks at the home once; answers what came of it, or the signal that ended it. */
export async function runSession({ bus, ...run }: SessionRun): Promise<string> {
  const { DISPLAY, XDG_RUNTIME_DIR, ...env } = process.env;
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), JSON.stringify(run)], {
    env: { ...env, DBUS_SESSION_BUS_ADDRESS: bus },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, [, signal]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return signal ?? said.trim();
}

async function look({ url, line, killedAt }: Omit<SessionRun, 'bus'>): Promise<string> {
  const at = (step: string) => {
    if (step === killedAt) process.kill(process.pid, 'SIGKILL');
  };
  async function around<Value>(name: string, ask: () => Promise<Value>): Promise<Value> {
    const asked = ask(); // it is on its way when the process is killed
    at(`asked: ${name}`);
    const value = await asked;
    at(`answered: ${name}`);
    return value;
  }
  const store = keychainSecrets({ service: 'Cliptray/000000000000', clock: systemClock() });
  const secrets: SecretStore = {
    keptIn: store.keptIn,
    get: (name) => around(`get ${name}`, () => store.get(name)),
    set: (name, value) => around(`set ${name}`, () => store.set(name, value)),
    remove: (name) => around(`remove ${name}`, () => store.remove(name)),
  };
  const { session, cloud, close } = connectBlink({
    clock: systemClock(),
    secrets,
    fetch: (address, init) => around(`${init.method} ${new URL(address).pathname}`, () => fetch(address, init)),
    random: Math.random,
    budgetStore: memoryBudget(),
    pace: () => 'full',
    baseUrl: url,
    version: '0.0.0',
    log: silentLog,
  });
  await session.open();
  if (line !== undefined) await session.signInWithTokenLine(line);
  const home = await cloud.homescreen('interactive');
  const { kind } = session.status;
  await close();
  return home.ok ? kind : home.problem.kind;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await look(JSON.parse(process.argv[2] ?? '')));
