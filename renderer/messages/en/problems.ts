// One message for each kind of problem, in English: what happened, what it means, what helps.
import type { Problem, ProblemKind } from '../../../preload/contract.ts';
import type { ProblemAction, ProblemText } from '../problem-text.ts';
import { formats } from './formats.ts';

const signIn = does('Sign in', { kind: 'sign-in' });
const inBrowser = does('Use my browser', { kind: 'sign-in-in-browser' });
const checkAgain = does('Check again', { kind: 'check-now' });
const tryNow = does('Try now', { kind: 'check-now' });
const tryAgain = does('Try again', { kind: 'retry-failed' });
const chooseFolder = does('Choose…', { kind: 'choose-folder' });
const chooseAnother = does('Choose another', { kind: 'choose-folder' });

function does(label: string, action: ProblemAction) {
  return { label, does: action };
}

/** “Next try at 14:05.”, where it is known. */
const nextTry = (problem: Problem, what = 'Next try') =>
  problem.nextTryAtMs === undefined ? '' : ` ${what} at ${formats.momentTime(problem.nextTryAtMs)}.`;

const the = (problem: Problem, otherwise: string) => problem.subject ?? otherwise;

type Texts = Readonly<Record<ProblemKind, (problem: Problem) => ProblemText>>;

const texts: Texts = {
  'signed-out': () => ({
    title: 'Blink asks you to sign in again.',
    text: 'Nothing is lost, the queue waits.',
    action: signIn,
  }),
  'not-signed-in': () => ({
    title: 'You are signed out.',
    text: 'Your list and your saved clips are here; the queue waits until you sign in.',
    action: signIn,
  }),
  'token-line-unreadable': () => ({
    title: 'This is not a token line.',
    text: 'It looks like refresh_token=… or a long code without spaces.',
    action: null,
  }),
  'token-line-used': () => ({
    title: 'This token line no longer works.',
    text: 'Each one is good for a single sign-in, and not for ever. Sign in at Blink instead, or let your script make a new line.',
    action: null,
  }),
  'sign-in-cancelled': () => ({
    title: 'Sign-in was closed before it was done.',
    text: 'Nothing was changed.',
    action: signIn,
  }),
  'sign-in-failed': () => ({
    title: 'Blink did not finish the sign-in.',
    text: 'Wait a minute before the next try.',
    action: inBrowser,
  }),
  'sign-in-refused': () => ({
    title: 'Blink took this sign-in for a robot’s.',
    text: 'Don’t repeat it, that locks accounts. Try without a VPN or from another network.',
    action: inBrowser,
  }),
  'too-many-requests': (problem) => ({
    title: 'Blink asks us to slow down.',
    text: `Nothing is lost.${nextTry(problem, 'Saving goes on')}`,
    action: null,
  }),
  'blink-unavailable': (problem) => ({
    title: 'Blink’s service does not answer.',
    text: `It is not your module.${nextTry(problem)}`,
    action: tryNow,
  }),
  offline: () => ({
    title: 'You are offline.',
    text: 'Saved clips still play. The queue goes on when the network is back.',
    action: null,
  }),
  'no-module': () => ({
    title: 'This account has no sync module.',
    text: 'Cliptray needs one with a USB drive.',
    action: null,
  }),
  'module-offline': (problem) => ({
    title: `${the(problem, 'The sync module')} is offline.`,
    text: 'Check its power and Wi-Fi. Its clips wait; saved ones still play.',
    action: checkAgain,
  }),
  'module-busy': (problem) => ({
    title: `${the(problem, 'The sync module')} is busy,`,
    text: `probably with the phone app.${nextTry(problem)}`,
    action: tryNow,
  }),
  'clips-elsewhere': (problem) => ({
    title: `The clips of ${the(problem, 'this module')} go to your Blink subscription.`,
    text: 'Its drive only gets a nightly copy.',
    action: does('How to', { kind: 'open-link', link: 'subscription' }),
  }),
  'drive-missing': (problem) => ({
    title: `No USB drive in ${the(problem, 'the sync module')}.`,
    text: 'Push it in until it clicks. If it is in, unplug the module for ten seconds.',
    action: checkAgain,
  }),
  'drive-unformatted': (problem) => ({
    title: `${the(problem, 'The sync module')} cannot read its drive.`,
    text: 'Copy what you need from it, then format it in the Blink app.',
    action: does('How to', { kind: 'open-link', link: 'format-drive' }),
  }),
  'drive-full': (problem) => ({
    title: 'The drive is full.',
    text: `${the(problem, 'The sync module')} records nothing new. What is on it stays.`,
    action: null,
  }),
  'drive-incompatible': (problem) => ({
    title: `${the(problem, 'The sync module')} cannot use this drive.`,
    text: 'It takes USB drives of 1 to 256 GB.',
    action: does('How to', { kind: 'open-link', link: 'format-drive' }),
  }),
  'manifest-not-ready': (problem) => ({
    title: `${the(problem, 'The sync module')} is still listing its clips.`,
    text: nextTry(problem, 'Next look').trim(),
    action: tryNow,
  }),
  'clip-gone': () => ({
    title: 'This clip is no longer on the drive.',
    text: 'It was removed before it could be saved.',
    action: null,
  }),
  'clip-not-video': () => ({
    title: 'Blink sent something that is not a video.',
    text: 'The clip is still on the drive.',
    action: tryAgain,
  }),
  'clip-damaged': () => ({
    title: 'Arrived damaged again and again.',
    text: 'The drive may be failing. It is tried again.',
    action: tryAgain,
  }),
  'clip-too-large': () => ({
    title: 'This clip is over 512 MB.',
    text: 'It was left on the drive.',
    action: null,
  }),
  'clip-doubtful': () => ({
    title: 'The module renumbered its clips while this one was fetched.',
    text: 'It is fetched again; the doubtful file is kept aside.',
    action: null,
  }),
  'folder-missing': (problem) => ({
    title: `${the(problem, 'The clips folder')} cannot be reached.`,
    text: 'Is the drive or NAS connected? Saving waits for it.',
    action: chooseFolder,
  }),
  'folder-read-only': (problem) => ({
    title: `Cliptray may not write to ${the(problem, 'the clips folder')}.`,
    text: 'Clips stay on the drive until it may.',
    action: chooseAnother,
  }),
  'disk-full': () => ({
    title: 'This computer’s disk is full.',
    text: 'Saving waits until there is room; clips stay on the drive.',
    action: does('Show folder', { kind: 'show-folder' }),
  }),
  'name-too-long': () => ({
    title: 'The name for this clip gets too long for this folder.',
    text: 'A folder with a shorter path helps.',
    action: chooseAnother,
  }),
  'keychain-locked': () => ({
    title: 'Your keychain is locked.',
    text: 'Unlock it to stay signed in; without it you are signed in until you quit.',
    action: checkAgain,
  }),
  'keychain-missing': () => ({
    title: 'No keychain can be used here.',
    text: 'Nothing of a sign-in is written anywhere else: it lasts until you quit.',
    action: does('How to', { kind: 'open-link', link: 'help' }),
  }),
  'index-damaged': () => ({
    title: 'The list of clips was damaged',
    text: 'and is being rebuilt from the drive and the folder. Your files are untouched.',
    action: null,
  }),
  'index-newer': () => ({
    title: 'A newer Cliptray made this list of clips.',
    text: 'Update this one; nothing was changed.',
    action: null,
  }),
  'already-running': () => ({
    title: 'Another Cliptray is saving for this profile.',
    text: 'This window shows what it does and takes over when it is done.',
    action: null,
  }),
  'cannot-open': ({ subject }) => ({
    title: `No program on this computer opens ${subject ?? 'it'}.`,
    text: 'The file is where it was.',
    action: null,
  }),
  'update-required': () => ({
    title: 'Blink no longer talks to this version.',
    text: 'Saved clips still play.',
    action: null,
  }),
  'unexpected-answer': () => ({
    title: 'Blink sent something new that this version does not know.',
    text: 'That part is skipped, the rest goes on.',
    action: null,
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
  text: (problem: Problem): ProblemText => texts[problem.kind](problem),
  short: (kind: ProblemKind | null): string => (kind && short[kind]) ?? 'Failed',
};
