// Serves the contract: the only place that registers handlers. Nobody but our own window gets an answer.
import {
  type CommandInput,
  type CommandName,
  type CommandValue,
  commandNames,
  type Result,
} from '../../preload/contract.ts';
import type { Log } from '../log.ts';
import { failed } from '../problem.ts';
import { inputs } from './inputs.ts';

/** What main does for each command. An exception is a bug: it is logged, and the window hears `unexpected-answer`. */
export type Handlers = {
  readonly [Name in CommandName]: (input: CommandInput<Name>) => Promise<Result<CommandValue<Name>>>;
};

/** The part of Electron's `IpcMainInvokeEvent` that says who asks. */
export interface Caller {
  readonly sender: { readonly id: number };
  /** Null: the frame is gone or has gone to another page since it asked. */
  readonly senderFrame: { readonly url: string; readonly parent: object | null } | null;
}

/** The part of Electron's `ipcMain` that is used. */
export interface Ipc {
  handle(name: string, answer: (caller: Caller, input: unknown) => Promise<Result<unknown>>): void;
}

export interface Serving {
  readonly ipc: Ipc;
  /** Once the app is open. The window is there before: what it asks until then waits for its answer. */
  readonly handlers: Promise<Handlers>;
  /** Whether the window with this webContents id was made by us to show our own page. */
  readonly isOurWindow: (webContentsId: number) => boolean;
  readonly log: Log;
}

/** Only pages below this address are ours. */
const ourPages = 'app://bundle/';

export function serveContract({ ipc, handlers, isOurWindow, log }: Serving): void {
  const isTrusted = ({ sender, senderFrame }: Caller) =>
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.url.startsWith(ourPages) &&
    isOurWindow(sender.id);

  async function answer<Name extends CommandName>(name: Name, caller: Caller, input: unknown) {
    if (!isTrusted(caller)) {
      log.warn(`${name} was refused: asked by ${caller.senderFrame?.url ?? 'a frame that is gone'}`);
      return failed('unexpected-answer', { details: `${name}: not asked by the app's own window` });
    }
    const read = inputs[name].safeParse(input);
    if (!read.success) {
      const where = read.error.issues.map((issue) => issue.path.join('.') || 'input').join(', ');
      log.error(`${name} was refused: wrong ${where}`);
      return failed('unexpected-answer', { details: `${name}: wrong ${where}` });
    }
    try {
      return await (await handlers)[name](read.data);
    } catch (error) {
      log.error(`${name} failed`, error);
      return failed('unexpected-answer', { details: `${name}: ${error instanceof Error ? error.name : 'failed'}` });
    }
  }

  for (const name of commandNames) ipc.handle(name, (caller, input) => answer(name, caller, input));
}
