// What is counted on many pages, in German.
import { formats } from './formats.ts';

const dayMs = 86_400_000;

/** In, und wie lange, auf den Tag weiß es niemand: 9 Tagen, 6 Wochen, 9 Monaten. */
export function farAhead(ms: number): string {
  const days = Math.max(1, Math.round(ms / dayMs));
  if (days < 14) return formats.plural(days, { one: '# Tag', other: '# Tagen' });
  if (days < 60) return formats.plural(Math.round(days / 7), { one: '# Woche', other: '# Wochen' });
  const months = Math.round(days / 30.4);
  if (months < 24) return formats.plural(months, { one: '# Monat', other: '# Monaten' });
  return formats.plural(Math.round(days / 365), { one: '# Jahr', other: '# Jahren' });
}

export const clips = (total: number) => formats.plural(total, { one: '# Clip', other: '# Clips' });
