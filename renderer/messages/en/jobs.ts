// The words of saving jobs and of choosing the folder, in English.
import type { JobTitle } from '../../../preload/contract.ts';
import { clips } from './counted.ts';
import { formats } from './formats.ts';

const { count, plural } = formats;

export const jobs = {
  name: 'Saving',
  title(title: JobTitle): string {
    switch (title.kind) {
      case 'one':
        return title.camera;
      case 'selection':
        return 'Your selection';
      case 'clips':
        return `${title.camera ?? 'Several cameras'}, ${formats.isoDaysName(title.fromDay, title.toDay)}`;
      case 'day':
        return title.camera ? `${title.camera}, ${formats.isoDayName(title.day)}` : formats.isoDayName(title.day);
      case 'all':
        return 'All unsaved clips';
      case 'new':
        return 'New clips';
    }
  },
  saving: (saved: number, total: number) => `Saving ${count(saved)} of ${count(total)}`,
  savingShort: (saved: number, total: number) => `${count(saved)} of ${count(total)}`,
  finishing: 'Checking the last clips',
  rate: (secondsPerClip: number) => `${formats.seconds(secondsPerClip)} a clip`,
  timeLeft: (ms: number) => `about ${formats.duration(ms)} left`,
  timeLeftShort: (ms: number) => `${formats.duration(ms)} left`,
  lacks: (bytes: number) => `about ${formats.bytes(bytes)} too little room`,
  toTryAgain: (failed: number) => `${count(failed)} to try again`,
  moreJobs: (total: number) => plural(total, { one: '# more job waits', other: '# more jobs wait' }),
  done: (saved: number, bytes: number) => `Saved ${clips(saved)} · ${formats.bytes(bytes)}`,
  nothingToSave: 'These clips were saved already',
  partlyDone: (saved: number, total: number) => `Saved ${count(saved)} of ${clips(total)}`,
  couldNot: (failed: number) => `${count(failed)} could not be saved`,
  cancelled: (saved: number, total: number) => `Cancelled after ${count(saved)} of ${clips(total)}`,
  cancel: 'Cancel this job',
  showFolder: 'Show folder',
  tryAgain: 'Try again',
  dismiss: 'Remove from view',
  spoken: (saved: number, total: number) => `Saved ${count(saved)} of ${count(total)}`,
};

export const folder = {
  question: 'Where should clips go?',
  lead: (total: number) => `Choose a folder for your clips. ${clips(total)} will be saved there as soon as you have.`,
  size: (bytes: number) => `They take about ${formats.bytes(bytes)}.`,
  example: 'The first one becomes',
  promise: 'Cliptray never changes or removes what else is in it.',
  choose: 'Choose a folder…',
  cancel: 'Not now',
};
