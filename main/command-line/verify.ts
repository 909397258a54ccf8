// `cliptray verify`: re-reads the folder and compares it with the index, without keychain or network.
import path from 'node:path';
import type { Library } from '../library/index.ts';
import { type ChosenFolder, hashOf } from '../saving/index.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import type { Output } from './output.ts';

export async function verify(library: Library, folder: ChosenFolder, output: Output): Promise<ExitCode> {
  const { commandLine: words } = output.words;
  const copies = (await library.queue.copiesIn(folder.id)).filter(
    ({ state }) => state === 'provisional' || state === 'confirmed',
  );
  let different = 0;
  for (const [index, copy] of copies.entries()) {
    output.progress(index, copies.length, words.read(index, copies.length));
    const sha256 = await hashOf(path.join(folder.path, copy.path));
    if (sha256 === copy.sha256) continue;
    different += 1;
    const what = sha256 === null ? 'missing' : 'changed';
    output.say(words[what](copy.path));
    output.event({ event: 'different', what, file: copy.path });
  }
  output.say(different === 0 ? words.allThere(copies.length) : words.differ(different, copies.length));
  output.event({ event: 'verified', clips: copies.length, different });
  return different === 0 ? exitCodes.done : exitCodes.failed;
}
