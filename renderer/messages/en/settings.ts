// The words of the settings, in English.
import type { Pace, Theme } from '../../../preload/contract.ts';
import { formats } from './formats.ts';

const themes: Readonly<Record<Theme, string>> = { system: 'System', light: 'Light', dark: 'Dark' };
const paces: Readonly<Record<Pace, string>> = { gentle: 'Gentle', brisk: 'Brisk', full: 'Full' };

export const settings = {
  title: 'Settings',
  close: 'Close',
  appearance: 'Appearance',
  appearanceHelp: 'Light, dark, or as the system is.',
  theme: (theme: Theme) => themes[theme],
  pages: {
    general: 'General',
    folder: 'Folder and names',
    saving: 'Saving',
    notifications: 'Notifications',
    account: 'Account',
    about: 'About',
  },
  newClips: 'New clips',
  checkEvery: 'Look for new clips',
  checkEveryHelp: 'Asking more often does not make the module faster.',
  everyMinutes: (minutes: number) =>
    minutes === 60 ? 'Every hour' : formats.plural(minutes, { one: 'Every minute', other: 'Every # minutes' }),
  paceGroup: 'Pace',
  pace: 'How hard to work',
  paceHelp:
    'Gentle asks Blink at most 30 times a minute: about 12 clips. Brisk asks twice as often, Full as often as the module can send.',
  paceOf: (pace: Pace) => paces[pace],
  folder: 'Clips folder',
  noFolder: 'None chosen yet. You are asked when you save the first clip.',
  freeSpace: (free: string) => `${free} free`,
  chooseFolder: 'Choose…',
  changeFolder: 'Change…',
  showFolder: 'Show',
  closeToTray: 'Keep running in the tray',
  closeToTrayHelp: 'Closing the window leaves Cliptray in the tray, where it goes on saving. Without a tray it quits.',
  keepAwake: 'Keep the computer awake while saving',
  keepAwakeHelp: 'The display may go dark. A closed lid still sends it to sleep; saving goes on afterwards.',
  savingHours: 'Only during these hours',
  savingHoursHelp: 'For saving everything. What you play or pick to be saved goes first at any time.',
  openAtLogin: 'Start when I log in',
  openAtLoginHelp: 'Cliptray starts in the tray, without its window.',
  tell: 'Tell me on the desktop',
  tellNewClips: 'New clips',
  tellNewClipsHelp: 'Those of one minute are told together.',
  tellJobs: 'The end of a job',
  quiet: 'Quiet hours',
  quietHelp: 'Nothing is told on the desktop then; the list in the window has it all.',
  from: (what: string) => `${what}: from`,
  to: 'to',
  until: (what: string) => `${what}: until`,
  tellOf: 'New clips of these cameras',
  electron: (version: string) => `Electron ${version}`,
  unofficial: 'Not made or approved by Blink or Amazon.',
};
