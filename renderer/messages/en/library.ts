// The words of the list, its filters, the sidebar and the selection, in English.
import { clips, farAhead } from './counted.ts';
import { formats } from './formats.ts';

const { plural, count } = formats;
const dayMs = 86_400_000;

export const library = {
  name: 'Library',
  allClips: 'All clips',
  unsaved: 'Unsaved',
  starredClips: 'Starred',
  allSystems: 'All systems',
  cameras: 'Cameras',
  clips,
  openSettings: 'Settings',
  checkNow: 'Check now',
  checking: 'Checking',
  checkedAt: (unixMs: number) => `Checked ${formats.momentTime(unixMs)}`,
  notChecked: 'Not checked yet',
  unsavedOf: (name: string, unsaved: number) => (unsaved > 0 ? `${name}, ${count(unsaved)} unsaved` : name),

  module: {
    offline: 'offline',
    saving: 'saving',
    fetching: 'fetching',
    listing: 'listing',
    deleting: 'deleting',
    waiting: 'waiting',
    idle: 'idle',
  },
  drive: 'USB drive',
  driveStates: {
    active: '',
    memory_full: 'Full: nothing new is recorded',
    unmounted: 'No drive',
    format_required: 'Needs formatting',
    unavailable: 'Not available',
    incompatible: 'Not supported',
    unknown: '',
  },
  driveUsed: (percent: number) => formats.percent(percent / 100),
  driveRoom: (percent: number) => `${formats.percent(percent / 100)} used, ${formats.percent(1 - percent / 100)} free`,
  /** What comes of it is said where it is near enough to be planned for. */
  driveFullIn: (ms: number) => `Full in about ${farAhead(ms)}${ms < 60 * dayMs ? '; recording stops then' : ''}`,

  search: 'Search clips',
  searchExample: 'Search clips, “yesterday evening”…',
  clearSearch: 'Clear the search',
  searchedFor: (text: string) => `“${text}”`,
  filters: 'Filters',
  anyDay: 'Any day',
  days: {
    name: 'Days',
    today: 'Today',
    yesterday: 'Yesterday',
    last: (days: number) => `Last ${count(days)} days`,
    from: 'From',
    to: 'To',
    show: 'Show these days',
  },
  dayRange: formats.dayRange,
  place: 'Place',
  anyPlace: 'Any place',
  length: 'Length',
  lengths: {
    short: 'Under 10 seconds',
    medium: '10 to 30 seconds',
    long: 'Over 30 seconds',
    unknown: 'Length not known yet',
  },
  camera: 'Camera',
  anyCamera: 'Any camera',
  removeFilter: (name: string) => `${name}: remove this filter`,
  saveAll: (unsaved: number) => `Save ${count(unsaved)}`,
  saveAllName: (unsaved: number) =>
    `Save ${plural(unsaved, { one: '# unsaved clip', other: 'all # unsaved clips' })} shown`,

  leftOut: (total: number) => `${count(total)} left out`,

  heat: 'Clips by day',
  heatDay: (day: number, today: number, total: number) =>
    `${formats.dayShort(day * dayMs, today * dayMs)}, ${clips(total)}`,
  heatMonth: (day: number) => formats.monthShort(day * dayMs),
  list: 'Clips',
  /** Days are counted from 1 January 1970, in the cameras' own time. */
  dayTitle(day: number, today: number): string {
    if (day === today) return 'Today';
    if (day === today - 1) return 'Yesterday';
    return formats.dayLong(day * dayMs, today * dayMs);
  },
  dayFacts(
    day: number,
    today: number,
    facts: { total: number; unsaved: number; fresh: number; onlyUnsaved: boolean },
  ): string {
    const named = day === today || day === today - 1;
    const amount = facts.onlyUnsaved ? `${count(facts.total)} unsaved` : clips(facts.total);
    const fresh = facts.fresh > 0 ? `, ${count(facts.fresh)} new` : '';
    return `${named ? `${formats.dayShort(day * dayMs, today * dayMs)} · ` : ''}${amount}${fresh}`;
  },
  saveDay: (unsaved: number, total: number) => (unsaved === total ? 'Save all' : `Save ${count(unsaved)}`),
  saveDayName: (unsaved: number, day: string) => `Save ${clips(unsaved)} of ${day}`,
  dayWaits: 'Waiting',
  daySaved: 'All saved',
  newClips: (fresh: number) => plural(fresh, { one: '# new clip', other: '# new clips' }),
  isNew: 'new',
  unknownLength: '–',
  size: (sizeKiB: number) => formats.bytes(sizeKiB * 1024),

  asListOrGrid: 'Show clips as',
  asList: 'List',
  asGrid: 'Grid',
  select: 'Select',
  deselect: 'Deselect',
  play: 'Play',
  save: 'Save',
  saveElsewhere: 'Save elsewhere…',
  otherWays: 'Other ways to save',
  savedThere: 'That folder has them already',
  star: 'Star',
  unstar: 'Take the star off',
  isStarred: 'starred',
  markSeen: 'Mark as seen',
  markNew: 'Mark as new',
  more: 'More',
  copyFile: 'Copy file',
  showInFolder: 'Show in folder',
  openInSystemPlayer: 'Open in the system player',
  exclude: 'Leave out of saving',
  include: 'Save with the others again',

  preparing: (missing: number) => (missing === 1 ? 'Preparing…' : `Preparing ${clips(missing)}…`),
  tooManyToDrag: (missing: number) => `Save them first: ${count(missing)} are still on the drive`,

  undo: 'Undo',
  copied: (fileName: string) => `Copied ${fileName}`,
  starred: (total: number, on: boolean) =>
    on ? `${clips(total)} starred` : plural(total, { one: 'Star taken off', other: '# stars taken off' }),
  excluded: (total: number, on: boolean) =>
    on ? `${clips(total)} left out of saving` : `${clips(total)} saved with the others again`,
  marked: (total: number, seen: boolean) => `${clips(total)} marked as ${seen ? 'seen' : 'new'}`,

  selection: 'Selected clips',
  selected: (total: number) => plural(total, { one: '# clip selected', other: '# clips selected' }),
  selectionFacts(facts: { bytes: number; unsaved: number; hidden: number; ms: number | null }): string {
    const parts = [formats.bytes(facts.bytes)];
    if (facts.unsaved > 0) {
      const time = facts.ms === null ? '' : `, about ${formats.duration(facts.ms)}`;
      parts.push(`${count(facts.unsaved)} still on the drive${time}`);
    }
    if (facts.hidden > 0) parts.push(`${count(facts.hidden)} not shown`);
    return parts.join(' · ');
  },
  saveSelection: (unsaved: number) => `Save ${clips(unsaved)}`,
  selectionSaved: 'All saved',
  clearSelection: 'Clear the selection',

  spokenList: (total: number, fresh: number) => (fresh > 0 ? `${clips(total)}, ${count(fresh)} new` : clips(total)),

  empty: {
    noClips: {
      title: 'No clips on this drive yet',
      text: 'When a camera sees something, its clip appears here within ten minutes.',
    },
    nothingMatches: {
      title: 'No clip matches',
      /** `parts`: what is asked for; `way`: what to leave out of it, so that some are found. */
      text: (parts: readonly string[], way: { without: string; total: number } | null) =>
        `${parts.join(', ')}.${way ? ` Without ${way.without} there ${plural(way.total, { one: 'is #', other: 'are #' })}.` : ''}`,
      show: (total: number) => plural(total, { one: 'Show that one', other: 'Show those #' }),
      clear: 'Clear all',
    },
    everythingSaved: (saved: number, goesOn: boolean) => ({
      title: 'Every clip on the drive is saved',
      text: `${clips(saved)}, all checked.${goesOn ? ' New ones are saved as they arrive.' : ''}`,
    }),
    openFolder: 'Open clips folder',
    reading: { title: 'Reading the drive’s list', text: 'This takes a moment the first time.' },
  },
  crash: {
    title: 'This window has a bug',
    text: 'Your clips are safe and saving goes on. Loading the window again helps.',
    reload: 'Load again',
  },
  dismiss: 'Dismiss',
};
