// Waiting for a condition that nobody announces, with a limit.

/** Asks `probe` every 50 ms until it gives something truthy; fails after `limitMs`, saying what was waited for. */
export async function until<Value>(
  what: string,
  probe: () => Promise<Value | false | null | undefined> | Value | false | null | undefined,
  limitMs = 10_000,
): Promise<Value> {
  const last = Date.now() + limitMs;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > last) throw new Error(`${what}: not so within ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
