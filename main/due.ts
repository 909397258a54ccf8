// Times that something waits for.

/** Whether it has come, where it was set at most `longestMs` ahead: if it is further away, the clock was set back since. */
export const isDue = (atMs: number, nowMs: number, longestMs: number): boolean =>
  atMs <= nowMs || atMs > nowMs + longestMs;
