// When a pause of a length that a person chose is over.
import type { Pause, PauseLength } from '../../../preload/contract.ts';
import type { Clock } from '../../clock.ts';
import { timeOfDay } from '../../day-hours.ts';

const hourMs = 3_600_000;
const morningMinute = 360;

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

export const tomorrowMorning = (nowMs: number): number => timeOfDay(morningMinute, 1, nowMs);

export const isInForce = ({ untilMs }: Pause, nowMs: number): boolean => untilMs === null || untilMs > nowMs;
