// All words of the app, for the window, the tray and the command line: plain data and pure functions.
import { german } from './de/index.ts';
import { english } from './en/index.ts';

/** The shape that every language fills. */
export type Messages = typeof english;

export { placeOf } from './place.ts';
export type { ProblemAction, ProblemText } from './problem-text.ts';
export { waitingFor } from './waiting.ts';

const byLanguage: Readonly<Record<string, Messages>> = { en: english, de: german };

/** The words for a language tag such as `de-AT`; English where nobody has written them yet. */
export function messagesFor(tag: string): Messages {
  return byLanguage[tag.split('-')[0] ?? ''] ?? english;
}
