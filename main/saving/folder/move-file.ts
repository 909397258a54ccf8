// Brings a file of ours to another name in its folder: step by step, each of which a crash may follow.
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Rename, RenameStore } from '../../library/index.ts';
import { syncFolder } from '../../sync-folder.ts';
import { codeOf } from '../../system-error.ts';
import type { ChosenFolder } from './folder.ts';
import { giveName } from './give-name.ts';
import { hashOf } from './hash-of.ts';

/** `missing`: it stands under neither name. `taken`: another file has the name that it should get. */
export type Moved = 'moved' | 'missing' | 'taken';

/** The new name on the disk, then in the index, then the old one off the disk. May throw what the disk says. */
export async function moveFile(
  rename: Rename,
  to: string,
  folder: ChosenFolder,
  store: Pick<RenameStore, 'moved' | 'left'>,
): Promise<Moved> {
  const [from, target] = [path.join(folder.path, rename.at), path.join(folder.path, to)];
  const given = await giveName(from, target, folder).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
    return 'gone';
  });
  const isThere = given === 'both' || given === 'moved' || (await isFileOf(rename, from, target));
  if (!isThere) return given === 'gone' ? 'missing' : 'taken';
  await syncFolder(path.dirname(target));
  await store.moved(rename.key, rename.folderId, to);
  await leaveName({ ...rename, at: to, leftAt: rename.at }, folder, store);
  return 'moved';
}

/** Ends a move whose new name the index knows. */
export async function leaveName(
  { key, folderId, at, leftAt }: Rename,
  folder: ChosenFolder,
  store: Pick<RenameStore, 'left'>,
): Promise<void> {
  const old = path.join(folder.path, leftAt ?? at);
  if (leftAt !== null && (await areTwoNames(old, path.join(folder.path, at)))) {
    await fs.unlink(old);
    await syncFolder(path.dirname(old));
  }
  await store.left(key, folderId);
}

/** A kill came after the name was given and before the index knew: the file stands there already. */
async function isFileOf({ sha256 }: Rename, from: string, target: string): Promise<boolean> {
  const [one, other] = [await statOf(from), await statOf(target)];
  if (!other?.isFile()) return false;
  if (one) return one.ino === other.ino && one.dev === other.dev;
  return (await hashOf(target)) === sha256;
}

/** Two names of one file; not one name in two spellings, which is what a file system without regard to case shows. */
async function areTwoNames(one: string, other: string): Promise<boolean> {
  const [a, b] = [await statOf(one), await statOf(other)];
  if (!a || !b || a.ino !== b.ino || a.dev !== b.dev) return false;
  // Some network shares count one name only: then both spellings have to be listed.
  return a.nlink > 1n || ((await isListed(one)) && (await isListed(other)));
}

const isListed = async (file: string): Promise<boolean> =>
  (await fs.readdir(path.dirname(file))).includes(path.basename(file));

/** Numbers of files may be larger than what a plain number holds exactly. */
const statOf = (file: string) =>
  fs.lstat(file, { bigint: true }).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null;
    throw error;
  });
