// The folder that clips are saved into: its marker, whether it can be used now, and how much room it has.
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Problem, Result } from '../../../preload/contract.ts';
import { problem, succeeded } from '../../problem.ts';
import { syncFolder } from '../../sync-folder.ts';
import { codeOf } from '../../system-error.ts';
import { makeFolders, makeLastingFolders } from './make-folders.ts';

/** A folder chosen once; known again by the id in its marker file, wherever it is mounted. */
export interface ChosenFolder {
  readonly id: string;
  /** Absolute. */
  readonly path: string;
}

const markerName = '.cliptray-folder';
const partialsName = '.cliptray-partial';

/** Where unfinished files of this folder lie: on its own volume, so that a link can name them. */
export const partialsOf = (folder: ChosenFolder) => path.join(folder.path, partialsName);

/**
 * Takes a folder into use: makes its marker, or adopts the one that is there. Nothing in it is touched. `lostId`: of a
 * folder without a marker; null: it never had one.
 */
export async function chooseFolder(
  folderPath: string,
  lostId: (folderPath: string) => Promise<string | null> = async () => null,
): Promise<Result<ChosenFolder>> {
  const absolute = path.resolve(folderPath);
  try {
    await makeLastingFolders(absolute);
    const marked = await readMarker(absolute);
    const folder = { id: marked ?? (await lostId(absolute)) ?? randomUUID(), path: absolute };
    if (marked === null) await writeMarker(folder);
    await makePartials(folder);
    return succeeded(folder);
  } catch (error) {
    return { ok: false, problem: folderProblem(error, absolute) };
  }
}

/** A folder that was chosen before, by its marker; null: it has none, or cannot be read. */
export async function findFolder(folderPath: string): Promise<ChosenFolder | null> {
  const absolute = path.resolve(folderPath);
  const id = await readMarker(absolute).catch(() => null);
  return id === null ? null : { id, path: absolute };
}

/** What keeps clips from being saved now, and what `freeBytesIn` says. */
export interface FolderState {
  readonly problem: Problem | null;
  readonly freeBytes: number | null;
}

export async function lookInto(folder: ChosenFolder, reserveBytes: number): Promise<FolderState> {
  const refusal = await refusalOf(folder);
  const freeBytes = await freeBytesIn(folder.path, reserveBytes);
  const isFull = freeBytes !== null && freeBytes < 0;
  return { problem: refusal ?? (isFull ? problem('disk-full', { subject: folder.path }) : null), freeBytes };
}

export const checkFolder = async (folder: ChosenFolder, reserveBytes: number): Promise<Problem | null> =>
  (await lookInto(folder, reserveBytes)).problem;

/** A missing marker means an unmounted volume, never an emptied folder. */
async function refusalOf(folder: ChosenFolder): Promise<Problem | null> {
  try {
    if ((await readMarker(folder.path)) !== folder.id) return problem('folder-missing', { subject: folder.path });
    await makePartials(folder);
    await fs.access(partialsOf(folder), constants.W_OK);
    return null;
  } catch (error) {
    return folderProblem(error, folder.path);
  }
}

/** The folder itself is not made: it may go away at any moment, and nothing may stand in its place when it is back. */
const makePartials = (folder: ChosenFolder) => makeFolders(partialsOf(folder), folder.path);

/** Free and total bytes of the volume that the folder is on, or would be made on; null where the system does not say. */
export async function roomIn(folderPath: string): Promise<{ freeBytes: number; totalBytes: number } | null> {
  try {
    const { bavail, blocks, bsize } = await fs.statfs(folderPath);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch (error) {
    const above = path.dirname(folderPath);
    return codeOf(error) === 'ENOENT' && above !== folderPath ? roomIn(above) : null;
  }
}

/** Bytes that may still be saved there; below 0: some of the reserve is taken. Null where the system does not say. */
export async function freeBytesIn(folderPath: string, reserveBytes: number): Promise<number | null> {
  const room = await roomIn(folderPath);
  return room && room.freeBytes - Math.min(reserveBytes, room.totalBytes / 20);
}

/** Removes what a killed run left unfinished. Only the owner of the profile may call this. */
export async function clearPartials(folder: ChosenFolder): Promise<void> {
  for (const name of await fs.readdir(partialsOf(folder)).catch(() => [])) {
    await fs.rm(path.join(partialsOf(folder), name), { force: true });
  }
}

/** At the end of a run the folder holds clips and its marker, nothing else. */
export async function removePartials(folder: ChosenFolder): Promise<void> {
  if ((await readMarker(folder.path).catch(() => null)) !== folder.id) return; // another volume stands there
  await clearPartials(folder); // one that went away and came back holds what was arriving then
  await fs.rmdir(partialsOf(folder)).catch(() => undefined);
}

/** Without it the folder would count as away, and every clip in it as not saved: it has to survive a power cut. */
async function writeMarker(folder: ChosenFolder): Promise<void> {
  const handle = await fs.open(path.join(folder.path, markerName), 'w');
  try {
    await handle.writeFile(`${folder.id}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(folder.path);
}

/** Null: there is none, or a power cut came while it was written. */
async function readMarker(folderPath: string): Promise<string | null> {
  try {
    const id = (await fs.readFile(path.join(folderPath, markerName), 'utf8')).trim();
    return /^[\w-]+$/.test(id) ? id : null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** What an error of the file system means to a person. */
export function folderProblem(error: unknown, folderPath: string): Problem {
  const code = codeOf(error);
  const facts = { subject: folderPath, details: error instanceof Error ? error.message : String(error) };
  if (code === 'ENOSPC' || code === 'EDQUOT') return problem('disk-full', facts);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return problem('folder-read-only', facts);
  if (code === 'ENAMETOOLONG') return problem('name-too-long', facts);
  return problem('folder-missing', facts);
}
