// The words of how files are named, in English.
import type { NameFault, NameTimes } from '../../../preload/contract.ts';
import { formats } from './formats.ts';

const { count, plural } = formats;
const times: Readonly<Record<NameTimes, string>> = {
  system: 'At the cameras',
  computer: 'This computer’s',
  utc: 'UTC',
};
const files = (total: number) => plural(total, { one: '# file', other: '# files' });

export const names = {
  group: 'Names',
  template: 'Arrange and name by',
  help: 'A / makes a folder. The ending .mp4 is added.',
  insert: (token: string) => `Insert ${token}`,
  reset: 'Back to the usual names',
  preview: 'What files would be called',
  newest: 'Newest clip',
  twin: 'Another of that name',
  doubledHour: 'The doubled hour',
  noClip: 'An example stands here when clips are listed.',
  fault(fault: NameFault): string {
    switch (fault.kind) {
      case 'empty':
        return 'A name cannot be empty.';
      case 'too-long':
        return `A pattern has at most ${fault.longest} characters.`;
      case 'empty-folder':
        return 'There is a / with no name before or after it.';
      case 'leaves-folder':
        return 'A folder cannot be called . or .. here: clips stay in their folder.';
      case 'brace':
        return 'A { or } stands alone. A word in both is filled in, such as {camera}.';
      case 'unknown-token':
        return `{${fault.token}} is not known. Those that are stand below.`;
      case 'no-token':
        return 'All clips would bear one name. Insert at least one of the words below.';
    }
  },
  unchanged: 'Until then files are named as before.',
  times: 'Times in names',
  timesHelp: 'The list and the player show times at the cameras.',
  timesOf: (of: NameTimes) => times[of],
  before: 'Clips saved before',
  beforeHelp: 'Files keep their names until you rename them. Cliptray knows them either way.',
  allNamed: 'All files bear these names.',
  rename: (total: number) => `Rename ${files(total)}…`,
  title: 'Rename saved files',
  lead: (total: number, folder: string) =>
    `${plural(total, { one: '# file', other: '# files' })} in ${folder} ${plural(total, { one: 'gets', other: 'get' })} the name that new clips get. No file is written over, and you can stop at any time.`,
  from: 'now',
  to: 'then',
  andMore: (more: number) => `and ${count(more)} more`,
  cancel: 'Cancel',
  renameNow: (total: number) => `Rename ${files(total)}`,
  renaming: 'Renaming saved files',
  progress: (done: number, total: number) => `${count(done)} of ${files(total)} renamed`,
  stop: 'Stop',
  ended: (done: number) => `${files(done)} renamed.`,
  stopped: (done: number) => `Stopped. ${files(done)} renamed, the others keep their names.`,
  kept: (total: number) =>
    plural(total, {
      one: '# file could not be: it may be open in another program.',
      other: '# files could not be: they may be open in another program.',
    }),
};
