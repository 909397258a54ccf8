// The words that the search understands, in English.
import type { SearchWords } from '../search-words.ts';

const night = { from: 21, until: 6 };

export const searchWords: SearchWords = {
  today: ['today'],
  yesterday: ['yesterday'],
  months: [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
  weekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  partsOfDay: {
    morning: { from: 5, until: 12 },
    noon: { from: 11, until: 14 },
    afternoon: { from: 12, until: 18 },
    evening: { from: 17, until: 23 },
    night,
    tonight: night,
  },
  to: ['to', 'until', 'till'],
};
