// All that can go wrong with the cloud, each with a probability of its own.
import { faultKinds } from '../blink-cloud/faults.ts';
import { between, type Random } from '../blink-cloud/random.ts';

/** After one of these nothing is asked for minutes. */
const rare: readonly string[] = ['403', '429'];
/** These are not over with the next request. */
const lasting: readonly string[] = ['426', 'offline'];

/** As behind `--faults` of the cloud: 1 to 4 %, mostly less than 2; what lasts 1 %, the rare ones 0.02 to 0.06 %. */
export const usualFaults = (random: Random): string =>
  faultKinds.map((kind) => `${kind}:${(percentOf(kind, random) / 100).toFixed(4)}`).join(',');

function percentOf(kind: string, random: Random): number {
  if (rare.includes(kind)) return between(random, 0.02, 0.06);
  return lasting.includes(kind) ? 1 : 1 + 3 * random() ** 2;
}
