// One message for each kind of problem, in English: what happened, what it means, what helps.
import type { Problem, ProblemKind } from '../../../preload/contract.ts';
import { type ActionLabels, type ProblemTexts, problemTextOf, waitLineOf } from '../problem-text.ts';
import { formats } from './formats.ts';

const actions: ActionLabels = {
  signIn: 'Sign in',
  useBrowser: 'Use my browser',
  checkAgain: 'Check again',
  tryNow: 'Try now',
  tryAgain: 'Try again',
  chooseFolder: 'Choose…',
  chooseAnother: 'Choose another',
  showFolder: 'Show folder',
  confirmRemoved: 'I removed them',
  howTo: 'How to',
};

/** “Next try at 14:05.”, where it is known. */
const nextTry = (problem: Problem, what = 'Next try') =>
  problem.nextTryAtMs === undefined ? '' : ` ${what} at ${formats.momentTime(problem.nextTryAtMs)}.`;

const the = (problem: Problem, otherwise: string) => problem.subject ?? otherwise;

const texts: ProblemTexts = {
  'signed-out': () => ({
    title: 'Blink asks you to sign in again.',
    text: 'Nothing is lost, the queue waits.',
  }),
  'not-signed-in': () => ({
    title: 'You are signed out.',
    text: 'Your list and your saved clips are here; the queue waits until you sign in.',
  }),
  'token-line-unreadable': () => ({
    title: 'This is not a token line.',
    text: 'It looks like refresh_token=… or a long code without spaces.',
  }),
  'token-line-used': () => ({
    title: 'This token line no longer works.',
    text: 'Each one is good for a single sign-in, and not for ever. Sign in at Blink instead, or let your script make a new line.',
  }),
  'sign-in-cancelled': () => ({
    title: 'Sign-in was closed before it was done.',
    text: 'Nothing was changed.',
  }),
  'sign-in-failed': () => ({
    title: 'Blink did not finish the sign-in.',
    text: 'Wait a minute before the next try.',
  }),
  'sign-in-refused': () => ({
    title: 'Blink took this sign-in for a robot’s.',
    text: 'Don’t repeat it, that locks accounts. Try without a VPN or from another network.',
  }),
  'too-many-requests': (problem) => ({
    title: 'Blink asks us to slow down.',
    text: `Nothing is lost.${nextTry(problem, 'Saving goes on')}`,
  }),
  'blink-unavailable': (problem) => ({
    title: 'Blink’s service does not answer.',
    text: `It is not your module.${nextTry(problem)}`,
  }),
  offline: () => ({
    title: 'You are offline.',
    text: 'Saved clips still play. The queue goes on when the network is back.',
  }),
  'no-module': () => ({
    title: 'This account has no sync module.',
    text: 'Cliptray needs one with a USB drive.',
  }),
  'module-offline': (problem) => ({
    title: `${the(problem, 'The sync module')} is offline.`,
    text: 'Check its power and Wi-Fi. Its clips wait; saved ones still play.',
  }),
  'module-busy': (problem) => ({
    title: `${the(problem, 'The sync module')} is busy, probably with the phone app.`,
    text: nextTry(problem).trim(),
  }),
  'clips-elsewhere': (problem) => ({
    title: `The clips of ${the(problem, 'this module')} go to your Blink subscription.`,
    text: 'Its drive only gets a nightly copy.',
  }),
  'drive-missing': (problem) => ({
    title: `No USB drive in ${the(problem, 'the sync module')}.`,
    text: 'Push it in until it clicks. If it is in, unplug the module for ten seconds.',
  }),
  'drive-unformatted': (problem) => ({
    title: `${the(problem, 'The sync module')} cannot read its drive.`,
    text: 'Copy what you need from it, then format it in the Blink app.',
  }),
  'drive-full': (problem) => ({
    title: 'The drive is full.',
    text: `${the(problem, 'The sync module')} records nothing new. What is on it stays.`,
  }),
  'drive-incompatible': (problem) => ({
    title: `${the(problem, 'The sync module')} cannot use this drive.`,
    text: 'It takes USB drives of 1 to 256 GB.',
  }),
  'manifest-not-ready': (problem) => ({
    title: `${the(problem, 'The sync module')} is still listing its clips.`,
    text: nextTry(problem, 'Next look').trim(),
  }),
  'clip-gone': () => ({
    title: 'This clip is no longer on the drive.',
    text: 'It was removed before it could be saved.',
  }),
  'clip-not-video': () => ({
    title: 'Blink sent something that is not a video.',
    text: 'The clip is still on the drive.',
  }),
  'clip-damaged': () => ({
    title: 'Arrived damaged again and again.',
    text: 'The drive may be failing. It is tried again.',
  }),
  'clip-too-large': () => ({
    title: 'This clip is over 512 MB.',
    text: 'It was left on the drive.',
  }),
  'clip-doubtful': () => ({
    title: 'The module renumbered its clips while this one was fetched.',
    text: 'It is fetched again; the doubtful file is kept aside.',
  }),
  'folder-missing': (problem) => ({
    title: `${the(problem, 'The clips folder')} cannot be reached.`,
    text: 'Is the drive or NAS connected? Saving waits for it.',
  }),
  'folder-read-only': (problem) => ({
    title: `Cliptray may not write to ${the(problem, 'the clips folder')}.`,
    text: 'Clips stay on the drive until it may.',
  }),
  'disk-full': () => ({
    title: 'This computer’s disk is full.',
    text: 'Saving waits until there is room; clips stay on the drive.',
  }),
  'name-too-long': () => ({
    title: 'The name for this clip gets too long for this folder.',
    text: 'A folder with a shorter path helps.',
  }),
  'files-missing': (problem) => ({
    title: `Many saved clips are missing from ${the(problem, 'your folder')}.`,
    text: 'They count as saved until you say that you removed them. Then they are not fetched again by themselves.',
  }),
  'source-unreadable': (problem) => ({
    title: `${the(problem, 'The drive to import from')} cannot be read.`,
    text: 'Is it still plugged in? What was copied by then is saved; import again for the rest.',
  }),
  'names-unusable': () => ({
    title: 'These names cannot be used.',
    text: 'The ones before are kept.',
  }),
  'keychain-locked': () => ({
    title: 'Your keychain is locked.',
    text: 'Unlock it to stay signed in; without it you are signed in until you quit.',
  }),
  'keychain-missing': () => ({
    title: 'No keychain can be used here.',
    text: 'Nothing of a sign-in is written anywhere else: it lasts until you quit.',
  }),
  'index-damaged': () => ({
    title: 'The list of clips was damaged',
    text: 'and is being rebuilt from the drive and the folder. Your files are untouched.',
  }),
  'index-newer': () => ({
    title: 'A newer Cliptray made this list of clips.',
    text: 'Update this one; nothing was changed.',
  }),
  'already-running': () => ({
    title: 'Another Cliptray is saving for this profile.',
    text: 'This window shows what it does and takes over when it is done.',
  }),
  'cannot-open': ({ subject }) => ({
    title: `No program on this computer opens ${subject ?? 'it'}.`,
    text: 'The file is where it was.',
  }),
  'update-required': () => ({
    title: 'Blink no longer talks to this version.',
    text: 'Saved clips still play.',
  }),
  'unexpected-answer': () => ({
    title: 'Blink sent something new that this version does not know.',
    text: 'That part is skipped, the rest goes on.',
  }),
};

/** A word or two for a row that has no room for a sentence. */
const short: Partial<Record<ProblemKind, string>> = {
  'clip-damaged': 'Damaged',
  'clip-not-video': 'Not a video',
  'clip-too-large': 'Too large',
  'clip-gone': 'Gone',
  'clip-doubtful': 'Again',
  'name-too-long': 'Name too long',
  'disk-full': 'Disk full',
};

export const problems = {
  details: { show: 'Details', copy: 'Copy', copied: 'Copied' },
  text: problemTextOf(texts, actions),
  waiting: waitLineOf(texts, (unixMs) => `next try at ${formats.momentTime(unixMs)}`),
  short: (kind: ProblemKind | null): string => (kind && short[kind]) ?? 'Failed',
};
