// The words of the account: who is signed in, signing out, forgetting everything; in English.
import type { Belongings } from '../../../preload/contract.ts';
import { clips } from './counted.ts';
import { formats } from './formats.ts';

const { bytes, plural } = formats;
const files = (total: number, size: number) =>
  total === 0 ? 'none' : `${plural(total, { one: '# file', other: '# files' })}, ${bytes(size)}`;

const forgetWord = 'forget';

export const account = {
  title: 'Account',
  signedIn: (accountId: number) => `Signed in as account ${accountId}`,
  keptIn: {
    keychain: 'The sign-in is kept in your keychain and nowhere else.',
    memory: 'The sign-in is kept in memory until you quit: no keychain could be used.',
    file: 'The sign-in is kept in a file, as asked for by a test.',
  },
  signedOut: 'Signed out',
  signedOutHelp: 'Your list, your saved clips and the queue are here.',
  signIn: 'Sign in',
  signOut: 'Sign out…',
  forget: 'Forget everything',
  forgetHelp: 'Deletes all that Cliptray keeps on this computer, as if it were new. Saved clips stay.',
  forgetDots: 'Forget…',

  cancel: 'Cancel',
  signOutTitle: 'Sign out?',
  signOutLead:
    'Cliptray forgets the sign-in here and tells Blink so. Nothing new is listed or saved until you sign in again.',
  signOutNow: 'Sign out',
  stays: 'What stays',
  savedClips: ({ folder, clips: saved }: Belongings['saved']) =>
    folder === null ? 'Saved clips: none, no folder is chosen' : `${clips(saved)} saved in ${folder}`,
  listStays: (total: number) => `The list of ${clips(total)}, and those already played`,
  queueWaits: (waiting: number) =>
    waiting === 0 ? 'The queue, empty now' : `The queue: ${clips(waiting)} wait for you`,

  forgetTitle: 'Forget everything?',
  deleted: 'Deleted from this computer',
  notDeleted: 'Not deleted',
  deletedRows: (all: Belongings): readonly { readonly name: string; readonly what: string }[] => [
    { name: 'Sign-in', what: 'out of the keychain' },
    {
      name: 'List of clips',
      what: `${clips(all.list.clips)}${all.accounts > 1 ? ` of ${all.accounts} accounts` : ''}, ${bytes(all.list.bytes)}`,
    },
    { name: 'Queue', what: all.waiting === 0 ? 'empty' : `${clips(all.waiting)} waiting` },
    { name: 'Played clips', what: files(all.played.files, all.played.bytes) },
    { name: 'Pictures', what: files(all.pictures.files, all.pictures.bytes) },
    ...(all.setAside.files > 0
      ? [{ name: 'Doubtful files put aside', what: files(all.setAside.files, all.setAside.bytes) }]
      : []),
    { name: 'Settings and logs', what: bytes(all.settingsBytes + all.logBytes) },
  ],
  drive: 'Clips on the drive in your sync module',
  forgetWord,
  isForgetWord: (typed: string) => typed.trim().toLowerCase() === forgetWord,
  typeToGoOn: (word: string) => `Type ${word} to go on`,
  forgetNow: 'Forget everything',
};
