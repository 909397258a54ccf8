// A clock that tests drive: time passes only when every story waits for it and no real work is in hand.
import type { Clock } from '../main/clock.ts';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export interface VirtualClock extends Clock {
  /** Lets time pass, as fast as the work allows, until `story` settles; fails where nobody is left to wake. */
  run<Value>(story: Promise<Value>): Promise<Value>;
}

export function virtualClock(startMs = Date.UTC(2026, 10, 23, 13, 0, 0), speed = 1): VirtualClock {
  let now = startMs;
  let sleepers: Sleeper[] = [];
  const inHand = new Set<Promise<unknown>>();

  /** Microtasks and I/O callbacks that are already due run before time may pass. */
  const settle = async () => {
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  };

  return {
    now: () => now,
    span: (ms) => ms / speed,
    busy(work) {
      inHand.add(work);
      const done = () => inHand.delete(work);
      work.then(done, done);
      return work;
    },
    sleep(ms, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const sleeper = {
          // Whole milliseconds, as real clocks count them.
          at: Math.ceil(now + Math.max(0, ms)),
          wake() {
            signal?.removeEventListener('abort', onAbort);
            resolve();
          },
        };
        function onAbort() {
          sleepers = sleepers.filter((other) => other !== sleeper);
          reject(signal?.reason);
        }
        signal?.addEventListener('abort', onAbort, { once: true });
        sleepers.push(sleeper);
      });
    },
    async run(story) {
      let over = false;
      const end = () => {
        over = true;
      };
      story.then(end, end);
      let idle = 0;
      while (!over) {
        await settle();
        if (over) break;
        if (inHand.size > 0) {
          await Promise.race([...inHand, story]).catch(() => undefined);
          continue;
        }
        const next = sleepers.reduce<Sleeper | null>((first, s) => (first && first.at <= s.at ? first : s), null);
        if (!next) {
          // Work that nobody announced with busy(), such as a file read, may still be on its way.
          if (++idle > 2000) throw new Error('the story waits, but nothing will ever wake it');
          await new Promise((resolve) => setTimeout(resolve, 1));
          continue;
        }
        idle = 0;
        sleepers = sleepers.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.wake();
      }
      return story;
    },
  };
}
