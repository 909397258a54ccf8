// The only source of time: what time it is, waiting, and how long a duration is at this speed.

export interface Clock {
  /** Unix ms, real, never scaled. */
  now(): number;
  /** Waits `ms` of this clock's time (already spanned); rejects with `signal.reason` when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** A duration or limit, constant or from the wire, as this clock counts it: ms / speed. */
  span(ms: number): number;
  /** Marks real work in hand (worker, fsync, keychain), during which a virtual clock must not advance. */
  busy<Value>(work: Promise<Value>): Promise<Value>;
}

/** Real time; `speed` > 1 shortens every duration (`CLIPTRAY_SPEED`, for tests and the demo). */
export function systemClock(speed = 1): Clock {
  return {
    now: () => Date.now(),
    span: (ms) => ms / speed,
    busy: (work) => work,
    sleep(ms, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        }, ms);
        function onAbort() {
          clearTimeout(timer);
          reject(signal?.reason);
        }
        signal?.addEventListener('abort', onAbort, { once: true });
      });
    },
  };
}
