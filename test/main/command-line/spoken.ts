// What the command line says in a test: its lines, and its events for programs.
import { type Output, outputTo } from '../../../main/command-line/output.ts';
import { messagesFor } from '../../../renderer/messages/index.ts';

export interface Spoken {
  readonly output: Output;
  /** On standard output and standard error, in their order; with plain spaces for those that do not break. */
  text(): string;
}

export function spoken(locale = 'en', json = false): Spoken {
  let said = '';
  const stream = { write: (text: string) => (said += text) };
  return {
    output: outputTo({ out: stream, err: stream, words: messagesFor(locale) }, json),
    text: () => said.replaceAll('\u00a0', ' '),
  };
}

/** What programs read of it. */
export const eventsOf = (text: string): readonly { readonly event: string }[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
