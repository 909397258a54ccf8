// Killed between any two steps of a refresh, the next start is signed in without asking the person.
import { describe, expect, test } from 'vitest';
import { connectBlink } from '../../../main/blink/index.ts';
import type { SecretStore } from '../../../main/keychain/index.ts';
import type { Rotation } from '../../blink-cloud/options.ts';
import { death } from '../saving/mortal.ts';
import { type Connected, connected, given, memoryBudget, silentLog } from './connected.ts';
import { moodySecrets } from './secrets.ts';

const HOUR = 3_600_000;

/** Counts what leaves the process and what comes back; from the step of its death on, neither happens. */
class Steps {
  readonly names: string[] = [];
  readonly death = death();
  readonly #last: number;
  #onDeath = () => {};
  readonly dead = new Promise<void>((resolve) => {
    this.#onDeath = resolve;
  });

  /** `last`: the process is gone before the next one; what was asked is done then, and its answer lost. */
  constructor(last = Number.POSITIVE_INFINITY) {
    this.#last = last;
  }

  async around<Value>(name: string, ask: () => Promise<Value>): Promise<Value> {
    this.#take(`asked: ${name}`);
    const value = await this.death.until(ask)();
    this.#take(`answered: ${name}`);
    return this.death.until(async () => value)();
  }

  #take(step: string): void {
    this.names.push(step);
    if (this.names.length <= this.#last + 1) return;
    this.death.kill();
    this.#onDeath();
  }
}

const watchedSecrets = (store: SecretStore, steps: Steps): SecretStore => ({
  keptIn: store.keptIn,
  get: (name) => steps.around(`get ${name}`, () => store.get(name)),
  set: (name, value) => steps.around(`set ${name}`, () => store.set(name, value)),
  remove: (name) => steps.around(`remove ${name}`, () => store.remove(name)),
});

interface Household extends Connected {
  readonly secrets: ReturnType<typeof moodySecrets>;
}

/** A person signed in five hours ago, with this cloud; the access token is over, and the app was closed. */
async function signedInYesterday(rotation: Rotation): Promise<Household> {
  const secrets = moodySecrets();
  const first = connected({ rotation, clips: 1 }, { secrets });
  given(await first.clock.run(first.session.signInWithTokenLine(first.simulated.tokenLine)));
  given(await first.clock.run(first.cloud.homescreen('bulk')));
  await first.clock.run(first.clock.sleep(5 * HOUR));
  return { ...first, secrets };
}

/** A start of the app that looks at the home, until it has or is killed. */
async function startAndLook({ secrets, simulated, clock }: Household, steps: Steps): Promise<void> {
  const { session, cloud } = connectBlink({
    clock: steps.death.clock(clock),
    secrets: watchedSecrets(secrets, steps),
    fetch: (url, init) => steps.around(`${init.method} ${new URL(url).pathname}`, () => simulated.fetch(url, init)),
    random: () => 0.5,
    budgetStore: memoryBudget(),
    pace: () => 'full',
    baseUrl: null,
    version: '0.0.0',
    log: silentLog,
  });
  const look = async () => {
    await session.open();
    await cloud.homescreen('bulk');
  };
  await clock.run(Promise.race([look(), steps.dead]));
}

/** The steps of a start with a refresh in it, in their order. */
async function stepsOf(rotation: Rotation): Promise<readonly string[]> {
  const steps = new Steps();
  await startAndLook(await signedInYesterday(rotation), steps);
  return steps.names;
}

/** Whether the start after a kill at this step asks nobody to sign in. */
async function survives(rotation: Rotation, step: number): Promise<boolean> {
  const household = await signedInYesterday(rotation);
  await startAndLook(household, new Steps(step));
  const { secrets, simulated, clock } = household;
  const next = connected({}, { secrets, fetch: simulated.fetch, clock });
  const look = async () => {
    await next.session.open();
    return next.cloud.homescreen('bulk');
  };
  const { ok } = await clock.run(look());
  return ok && next.session.status.kind === 'signed-in';
}

async function fatalSteps(rotation: Rotation): Promise<readonly string[]> {
  const names = await stepsOf(rotation);
  const fatal: string[] = [];
  for (const [step, name] of names.entries()) if (!(await survives(rotation, step))) fatal.push(name);
  return fatal;
}

describe('a refresh', () => {
  test('asks Blink, stores the sign-in, then the access token, and only then uses it', async () => {
    expect(await stepsOf('grace')).toEqual([
      'asked: get refresh',
      'answered: get refresh',
      'asked: get access',
      'answered: get access',
      'asked: POST /oauth/token',
      'answered: POST /oauth/token',
      'asked: set refresh',
      'answered: set refresh',
      'asked: get refresh',
      'answered: get refresh',
      'asked: set access',
      'answered: set access',
      expect.stringMatching(/^asked: GET .*\/homescreen$/),
      expect.stringMatching(/^answered: GET .*\/homescreen$/),
    ]);
  });

  test('killed at any of these steps, nobody has to sign in again', async () => {
    expect(await fatalSteps('grace')).toEqual([]);
  });

  /**
   * A server that kills the old refresh token at once leaves one gap that no client can close: it has given a new one,
   * and that is not in the store yet. The request cannot be repeated, and nothing else is done in between.
   */
  test('where Blink lets no old token live on, only a kill between its new token and the store is fatal', async () => {
    expect(await fatalSteps('strict')).toEqual(['asked: POST /oauth/token', 'answered: POST /oauth/token']);
  });
});
