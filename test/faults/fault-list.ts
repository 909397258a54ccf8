// All that can go wrong with the cloud, each with a probability of its own.

import { faultKinds } from '../blink-cloud/faults.ts';
import { between, type Random } from '../blink-cloud/random.ts';

/** These stop everything for minutes: a real cloud does so after something bad, if ever. */
const rare: readonly string[] = ['403', '429'];

/** As behind `--faults` of the cloud: 1 to 4 %, the rare ones 0.05 to 0.2 %. */
export const usualFaults = (random: Random): string =>
  faultKinds
    .map((kind) => {
      const percent = rare.includes(kind) ? between(random, 0.05, 0.2) : between(random, 1, 4);
      return `${kind}:${(percent / 100).toFixed(4)}`;
    })
    .join(',');
