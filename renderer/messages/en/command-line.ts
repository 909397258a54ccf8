// The words of the command line, in English.
import { clips } from './counted.ts';
import { formats } from './formats.ts';

const { count, plural } = formats;

export const commandLine = {
  usage: {
    heading: 'usage',
    names: { folder: 'DIR', camera: 'NAME', when: 'WHEN', count: 'N', hours: 'HOURS' },
    commands: {
      'sign-in': 'reads a token line from standard input',
      'sign-out': 'takes the sign-in out of the keychain; clips and list stay',
      status: 'says who is signed in, where clips are saved and how old the list is',
      list: 'lists clips',
      save: 'saves clips',
      import: 'copies clips from a carried drive or a folder, without the network',
      verify: 'compares the folder with the index',
      forget: 'deletes everything but saved clips, when the word “forget” is typed',
    },
    given: [
      'WHEN is a date or time such as 2026-11-23 or 2026-11-23T14:00, or a while such as 12h or 7d.',
      'HOURS are two times such as 23:00-07:00: clips are saved only then.',
    ],
  },
  wrong: {
    noCommand: 'no command',
    unknownCommand: (name: string) => `unknown command: ${name}`,
    unknownOption: (name: string) => `unknown option: ${name}`,
    noValue: (option: string) => `${option} needs a value`,
    unwantedValue: (option: string) => `${option} takes no value`,
    unexpected: (word: string) => `unexpected argument: ${word}`,
    saveWhat: 'save what? --all, --unsaved, --camera NAME or --since WHEN',
    importWhat: 'import from what? cliptray import DIR',
    limit: (given: string) => `--limit takes a whole number above 0, not ${given}`,
    since: (given: string) => `--since takes a date, a time or a while such as 12h or 7d, not ${given}`,
    pace: (given: string) => `--pace takes gentle, brisk or full, not ${given}`,
    quietHours: (given: string) => `--quiet-hours takes two times such as 23:00-07:00, not ${given}`,
    cloudAddress: (given: string) => `CLIPTRAY_BLINK_URL must be an address on this computer, not ${given}`,
  },
  tokensNeedFile: 'CLIPTRAY_TOKENS means nothing without CLIPTRAY_TOKEN_FILE: sign in with cliptray sign-in',
  tokensInFile: 'Tokens are kept in a file, for tests only: CLIPTRAY_TOKEN_FILE',

  noFolder: 'No folder is chosen yet: choose one in the app, or name one with --to DIR.',
  alreadyRunning: 'Cliptray already saves with this profile: the app, or another command line.',
  neverSignedIn: 'Nobody has signed in with this profile yet: cliptray sign-in, or sign in in the app.',
  unknownCamera: (name: string, known: readonly string[]) =>
    `No camera is called ${name}. There are: ${known.join(', ') || 'none'}.`,

  pasteLine: 'Paste the token line, then press Enter and Ctrl+D:',
  signedIn: 'Signed in.',
  signedOut: 'Signed out.',
  wasSignedOut: 'Nobody was signed in.',
  stays: (saved: number, waiting: number) =>
    `What stays: the list, ${plural(saved, { one: '# saved clip', other: '# saved clips' })}, and ${plural(waiting, { one: '# clip that waits', other: '# clips that wait' })} to be saved.`,
  forgotten: 'Everything is forgotten.',
  notForgotten: 'Nothing was deleted.',

  account: (accountId: number, total: number, saved: number) =>
    `Account ${accountId}: ${clips(total)}, ${count(saved)} of them saved.`,
  noAccount: 'Nobody has signed in yet.',
  savedIn: (folder: string) => `Clips are saved in ${folder}`,
  noFolderYet: 'No folder is chosen yet.',
  autoSaveOff: 'New clips are not saved by themselves.',
  autoSave: (since: string | null, ignored: readonly string[]) =>
    `${since === null ? 'All clips' : `Clips that came after ${since}`} are saved by themselves while the app runs${ignored.length > 0 ? `, but for ${ignored.join(', ')}` : ''}.`,
  listedAt: (module: string, time: string | null) =>
    `${module}: ${time === null ? 'not listed yet' : `listed at ${time}`}`,

  allSaved: 'Everything was saved already.',
  saved: (total: number, folder: string) => `Saved ${clips(total)} to ${folder}.`,

  nothingListed: 'No clips are listed yet, so none can be recognised: sign in and look for clips first.',

  waitsUntil: (unixMs: number) => `Waits until ${formats.momentTime(unixMs)}.`,

  read: (done: number, total: number) => `${count(done)} of ${clips(total)} read`,
  missing: (file: string) => `missing: ${file}`,
  changed: (file: string) => `changed: ${file}`,
  allThere: (total: number) =>
    `${plural(total, { one: 'The # clip is', other: 'All # clips are' })} there, byte for byte.`,
  differ: (different: number, total: number) =>
    `${count(different)} of ${plural(total, { one: '# clip differs', other: '# clips differ' })}.`,
};
