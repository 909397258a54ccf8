// The words of deleting clips from the drive, in English.
import type { Deletion, KeptWhy } from '../../../preload/contract.ts';
import { clips } from './counted.ts';
import { formats } from './formats.ts';

const { count, plural } = formats;

const reasons: Readonly<Record<KeptWhy, (total: number) => string>> = {
  'not-on-drive': (total) =>
    plural(total, { one: '# is no longer on the drive', other: '# are no longer on the drive' }),
  waits: (total) => plural(total, { one: '# waits to be saved', other: '# wait to be saved' }),
  'not-saved': (total) => plural(total, { one: '# is not saved', other: '# are not saved' }),
  unconfirmed: (total) => `${count(total)} saved, but no newer list has confirmed that yet`,
  'looks-only': (total) => `${count(total)} matched with a file by name and time only`,
  'folder-away': (total) => `${count(total)} saved in a folder that cannot be reached`,
  'file-missing': (total) => `${count(total)} whose file is no longer in the folder`,
  'file-changed': (total) => `${count(total)} whose file has changed since it was saved`,
  unlisted: (total) => `${count(total)} that the module’s list does not tell apart`,
  'still-listed': (total) => `${count(total)} that the module still lists`,
  'not-asked': (total) => `${count(total)} not deleted before this stopped`,
};

export const deleting = {
  menu: 'Delete from the drive…',
  setting: 'Delete clips from the drive',
  settingHelp:
    'Adds Delete from the drive to a clip’s menu. Only clips that are safely saved can be deleted, and only when you ask for it.',
  title: (total: number) => `Delete ${clips(total)} from the drive?`,
  titleNone: (total: number) =>
    plural(total, { one: 'This clip cannot be deleted from the drive', other: 'None of these # clips can be deleted' }),
  titleOff: 'Deleting from the drive is switched off',
  textOff: 'You can switch it on under Settings, Saving. Only clips that are safely saved are ever deleted.',
  openSettings: 'Open settings',
  looking: 'Looking at what is safely saved',
  lead: 'Your saved files stay. On the drive these clips are gone for good.',
  cameras: 'Cameras',
  days: 'Days',
  frees: 'Makes room for',
  stays: 'Saved in',
  kept: (total: number) => plural(total, { one: '# stays on the drive', other: '# stay on the drive' }),
  why: (why: KeptWhy, total: number) => reasons[why](total),
  check: 'Right before, each file is read again and each clip looked up in a new list.',
  type: (total: string) => `Type ${total} to go on`,
  cancel: 'Cancel',
  now: (total: number) => `Delete ${clips(total)}`,

  name: 'Deleting from the drive',
  done: (deletion: Deletion) => `Deleting ${count(deletion.deleted + deletion.unsettled)} of ${count(deletion.total)}`,
  waits: 'waiting for the module’s next list',
  ended: ({ deleted }: Deletion) =>
    deleted === 0 ? 'Nothing was deleted' : `Deleted ${clips(deleted)} from the drive`,
  stranger: 'Stopped: another clip has left the drive too. Look through your clips before you delete more.',
  stop: 'Stop',
  dismiss: 'Remove from view',
};
