// Makes the upper-case UUID v4 that Blink's clients call themselves by (§2.5).

/** @param random evenly distributed over [0, 1) */
export function uuid(random: () => number): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'
    .replace(/[xy]/g, (place) => Math.floor(place === 'y' ? 8 + random() * 4 : random() * 16).toString(16))
    .toUpperCase();
}
