// The words of taking clips from a carried drive, in English.
import type { ImportReport, LeftFile } from '../../../preload/contract.ts';
import { clips } from './counted.ts';
import { formats } from './formats.ts';

const { bytes, bytesBeside, count, plural } = formats;
const reasons: Readonly<Record<LeftFile['reason'], string>> = {
  'no-clip': 'No clip of this time and camera is listed.',
  misfit: 'A clip of this time is listed, but not of this size or length.',
  several: 'It fits more than one clip.',
  'same-clip': 'Another file fits the same clip.',
  'not-video': 'It is not a whole video.',
  'on-its-way': 'Its module sends this clip already.',
  removed: 'You removed its file from the folder before.',
  unreadable: 'The drive could not read it.',
};

export const carried = {
  group: 'Carried drive',
  name: 'Import from the drive',
  help: 'Plug the module’s drive into this computer: clips are copied at its full speed, and none is fetched again.',
  import: 'Import from the drive…',
  question: 'Choose a drive or folder with clips',
  lead: 'Files are copied into your folder under your names. Nothing on the drive is changed.',
  drives: 'Plugged-in drives',
  noDrives: 'No drive is plugged in, or it is not mounted yet.',
  looksLikeBlink: 'Has Blink clips',
  lookAgain: 'Look again',
  otherFolder: 'Choose a folder…',
  cancel: 'Cancel',
  startOf: (drive: string) => `Import from ${drive}`,
  looking: (done: number, total: number) =>
    `${count(done)} of ${plural(total, { one: '# file', other: '# files' })} read`,
  copying: (done: number, total: number) => `${count(done)} of ${clips(total)} copied`,
  copiedBytes: (done: number, total: number) => `${bytesBeside(done, total)} of ${bytes(total)}`,
  stop: 'Stop',
  ended: ({ imported, had }: Pick<ImportReport, 'imported' | 'had'>) =>
    [`${clips(imported)} imported`, had > 0 ? `${count(had)} were saved already` : '']
      .filter(Boolean)
      .join(', ')
      .concat('.'),
  stopped: 'Stopped.',
  guessed: (total: number) =>
    `${plural(total, { one: '# is a guess', other: '# are guesses' })}: matched by time, size and length alone.`,
  left: (total: number) =>
    plural(total, {
      one: '# file was left: it could not be told which clip it is.',
      other: '# files were left: it could not be told which clips they are.',
    }),
  details: 'Show files…',
  report: 'What was imported',
  guessedFiles: 'Guessed',
  leftFiles: 'Left on the drive',
  reason: (reason: LeftFile['reason']) => reasons[reason],
  andMore: (more: number) => `and ${count(more)} more`,
  close: 'Close',
};
