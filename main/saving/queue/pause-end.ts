// When a pause of a length that a person chose is over.
import type { Pause, PauseLength } from '../../../preload/contract.ts';
import type { Clock } from '../../clock.ts';

const hourMs = 3_600_000;
const morningHour = 6;

export function pauseOf(length: PauseLength, clock: Clock): Pause {
  switch (length) {
    case 'hour':
      return { untilMs: clock.now() + clock.span(hourMs) };
    case 'tomorrow':
      return { untilMs: tomorrowMorning(clock.now()) };
    case 'until-resumed':
      return { untilMs: null };
  }
}

/** By this computer's own clock, whichever way its clocks are changed that night. */
export function tomorrowMorning(nowMs: number): number {
  const day = new Date(nowMs);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1, morningHour).getTime();
}
