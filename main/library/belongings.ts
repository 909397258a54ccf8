// What the app keeps on this computer, counted and measured: what *forget everything* would delete, and what not.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Belongings, FilesHeld } from '../../preload/contract.ts';
import type { Library } from './index.ts';

export interface BelongingsParts {
  readonly profile: string;
  readonly library: Pick<Library, 'totals'>;
  /** Where clips are saved; null: none is chosen. */
  readonly folder: { readonly id: string; readonly path: string } | null;
}

export async function belongingsOf({ profile, library, folder }: BelongingsParts): Promise<Belongings> {
  const { accounts, clips, waiting, saved } = await library.totals(folder?.id ?? null);
  const inProfile = (...names: readonly string[]) =>
    Promise.all(names.map((name) => held(join(profile, name)))).then(sum);
  const lists = (await readdir(profile)).filter((name) => /^index\..*sqlite/.test(name));
  const [list, played, pictures, setAside, settings, logs] = await Promise.all([
    inProfile(...lists),
    inProfile('played'),
    inProfile('posters', 'cameras'),
    inProfile('quarantine'),
    inProfile('settings.json'),
    inProfile('logs'),
  ]);
  return {
    accounts,
    list: { clips, bytes: list.bytes },
    waiting,
    played,
    pictures,
    setAside,
    settingsBytes: settings.bytes,
    logBytes: logs.bytes,
    saved: { folder: folder?.path ?? null, clips: saved },
  };
}

const sum = (parts: readonly FilesHeld[]): FilesHeld => ({
  files: parts.reduce((files, part) => files + part.files, 0),
  bytes: parts.reduce((bytes, part) => bytes + part.bytes, 0),
});

/** A file, or all files below a folder; what is not there, or goes away meanwhile, counts as nothing. */
async function held(path: string): Promise<FilesHeld> {
  const found = await stat(path).catch(() => null);
  if (!found) return { files: 0, bytes: 0 };
  if (!found.isDirectory()) return { files: 1, bytes: found.size };
  const names = await readdir(path).catch(() => []);
  return sum(await Promise.all(names.map((name) => held(join(path, name)))));
}
