// Asks before everything is forgotten: says what is deleted and what is not, and wants a word typed.
import { createInterface } from 'node:readline/promises';
import type { Readable } from 'node:stream';
import type { Belongings } from '../../preload/contract.ts';
import type { Output } from './output.ts';

/** True when the word came; anything else, an empty line or the end of the input leaves everything as it is. */
export async function confirmForgetting(belongings: Belongings, output: Output, input: Readable): Promise<boolean> {
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
