// `cliptray forget`: says what is deleted and what is not, wants a word typed, and forgets everything.
import { createInterface } from 'node:readline/promises';
import type { Readable } from 'node:stream';
import type { Belongings } from '../../preload/contract.ts';
import type { Core } from '../core.ts';
import { type ExitCode, endWith, exitCodes } from './exit-code.ts';
import type { Output } from './output.ts';

export async function forget(core: Core, output: Output): Promise<ExitCode> {
  await core.session.open();
  if (!(await confirmForgetting(await core.belongings(), output, process.stdin))) return exitCodes.usage;
  const forgotten = await core.forgetEverything();
  if (!forgotten.ok) return endWith(forgotten.problem, output);
  output.say(output.words.commandLine.forgotten);
  output.event({ event: 'forgotten' });
  return exitCodes.done;
}

/** True when the word came; anything else, an empty line or the end of the input leaves everything as it is. */
async function confirmForgetting(belongings: Belongings, output: Output, input: Readable): Promise<boolean> {
  const { account: words, commandLine } = output.words;
  output.say(words.deleted);
  for (const { name, what } of words.deletedRows(belongings)) output.say(`  ${name}: ${what}`);
  output.say(words.notDeleted);
  output.say(`  ${words.savedClips(belongings.saved)}`);
  output.say(words.typeToGoOn(words.forgetWord));
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    lines.close();
    if (words.isForgetWord(line)) return true;
    break;
  }
  output.warn(commandLine.notForgotten);
  return false;
}
