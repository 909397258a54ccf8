// The words of the command line, in English.
import type { DayHours } from '../../../preload/contract.ts';
import { clips } from './counted.ts';
import { formats } from './formats.ts';

const { count, plural } = formats;

export const commandLine = {
  usage: {
    heading: 'usage',
    seeHelp: 'cliptray --help shows all commands.',
    names: {
      command: 'COMMAND',
      folder: 'DIR',
      camera: 'NAME',
      when: 'WHEN',
      count: 'N',
      hours: 'HOURS',
      job: 'JOB',
      length: 'WHILE',
    },
    commands: {
      'sign-in': 'reads a token line from standard input',
      'sign-out': 'takes the sign-in out of the keychain; clips and list stay',
      status: 'says who is signed in, where clips are saved and how old the list is',
      list: 'lists clips',
      save: 'saves clips',
      queue: 'shows the jobs, what is left of them, and why clips failed',
      pause: 'holds everything, or one job, until it is resumed or for a while',
      resume: 'lets everything, or one job, go on',
      cancel: 'ends a job; what it saved stays',
      retry: 'has everything that failed, or what one job gave up, tried again',
      move: 'changes a job’s place in the queue',
      dismiss: 'takes ended jobs, and the clips they gave up, out of the queue',
      hours: 'lets jobs that save everything run at these hours only, or at any',
      import: 'copies clips from a carried drive or a folder, without the network',
      verify: 'compares the folder with the index',
      forget: 'deletes everything but saved clips, when the word “forget” is typed',
    },
    given: [
      'WHEN is a date or time such as 2026-11-23 or 2026-11-23T14:00, or a while such as 12h or 7d.',
      'HOURS are two times such as 23:00-07:00: clips are saved only then.',
      'JOB is a number that cliptray queue shows. WHILE is such as 30m, 12h or 7d.',
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
    notFor: (option: string, command: string) => `${option} means nothing to ${command}`,
    job: (given: string) => `a job is a number that cliptray queue shows, not ${given}`,
    cancelWhat: 'cancel which job? cliptray cancel JOB; cliptray queue shows their numbers',
    moveWhat: 'move which job, and where? cliptray move JOB first|up|down|last',
    whichHours: 'which hours? cliptray hours 23:00-07:00, or cliptray hours any',
    hours: (given: string) => `hours are two times such as 23:00-07:00, or any, not ${given}`,
    forOrUntil: 'either --for or --until, not both',
    for: (given: string) => `--for takes a while such as 30m, 1h or 2d, not ${given}`,
    until: (given: string) => `--until takes tomorrow, or a date or time to come, not ${given}`,
    quietHours: (given: string) => `--quiet-hours takes two times such as 23:00-07:00, not ${given}`,
    cloudAddress: (given: string) => `CLIPTRAY_BLINK_URL must be an address on this computer, not ${given}`,
  },
  tokensNeedFile: 'CLIPTRAY_TOKENS means nothing without CLIPTRAY_TOKEN_FILE: sign in with cliptray sign-in',
  tokensInFile: 'Tokens are kept in a file, for tests only: CLIPTRAY_TOKEN_FILE',

  noFolder: 'No folder is chosen yet: choose one in the app, or name one with --to DIR.',
  alreadyRunning: 'Cliptray already saves with this profile: the app, or another command line.',
  keepsQueue:
    'Cliptray is running with this profile, as the app or another command line. Change this in its window, or end it first.',
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
  nothingNew: 'Nothing new was saved.',
  leftOutRemoved: (total: number) =>
    `${plural(total, { one: '# clip was', other: '# clips were' })} left out, removed from the folder before: --camera or --since brings ${plural(total, { one: 'it', other: 'them' })} back.`,
  leftOutExcluded: (total: number) =>
    `${plural(total, { one: '# clip was', other: '# clips were' })} left out, as marked in the app.`,
  leftOutCameras: (total: number, cameras: readonly string[]) =>
    `${plural(total, { one: '# clip was', other: '# clips were' })} left out, of cameras that the settings leave out (${cameras.join(', ')}): --camera NAME saves them.`,
  saved: (total: number, folder: string) => `Saved ${clips(total)} to ${folder}.`,

  unknownJob: (job: number, known: readonly number[]) =>
    `There is no job ${job} to do this with. ${known.length === 0 ? 'There is none at all.' : `There are: ${known.join(', ')}.`}`,
  stillOpen: (job: number) => `Job ${job} has not ended: cliptray cancel ${job} ends it.`,
  toCome: (bytes: number) => `${formats.bytes(bytes)} to come`,
  inHours: 'at the chosen hours only',
  failedSoFar: (attempts: number) => `Failed ${plural(attempts, { one: 'once', other: '# times' })}, is tried again`,
  paused: (job: number | null, untilMs: number | null) =>
    `${job === null ? 'Everything' : `Job ${job}`} is paused${untilMs === null ? '' : ` until ${formats.momentAhead(untilMs, Date.now())}`}.`,
  resumed: (job: number | null) =>
    job === null ? 'Saving goes on, but for jobs that are paused by themselves.' : `Job ${job} goes on.`,
  cancelled: (job: number, waiting: number) =>
    `Job ${job} is cancelled: ${plural(waiting, { one: '# clip is', other: '# clips are' })} not saved.`,
  retried: (total: number) =>
    total === 0 ? 'Nothing failed that another try could bring.' : `${clips(total)} will be tried again.`,
  moved: (job: number) => `Job ${job} has its new place.`,
  dismissed: (total: number) =>
    total === 0 ? 'No ended job is left to remove.' : `Removed, with ${clips(total)} that could not be saved.`,
  hoursAre: (hours: DayHours | null) =>
    hours === null
      ? 'Jobs that save everything run at any time.'
      : `Jobs that save everything run from ${formats.minuteOfDay(hours.fromMinute)} to ${formats.minuteOfDay(hours.toMinute)} only.`,

  nothingListed: 'No clips are listed yet, so none can be recognised: sign in and look for clips first.',

  littleRoom: (bytes: number) =>
    `The folder has about ${formats.bytes(bytes)} too little room; what fits is saved, the rest waits for room.`,
  waitsUntil: (unixMs: number) => `Waits until ${formats.momentTime(unixMs)}.`,

  read: (done: number, total: number) => `${count(done)} of ${clips(total)} read`,
  missing: (file: string) => `missing: ${file}`,
  changed: (file: string) => `changed: ${file}`,
  allThere: (total: number) =>
    `${plural(total, { one: 'The # clip is', other: 'All # clips are' })} there, byte for byte.`,
  differ: (different: number, total: number) =>
    `${count(different)} of ${plural(total, { one: '# clip differs', other: '# clips differ' })}.`,
};
