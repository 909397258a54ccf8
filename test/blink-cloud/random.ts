// Chance that can be repeated: everything the cloud draws comes from one such function.

/** Evenly distributed over [0, 1). */
export type Random = () => number;

/** Mulberry32: the same seed draws the same numbers on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const between = (random: Random, low: number, high: number): number => low + random() * (high - low);

/** A whole number from `low` to `high`, both included. */
export const wholeBetween = (random: Random, low: number, high: number): number =>
  Math.floor(between(random, low, high + 1));

export function oneOf<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[wholeBetween(random, 0, items.length - 1)];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}

/** A token's worth of letters and digits. */
export function randomText(random: Random, length: number): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
  return Array.from({ length }, () => letters[wholeBetween(random, 0, letters.length - 1)]).join('');
}

/** Fisher–Yates on a copy. */
export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = wholeBetween(random, 0, last);
    // Both indexes are inside the array.
    [mixed[last], mixed[other]] = [mixed[other] as Item, mixed[last] as Item];
  }
  return mixed;
}
