// A month with something wrong every day: the person signs in once, and Blink is asked for hardly a token too many.
import { expect, test } from 'vitest';
import { connectBlink } from '../../../main/blink/index.ts';
import { createBlinkCloud, type LogEntry, seededRandom } from '../../blink-cloud/index.ts';
import { type VirtualClock, virtualClock } from '../../virtual-clock.ts';
import { given } from './connected.ts';
import { memoryBudget, silentLog } from './roles.ts';
import { moodySecrets } from './secrets.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAYS = 30;
const lifeMs = 14_400_000;

/** What one day brings, from four in the morning on. */
type Trouble = (household: Household) => Promise<void>;

/** A computer with its keychain and its clock, Blink, and the network between them. */
class Household {
  readonly clock: VirtualClock = virtualClock();
  readonly simulated = createBlinkCloud({ clock: this.clock, random: seededRandom(1), clips: 1 });
  readonly secrets = moodySecrets();
  readonly expired: number[] = [];
  readonly unanswered: number[] = [];
  readonly seen = new Set<string>();
  wrongByMs = 0;
  asleep = false;
  tokenEndpoint: 'up' | 'down' | 'answer-lost' = 'up';
  app = this.#start();

  async lookEveryTenMinutes(untilMs: number): Promise<void> {
    if (this.clock.now() >= untilMs) return;
    if (!this.asleep) await this.app.cloud.homescreen('bulk');
    await this.clock.sleep(10 * MINUTE);
    return this.lookEveryTenMinutes(untilMs);
  }

  /** Quits, and starts again. */
  async restart(): Promise<void> {
    await this.app.close();
    this.app = this.#start();
    await this.app.session.open();
  }

  expire(): void {
    this.simulated.control({ expire: 'access' });
    this.expired.push(this.clock.now());
  }

  #start() {
    const app = connectBlink({
      clock: { ...this.clock, now: () => this.clock.now() + this.wrongByMs },
      secrets: this.secrets,
      fetch: async (url, init) => {
        const isToken = new URL(url).pathname === '/oauth/token';
        if (!isToken || this.tokenEndpoint === 'up') return this.simulated.fetch(url, init);
        this.unanswered.push(this.clock.now());
        if (this.tokenEndpoint === 'down') return new Response(null, { status: 503 });
        this.tokenEndpoint = 'up';
        await this.simulated.fetch(url, init);
        throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
      },
      random: seededRandom(2),
      budgetStore: memoryBudget(),
      pace: () => 'gentle',
      baseUrl: null,
      version: '0.0.0',
      log: silentLog,
    });
    app.session.onChange(() => this.seen.add(app.session.status.kind));
    return app;
  }
}

const troubles: readonly Trouble[] = [
  async (house) => {
    house.tokenEndpoint = 'down';
    await house.clock.sleep(3 * HOUR);
    house.tokenEndpoint = 'up';
  },
  async (house) => void house.simulated.control({ offline: { ms: HOUR } }),
  async (house) => house.expire(),
  async (house) => {
    house.secrets.mood = 'locked';
    await house.clock.sleep(8 * HOUR);
    house.secrets.mood = 'open';
  },
  async (house) => {
    house.asleep = true;
    await house.clock.sleep(8 * HOUR);
    house.asleep = false;
  },
  async (house) => {
    house.wrongByMs = 24 * HOUR;
    await house.clock.sleep(HOUR);
    house.wrongByMs = 0;
  },
  async (house) => {
    house.wrongByMs = -24 * HOUR;
    await house.clock.sleep(HOUR);
    house.wrongByMs = 0;
  },
  async (house) => void house.simulated.control({ fault: { faults: '429#1:1' } }),
  async (house) => {
    house.tokenEndpoint = 'answer-lost';
  },
  async (house) => house.restart(),
];

/** Tokens that a client needs that asks for one only when a request cannot do without. */
function fewestTokens(requests: readonly LogEntry[], expired: readonly number[]): number {
  let issuedAtMs = Number.NEGATIVE_INFINITY;
  let tokens = 0;
  for (const { t } of requests) {
    if (t < issuedAtMs + lifeMs && !expired.some((at) => at > issuedAtMs && at <= t)) continue;
    issuedAtMs = t;
    tokens += 1;
  }
  return tokens;
}

test('a month of daily trouble: one sign-in, by the person, and at most a tenth more tokens than there must be', async () => {
  const house = new Household();
  const { clock, simulated } = house;
  const days = async (day = 0): Promise<void> => {
    if (day === DAYS) return;
    const endMs = clock.now() + 24 * HOUR;
    await clock.sleep(4 * HOUR);
    await troubles[day % troubles.length]?.(house);
    await clock.sleep(endMs - clock.now());
    return days(day + 1);
  };
  const story = async () => {
    await house.app.session.open();
    given(await house.app.session.signInWithTokenLine(simulated.tokenLine));
    house.seen.clear();
    await Promise.all([days(), house.lookEveryTenMinutes(clock.now() + DAYS * 24 * HOUR)]);
    given(await house.app.cloud.homescreen('interactive'));
    await house.app.close();
  };
  await clock.run(story());

  const answered = simulated.log.filter(({ route }) => route === 'token').length;
  const fewest = fewestTokens(
    simulated.log.filter(({ route }) => route === 'home'),
    house.expired,
  );
  console.info(
    `${DAYS} days, ${simulated.log.length} requests: 1 sign-in, ${answered} tokens where ${fewest} are the fewest ` +
      `(${((answered / fewest - 1) * 100).toFixed(1)} % more), ${house.unanswered.length} asked for in vain`,
  );
  expect(house.seen).not.toContain('signing-in');
  expect(house.seen).not.toContain('signed-out');
  expect(answered).toBeLessThanOrEqual(fewest * 1.1);
  expect(house.unanswered.length).toBeLessThanOrEqual(60); // three outages of three hours
}, 60_000);
