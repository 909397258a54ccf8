// Time as the cloud needs it; any clock of this shape serves, such as a test's virtual one.

export interface CloudClock {
  /** Unix ms, never scaled. */
  now(): number;
  /** Waits `ms` of this clock's time (already spanned); rejects with `signal.reason` when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** A duration as this clock counts it: ms / speed. */
  span(ms: number): number;
}

/** Real time; `speed` > 1 shortens every duration. */
export function realClock(speed: number): CloudClock {
  return {
    now: () => Date.now(),
    span: (ms) => ms / speed,
    sleep(ms, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const stop = () => {
          clearTimeout(timer);
          reject(signal?.reason);
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', stop);
          resolve();
        }, ms);
        signal?.addEventListener('abort', stop, { once: true });
      });
    },
  };
}
