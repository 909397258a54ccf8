// What a process is given that may be killed: from then on nothing that it asked for is ever answered.
import type { Clock } from '../../../main/clock.ts';

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
