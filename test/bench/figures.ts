// Says what was measured beside its target; a missed one makes the exit code 1.

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

export function report(clips: number, what: string, limit: number, measured: number, unit = 'ms'): void {
  const isMet = measured < limit;
  if (!isMet) process.exitCode = 1;
  const digits = limit < 10 ? 2 : 0;
  const figure = `${measured.toFixed(digits).padStart(5)} ${unit}   target < ${String(limit).padStart(4)} ${unit}`;
  console.log(`${String(clips).padStart(7)}  ${what.padEnd(34)} ${figure}   ${isMet ? 'met' : 'MISSED'}`);
}
