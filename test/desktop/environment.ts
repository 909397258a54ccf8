// The environment of programs on a desktop: the machine's own, without what would change how ours behave.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string>>;

/** As the person has it. */
export const ownEnvironment = (): Environment => without(/^(CLIPTRAY_|ELECTRON_|NODE_)/);

/** With home and all other folders of programs below `folder`, in English whatever the person's language is. */
export function homeEnvironment(folder: string): Environment {
  const runtimeFolder = join(folder, 'run');
  const temporaryFolder = join(folder, 'tmp');
  for (const made of [runtimeFolder, temporaryFolder]) mkdirSync(made, { mode: 0o700 });
  return {
    ...without(/^(CLIPTRAY_|ELECTRON_|NODE_|XDG_|LANG|LC_)/),
    LANG: 'C.UTF-8',
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_STATE_HOME: join(folder, 'state'),
    XDG_RUNTIME_DIR: runtimeFolder,
    TMPDIR: temporaryFolder,
  };
}

const without = (names: RegExp): Environment =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !names.test(entry[0]),
    ),
  );
