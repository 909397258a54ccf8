// The words of the settings, in English.
import type { Pace, Theme } from '../../../preload/contract.ts';

const themes: Readonly<Record<Theme, string>> = { system: 'System', light: 'Light', dark: 'Dark' };
const paces: Readonly<Record<Pace, string>> = { gentle: 'Gentle', brisk: 'Brisk', full: 'Full' };

export const settings = {
  title: 'Settings',
  close: 'Close',
  appearance: 'Appearance',
  appearanceHelp: 'Light, dark, or as the system is.',
  theme: (theme: Theme) => themes[theme],
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
  from: 'From',
  to: 'to',
  account: 'Account',
  keptIn: {
    keychain: 'Signed in; the token is kept in your keychain.',
    memory: 'Signed in until you quit: no keychain could be used.',
    file: 'Signed in; the token is kept in a file, as asked for by a test.',
  },
  signedOut: 'Signed out.',
  versions: (app: string, electron: string) => `Cliptray ${app} · Electron ${electron}`,
  unofficial: 'Not made or approved by Blink or Amazon.',
};
