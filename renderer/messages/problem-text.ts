// What a problem says to a person, and the one thing that may help: the same in every language.
import type { Link, Problem, ProblemKind } from '../../preload/contract.ts';

/** What can be done about a problem from the window. */
export type ProblemAction =
  | {
      readonly kind:
        | 'sign-in'
        | 'sign-in-in-browser'
        | 'check-now'
        | 'retry-failed'
        | 'choose-folder'
        | 'show-folder'
        | 'confirm-removed';
    }
  | { readonly kind: 'open-link'; readonly link: Link };

export interface ProblemText {
  /** What happened: one sentence, shown in bold. */
  readonly title: string;
  /** What it means, what is safe and what helps; may be empty. */
  readonly text: string;
  readonly action: { readonly label: string; readonly does: ProblemAction } | null;
}

/** What a language says of each problem. */
export type ProblemTexts = Readonly<Record<ProblemKind, (problem: Problem) => Omit<ProblemText, 'action'>>>;

/** What a language writes on the buttons. */
export type ActionLabels = Readonly<
  Record<
    | 'signIn'
    | 'useBrowser'
    | 'checkAgain'
    | 'tryNow'
    | 'tryAgain'
    | 'chooseFolder'
    | 'chooseAnother'
    | 'showFolder'
    | 'confirmRemoved'
    | 'howTo',
    string
  >
>;

type LabelledAction = readonly [label: keyof ActionLabels, does: ProblemAction];

const signIn: LabelledAction = ['signIn', { kind: 'sign-in' }];
const useBrowser: LabelledAction = ['useBrowser', { kind: 'sign-in-in-browser' }];
const checkAgain: LabelledAction = ['checkAgain', { kind: 'check-now' }];
const tryNow: LabelledAction = ['tryNow', { kind: 'check-now' }];
const tryAgain: LabelledAction = ['tryAgain', { kind: 'retry-failed' }];
const chooseAnother: LabelledAction = ['chooseAnother', { kind: 'choose-folder' }];
const howTo = (link: Link): LabelledAction => ['howTo', { kind: 'open-link', link }];

/** Nothing but time, or something outside of the app, helps with the others. */
const helping: Readonly<Partial<Record<ProblemKind, LabelledAction>>> = {
  'signed-out': signIn,
  'not-signed-in': signIn,
  'sign-in-cancelled': signIn,
  'sign-in-failed': useBrowser,
  'sign-in-refused': useBrowser,
  'blink-unavailable': tryNow,
  'module-offline': checkAgain,
  'module-busy': tryNow,
  'clips-elsewhere': howTo('subscription'),
  'drive-missing': checkAgain,
  'drive-unformatted': howTo('format-drive'),
  'drive-incompatible': howTo('format-drive'),
  'manifest-not-ready': tryNow,
  'clip-not-video': tryAgain,
  'clip-damaged': tryAgain,
  'folder-missing': ['chooseFolder', { kind: 'choose-folder' }],
  'folder-read-only': chooseAnother,
  'disk-full': ['showFolder', { kind: 'show-folder' }],
  'name-too-long': chooseAnother,
  'files-missing': ['confirmRemoved', { kind: 'confirm-removed' }],
  'keychain-locked': checkAgain,
  'keychain-missing': howTo('help'),
};

/** What is waited for, in one line: “Hallway module is busy, probably with the phone app · next try at 14:05”. */
export const waitLineOf =
  (texts: ProblemTexts, nextTryAt: (unixMs: number) => string) =>
  (problem: Problem): string => {
    const why = texts[problem.kind](problem).title.replace(/[.,]$/, '');
    return problem.nextTryAtMs === undefined ? why : `${why} · ${nextTryAt(problem.nextTryAtMs)}`;
  };

export const problemTextOf =
  (texts: ProblemTexts, labels: ActionLabels) =>
  (problem: Problem): ProblemText => {
    const [label, does] = helping[problem.kind] ?? [];
    return { ...texts[problem.kind](problem), action: label && does ? { label: labels[label], does } : null };
  };
