// What the command line says: lines and a progress bar for people, or one JSON object a line for programs.
import type { Problem } from '../../preload/contract.ts';
import type { Messages } from '../../renderer/messages/index.ts';

export interface Output {
  /** Those of the person's language. */
  readonly words: Messages;
  /** For people only. */
  say(line: string): void;
  /** For programs only. */
  event(event: Readonly<Record<string, unknown>> & { readonly event: string }): void;
  /** A bar that is redrawn in place; on a terminal only. */
  progress(done: number, total: number, text: string): void;
  /** On standard error for people; an event for programs. */
  problem(found: Problem): void;
  warn(line: string): void;
}

export interface Streams {
  readonly out: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly err: { write(text: string): unknown };
  readonly words: Messages;
}

export function outputTo({ out, err, words }: Streams, json: boolean): Output {
  const event = (value: object) => out.write(`${JSON.stringify(value)}\n`);
  const clearBar = out.isTTY && !json ? '\r\u001b[K' : '';
  return {
    words,
    say: (line) => json || out.write(`${clearBar}${line}\n`),
    event: (value) => json && event(value),
    progress(done, total, text) {
      if (json || !out.isTTY) return;
      const width = 24;
      const filled = total === 0 ? width : Math.round((done / total) * width);
      out.write(`${clearBar}${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${text}`);
    },
    problem(found) {
      if (json) return event({ event: 'problem', ...found });
      const { title, text } = words.problems.text(found);
      err.write(`${clearBar}${[title, text].filter(Boolean).join(' ')}\n`);
    },
    warn: (line) => err.write(`${line}\n`),
  };
}
