// A client on a simulated cloud, both on one virtual clock, for stories that start signed in or out.
import { onTestFinished } from 'vitest';
import { type Blink, type BlinkRoles, connectBlink } from '../../../main/blink/index.ts';
import { memorySecrets } from '../../../main/keychain/memory.ts';
import type { Pace } from '../../../preload/contract.ts';
import { type BlinkCloud, type CloudOptions, createBlinkCloud, seededRandom } from '../../blink-cloud/index.ts';
import { type VirtualClock, virtualClock } from '../../virtual-clock.ts';
import { memoryBudget, silentLog } from './roles.ts';

export { memoryBudget, silentLog } from './roles.ts';

export interface Connected extends Blink {
  readonly clock: VirtualClock;
  readonly simulated: BlinkCloud;
  readonly warnings: readonly string[];
}

/** Ended with the test. */
export function connected(
  options: Partial<CloudOptions> = {},
  roles: Partial<BlinkRoles> = {},
  pace: Pace = 'full',
): Connected {
  const clock = virtualClock();
  const simulated = createBlinkCloud({ clock, random: seededRandom(1), clips: 20, ...options });
  const warnings: string[] = [];
  const blink = connectBlink({
    fetch: simulated.fetch,
    secrets: memorySecrets(),
    clock,
    random: seededRandom(2),
    budgetStore: memoryBudget(),
    pace: () => pace,
    baseUrl: null,
    version: '0.0.0',
    log: { ...silentLog, warn: (message) => warnings.push(message) },
    ...roles,
  });
  onTestFinished(() => clock.run(blink.close()));
  return { ...blink, clock, simulated, warnings };
}

/** The value, or the test fails with the problem. */
export function given<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: unknown },
): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}
