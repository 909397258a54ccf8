// The words of the first run, in English.
import type { ProblemKind } from '../../../preload/contract.ts';
import { clips } from './counted.ts';
import { formats } from './formats.ts';

const { plural, count } = formats;
const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const modules = (total: number) => `${small[total] ?? count(total)} ${total === 1 ? 'module' : 'modules'}`;

const whenReadable = 'Clips appear when it can be read. You can go on now.';
const triedAgain = 'Cliptray tries again by itself. You can go on now.';

export const firstRun = {
  steps: { name: 'First steps', welcome: 'Welcome', 'sign-in': 'Sign in', drives: 'Drives', folder: 'Folder' },
  done: 'done',
  back: 'Back',
  title: 'Your clips, off the drive and into a folder',
  lead: 'Cliptray shows every clip on the USB drive in your Blink sync module, plays it, and saves what you want to keep.',
  points: [
    { title: 'Between Blink and this computer only.', text: 'No other cloud, no account with us.' },
    { title: 'We never see your password.', text: 'You sign in on Blink’s own page.' },
    { title: 'A clip counts as saved when its file is checked.', text: 'Not before.' },
  ],
  start: 'Sign in with Blink',
  goOnSignedIn: 'Go on',
  savedOnly: 'Open saved clips only',
  unofficial:
    'Not made or approved by Blink or Amazon. It uses the same service as the phone app, which may change without notice.',
  signedIn: 'You are signed in',

  looking: 'Looking for your drives',
  foundNothing: 'Your home could not be looked at yet',
  noModule: 'No sync module in this account',
  found: (found: number, total: number) => `Found ${modules(found)}${total > 0 ? ` and ${clips(total)}` : ''}`,
  readingLead: 'The lists are being read: the numbers still grow. You need not wait.',
  foundLead: 'Cliptray reads each drive’s list once, then only what is new.',
  cameras: (total: number) => plural(total, { one: '# camera', other: '# cameras' }),
  clips,
  status: { ready: 'ready', reading: 'reading', offline: 'offline', closed: 'needs you' },
  driveUsed: (percent: number) => `${formats.percent(percent / 100)} of the drive used`,
  driveName: (module: string) => `Drive of ${module}`,
  camerasFound: 'Cameras',
  cameraOffline: 'offline',
  subscription:
    'With a Blink plan, clips go to Blink’s cloud and this drive is only their daily backup. Without one, everything is here.',
  /** What still works where something does not. */
  stillWorks(kind: ProblemKind): string {
    switch (kind) {
      case 'no-module':
        return 'When one with a drive is added, its clips appear by themselves. You can go on and look around.';
      case 'module-offline':
        return 'Clips appear when it is back. You can go on now.';
      case 'clips-elsewhere':
        return 'What the drive holds can be played and saved. You can go on now.';
      case 'drive-missing':
      case 'drive-unformatted':
      case 'drive-incompatible':
        return whenReadable;
      default:
        return triedAgain;
    }
  },
  toFolder: 'Choose a folder',

  folderTitle: 'Where should clips go?',
  folderLabel: 'Folder',
  choose: 'Choose…',
  free: (bytes: number) => `${formats.bytes(bytes)} free.`,
  needed: (total: number, bytes: number) =>
    total === 1
      ? `The clip would take about ${formats.bytes(bytes)}.`
      : `All ${clips(total)} would take about ${formats.bytes(bytes)}.`,
  tooLittle: (total: number, bytes: number) =>
    `All ${clips(total)} need about ${formats.bytes(bytes)}: more than that.`,
  nothingSavedYet: 'Nothing is saved yet. You choose clips next, or save all of them.',
  promise: 'Cliptray never changes or removes what else is in this folder.',
  notNow: 'Not now',
  finish: 'Show my clips',
  preview: 'Preview',
  newest: 'Your newest clip becomes',
  noExample: 'A clip is named by its camera, its day and its time. An example appears with your first clip.',
};
