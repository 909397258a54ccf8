// `cliptray sign-in` and `sign-out`, and the session that everything else needs which asks Blink.
import { text } from 'node:stream/consumers';
import type { Core } from '../core.ts';
import { problem } from '../problem.ts';
import { type ExitCode, endWith, exitCodes } from './exit-code.ts';
import type { Output } from './output.ts';

export async function signIn(core: Core, output: Output): Promise<ExitCode> {
  const words = output.words.commandLine;
  if (process.stdin.isTTY) output.say(words.pasteLine);
  const signedIn = await core.session.signInWithTokenLine((await text(process.stdin)).trim());
  if (!signedIn.ok) return endWith(signedIn.problem, output);
  output.say(words.signedIn);
  output.event({ event: 'signed-in' });
  return exitCodes.done;
}

export async function signOut(core: Core, output: Output): Promise<ExitCode> {
  const words = output.words.commandLine;
  await core.session.open();
  const { status } = core.session;
  const wasOut = status.kind === 'signed-out' && status.problem === null;
  const signedOut = await core.signOut();
  if (!signedOut.ok) return endWith(signedOut.problem, output);
  const { waiting, saved } = await core.belongings();
  output.say(wasOut ? words.wasSignedOut : words.signedOut);
  output.say(words.stays(saved.clips, waiting));
  output.event({ event: 'signed-out', saved: saved.clips, waiting });
  return exitCodes.done;
}

/** Signed in from the keychain, or with the line that a test handed in. */
export async function openSession(core: Core, line: string | null, output: Output): Promise<ExitCode> {
  const given = line === null ? null : await core.session.signInWithTokenLine(line);
  if (given && !given.ok) return endWith(given.problem, output);
  await core.start();
  const { status } = core.session;
  if (status.kind === 'signed-in') return exitCodes.done;
  const cause = status.kind === 'signed-out' ? status.problem : problem('signed-out');
  if (cause) return endWith(cause, output);
  output.warn(output.words.commandLine.neverSignedIn);
  return exitCodes.signIn;
}
