// What a problem says to a person, and the one thing that may help.
import type { Link } from '../../preload/contract.ts';

/** What can be done about a problem from the window. */
export type ProblemAction =
  | { readonly kind: 'sign-in' | 'sign-in-in-browser' | 'check-now' | 'retry-failed' | 'choose-folder' | 'show-folder' }
  | { readonly kind: 'open-link'; readonly link: Link };

export interface ProblemText {
  /** What happened: one sentence, shown in bold. */
  readonly title: string;
  /** What it means, what is safe and what helps; may be empty. */
  readonly text: string;
  readonly action: { readonly label: string; readonly does: ProblemAction } | null;
}
