// The words of saving jobs and of choosing the folder, in English.
import type { JobTitle } from '../../../preload/contract.ts';
import { formats } from './formats.ts';

const { count, plural } = formats;
const clips = (total: number) => plural(total, { one: '# clip', other: '# clips' });

/** A day comes as 2026-11-23 and is read as Mon 23 Nov. */
function dayName(isoDay: string): string {
  const ms = Date.parse(isoDay);
  return Number.isNaN(ms) ? isoDay : formats.dayShort(ms, ms);
}

/** 14 – 20 November; Mon 23 Nov where it is one day. */
function daysName(fromDay: string, toDay: string): string {
  const [fromMs, toMs] = [Date.parse(fromDay), Date.parse(toDay)];
  if (fromDay === toDay || Number.isNaN(fromMs) || Number.isNaN(toMs)) return dayName(toDay);
  const [from, to] = [formats.month(fromMs), formats.month(toMs)];
  const sameMonth = fromDay.slice(0, 7) === toDay.slice(0, 7);
  return sameMonth
    ? `${formats.dayOfMonth(fromMs)} – ${formats.dayOfMonth(toMs)} ${to}`
    : `${formats.dayOfMonth(fromMs)} ${from} – ${formats.dayOfMonth(toMs)} ${to}`;
}

export const jobs = {
  name: 'Saving',
  title(title: JobTitle): string {
    switch (title.kind) {
      case 'one':
        return title.camera;
      case 'selection':
        return 'Your selection';
      case 'clips':
        return `${title.camera ?? 'Several cameras'}, ${daysName(title.fromDay, title.toDay)}`;
      case 'day':
        return title.camera ? `${title.camera}, ${dayName(title.day)}` : dayName(title.day);
      case 'all':
        return 'All unsaved clips';
    }
  },
  saving: (saved: number, total: number) => `Saving ${count(saved)} of ${count(total)}`,
  savingShort: (saved: number, total: number) => `${count(saved)} of ${count(total)}`,
  finishing: 'Checking the last clips',
  rate: (secondsPerClip: number) => `${formats.seconds(secondsPerClip)} a clip`,
  timeLeft: (ms: number) => `about ${formats.duration(ms)} left`,
  timeLeftShort: (ms: number) => `${formats.duration(ms)} left`,
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
  example: 'The first one becomes',
  promise: 'Cliptray never changes or removes what else is in it.',
  choose: 'Choose a folder…',
  cancel: 'Not now',
};
