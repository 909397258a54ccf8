// `cliptray status`: whose clips the index knows, and where they are saved; without keychain or network.
import { ClipFlag } from '../../preload/contract.ts';
import type { Library } from '../library/index.ts';
import type { StoredSettings } from '../settings.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { sayAge } from './list.ts';
import { isoTime } from './moments.ts';
import type { Output } from './output.ts';

export async function status(
  library: Library,
  accountId: number | null,
  { folder, autoSave }: Pick<StoredSettings, 'folder' | 'autoSave'>,
  output: Output,
): Promise<ExitCode> {
  const { clips, saved } = countClips(library);
  const words = output.words.commandLine;
  output.say(accountId === null ? words.noAccount : words.account(accountId, clips, saved));
  output.say(folder ? words.savedIn(folder.path) : words.noFolderYet);
  output.say(autoSave ? words.autoSave(isoTime(autoSave.sinceMs), autoSave.ignored) : words.autoSaveOff);
  output.event({ event: 'status', accountId, clips, saved, folder: folder?.path ?? null, autoSave });
  await sayAge(library, output);
  return exitCodes.done;
}

/** How many clips there are, and how many of them are saved. */
function countClips(library: Library): { readonly clips: number; readonly saved: number } {
  const { flags } = library.clips().columns;
  return { clips: flags.length, saved: flags.reduce((sum, bits) => sum + ((bits & ClipFlag.saved) === 0 ? 0 : 1), 0) };
}
