// The words of notifications, in English.
import { farAhead } from './counted.ts';
import { formats } from './formats.ts';

const { count, plural } = formats;

export const notifications = {
  newClips: (total: number, system: string) =>
    `${plural(total, { one: '# new clip', other: '# new clips' })} at ${system}`,
  /** “Front gate 2, Workshop 1” */
  byCamera: (cameras: readonly (readonly [name: string, clips: number])[]) =>
    cameras.map(([name, clips]) => `${name} ${count(clips)}`).join(', '),
  jobSaved: (saved: number) => plural(saved, { one: '# clip saved and checked', other: '# clips saved and checked' }),
  newSaved: (saved: number) =>
    plural(saved, { one: '# new clip saved and checked', other: '# new clips saved and checked' }),
  jobSavedText: (bytes: number, ms: number) =>
    `${formats.bytes(bytes)} in ${formats.duration(ms)}. Click for the folder.`,
  jobPartly: (saved: number, failed: number) =>
    `${plural(saved, { one: '# clip saved', other: '# clips saved' })}, ${count(failed)} could not be`,
  driveFilling: (module: string, percent: number) => `The drive in ${module} is ${formats.percent(percent / 100)} full`,
  driveFillingText: (ms: number | null) =>
    ms === null
      ? 'When it is full, nothing new is recorded.'
      : `Full in about ${farAhead(ms)}; nothing new is recorded then.`,
  deletedText: 'The saved files stay in their folder.',
  list: 'Notices',
  clear: 'Clear',
  nothing: 'Nothing was told since Cliptray started.',
  jobPartlyText: 'Click to see why and try again.',
};
