// All that can go wrong with the cloud, each with a probability of its own.

import { faultKinds } from '../blink-cloud/faults.ts';
import { between, type Random } from '../blink-cloud/random.ts';

/** These stop everything for minutes: a real cloud does so after something bad, if ever. */
const rare: readonly string[] = ['403', '429'];

/** As behind `--faults` of the cloud: 1 to 4 %, mostly less than 2; the rare ones 0.02 to 0.06 %. */
export const usualFaults = (random: Random): string =>
  faultKinds
    .map((kind) => {
      const percent = rare.includes(kind) ? between(random, 0.02, 0.06) : 1 + 3 * random() ** 2;
      return `${kind}:${(percent / 100).toFixed(4)}`;
    })
    .join(',');
