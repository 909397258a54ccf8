// What is counted on many pages, in English.
import { formats } from './formats.ts';

const dayMs = 86_400_000;

/** How far ahead something is that nobody knows to the hour: 9 days, 6 weeks, 9 months. */
export function farAhead(ms: number): string {
  const days = Math.max(1, Math.round(ms / dayMs));
  if (days < 14) return formats.plural(days, { one: '# day', other: '# days' });
  if (days < 60) return formats.plural(Math.round(days / 7), { one: '# week', other: '# weeks' });
  const months = Math.round(days / 30.4);
  if (months < 24) return formats.plural(months, { one: '# month', other: '# months' });
  return formats.plural(Math.round(days / 365), { one: '# year', other: '# years' });
}

export const clips = (total: number) => formats.plural(total, { one: '# clip', other: '# clips' });
