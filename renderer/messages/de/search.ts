// The words that the search understands, in German.
import type { SearchWords } from '../search-words.ts';

const morning = { from: 5, until: 12 };
const noon = { from: 11, until: 14 };
const afternoon = { from: 12, until: 18 };
const evening = { from: 17, until: 23 };
const night = { from: 21, until: 6 };

export const searchWords: SearchWords = {
  today: ['heute'],
  yesterday: ['gestern'],
  months: [
    'januar',
    'februar',
    'marz',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'dezember',
  ],
  weekdays: ['sonntag', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag'],
  partsOfDay: {
    fruh: morning,
    morgen: morning,
    morgens: morning,
    vormittag: morning,
    vormittags: morning,
    mittag: noon,
    mittags: noon,
    nachmittag: afternoon,
    nachmittags: afternoon,
    abend: evening,
    abends: evening,
    nacht: night,
    nachts: night,
  },
  to: ['bis'],
};
