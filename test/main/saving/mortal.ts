// What a process is given that may be killed: from then on nothing that it asked for is ever answered.
import type { Clock } from '../../../main/clock.ts';
import type { DeletionStore, QueueStore } from '../../../main/library/index.ts';

/** When a run of the app is killed: before a call of a store goes out, or when it is committed. */
export interface Fate {
  readonly call: keyof QueueStore | keyof DeletionStore;
  readonly moment: 'before' | 'after';
  /** The how manieth such call. */
  readonly nth: number;
}

export interface Death {
  readonly happened: boolean;
  kill(): void;
  /** The same function, until then. */
  until<Args extends unknown[], Value>(ask: (...args: Args) => Promise<Value>): (...args: Args) => Promise<Value>;
  /** The same clock, until then; work that will never be over holds up nobody else. */
  clock(clock: Clock): Clock;
}

export function death(): Death {
  let happened = false;
  let onKill = () => {};
  const killed = new Promise<void>((resolve) => {
    onKill = resolve;
  });
  const silence = () => new Promise<never>(() => {});
  const until: Death['until'] =
    (ask) =>
    async (...args) => {
      if (happened) return silence();
      const answer = await ask(...args);
      return happened ? silence() : answer;
    };
  return {
    get happened() {
      return happened;
    },
    kill() {
      happened = true;
      onKill();
    },
    until,
    clock: (clock) => ({
      ...clock,
      sleep: until((ms, signal) => clock.sleep(ms, signal)),
      busy(work) {
        void clock.busy(Promise.race([work, killed])).catch(() => undefined);
        return work;
      },
    }),
  };
}

/** Every function that answers with a promise, until the end; the rest as it is. */
export function mortal<Room extends object>(room: Room, until: Death['until']): Room {
  return new Proxy(room, {
    get(target, name) {
      const part: unknown = Reflect.get(target, name);
      if (typeof part !== 'function') return part;
      return (...args: unknown[]) => {
        const answer: unknown = part.apply(target, args);
        if (!(answer instanceof Promise)) return answer;
        answer.catch(() => undefined); // what was asked for before the end may fail after it, and nobody hears of it
        return until(() => answer)();
      };
    },
  });
}

export function fated<Store extends object>(store: Store, fate: Fate | undefined, kill: () => void): Store {
  if (!fate) return store;
  let calls = 0;
  return new Proxy(store, {
    get(target, name) {
      const part: unknown = Reflect.get(target, name);
      if (name !== fate.call || typeof part !== 'function') return part;
      return async (...args: unknown[]) => {
        calls += 1;
        if (calls !== fate.nth) return part.apply(target, args);
        if (fate.moment === 'before') kill();
        await part.apply(target, args);
        kill();
        return new Promise(() => {});
      };
    },
  });
}
