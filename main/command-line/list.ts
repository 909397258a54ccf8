// `cliptray list`: the clips as the index knows them, without keychain or network.
import { placeOf } from '../../renderer/messages/index.ts';
import type { Library } from '../library/index.ts';
import type { Choice } from './arguments.ts';
import { chooseClips } from './choose.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { isoTime } from './moments.ts';
import type { Output } from './output.ts';

export async function list(library: Library, choice: Choice, output: Output): Promise<ExitCode> {
  const chosen = chooseClips(library.clips(), choice);
  if (chosen.kind === 'unknown-camera') return refuseCamera(choice, chosen.known, output);
  const { places, formats } = output.words;
  for (const key of chosen.keys) {
    const row = library.row(key);
    if (!row) continue;
    const place = placeOf(row.flags);
    const recordedAt = new Date(row.recordedAtMs).toISOString();
    output.event({ event: 'clip', key, camera: row.cameraName, recordedAt, sizeKiB: row.sizeKiB, place });
    output.say(
      `${recordedAt}  ${row.cameraName.padEnd(24)} ${formats.bytes(row.sizeKiB * 1024).padStart(9)}  ${places.name(place)}`,
    );
  }
  await sayAge(library, output);
  return exitCodes.done;
}

/** Says how old the list is: nothing was asked of the module. */
export async function sayAge(library: Library, output: Output): Promise<void> {
  const { modules, listedAtMs } = await library.systems();
  for (const { id, name } of modules) {
    const listedAt = isoTime(listedAtMs.get(id) ?? null);
    output.say(output.words.commandLine.listedAt(name, listedAt));
    output.event({ event: 'module', name, listedAt });
  }
}

export function refuseCamera({ camera }: Choice, known: readonly string[], output: Output): ExitCode {
  output.warn(output.words.commandLine.unknownCamera(camera ?? '', known));
  return exitCodes.usage;
}
