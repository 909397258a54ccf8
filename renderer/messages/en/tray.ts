// The words of the tray and of what is said about it, in English.
import { formats } from './formats.ts';

const { count } = formats;

export const tray = {
  name: 'Cliptray',
  opening: 'Opening…',
  signedOut: 'Signed out',
  saving: (saved: number, total: number, timeLeftMs: number | null) =>
    `Saving ${count(saved)} of ${count(total)}${timeLeftMs === null ? '' : `, about ${formats.duration(timeLeftMs)}`}`,
  fetching: 'Fetching a clip',
  checking: 'Checking for clips',
  deletingStopped: 'Deleting stopped: another clip has left the drive too',
  checkedAt: (unixMs: number) => `Up to date, checked ${formats.momentTime(unixMs)}`,
  notChecked: 'Not checked yet',
  clip: formats.clipMoment,
  play: 'Play',
  showInFolder: 'Show in folder',
  copy: 'Copy file',
  save: 'Save',
  checkNow: 'Check now',
  pause: 'Pause saving',
  resume: 'Resume saving',
  openFolder: 'Open clips folder',
  open: 'Open Cliptray',
  settings: 'Settings…',
  quit: 'Quit Cliptray',
  stays: { title: 'Still running in the tray.', text: 'Quit it from its icon there. The settings can change this.' },
  minimised: {
    title: 'Still saving, in the minimised window.',
    text: 'This desktop has no tray. When nothing is being saved, closing the window quits.',
  },
};
