// The last picture of each camera, asked of the cloud once and kept: stands in for clips that have no poster yet.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../preload/contract.ts';
import { writeFileAtomically } from '../atomic-file.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { isJpeg } from './jpeg.ts';

export interface CameraPictureParts {
  /** `cameras/` in it is used, with a folder for each account; it must exist. */
  readonly profile: string;
  /** Whose cameras are shown; null: nobody's. */
  readonly account: () => number | null;
  /** The picture's path at Blink's, which changes with the picture; null: none, or not known now. */
  readonly pathOf: (cameraId: number) => string | null;
  readonly fetch: (path: string) => Promise<Result<Uint8Array | null>>;
  readonly clock: Clock;
  readonly log: Log;
}

export type CameraPicture = (cameraId: number) => Promise<Uint8Array<ArrayBuffer> | null>;

/** A picture that could not be had is asked for again after this long at the earliest. */
const patienceMs = 5 * 60_000;

/** Gives the newest picture that can be had, else the last one kept, else null. Never rejects. */
export function cameraPictures({ profile, account, pathOf, fetch, clock, log }: CameraPictureParts): CameraPicture {
  const inHand = new Map<string, Promise<Uint8Array<ArrayBuffer> | null>>();
  const failedAtMs = new Map<string, number>();

  async function newest(cameraId: number, folder: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const path = pathOf(cameraId);
    if (path === null) return anyKept(cameraId, folder);
    const name = `${cameraId}-${createHash('sha256').update(path).digest('hex').slice(0, 12)}.jpg`;
    const kept = await readPicture(join(folder, name));
    if (kept) return kept;
    const fetched = await fetchPatiently(path);
    if (!fetched) return anyKept(cameraId, folder);
    await keep(cameraId, folder, name, fetched);
    return fetched;
  }

  async function fetchPatiently(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const failedAt = failedAtMs.get(path) ?? Number.NEGATIVE_INFINITY;
    if (clock.now() - failedAt < clock.span(patienceMs)) return null;
    const answer = await fetch(path);
    if (answer.ok && answer.value && isJpeg(answer.value)) return new Uint8Array(answer.value);
    failedAtMs.set(path, clock.now());
    return null;
  }

  return (cameraId) => {
    const accountId = account();
    if (accountId === null) return Promise.resolve(null);
    const folder = join(profile, 'cameras', String(accountId));
    const id = `${accountId} ${cameraId}`;
    const asked = inHand.get(id);
    if (asked) return asked;
    const answer = newest(cameraId, folder)
      .catch((error: unknown) => {
        log.warn(`no picture of camera ${cameraId}`, error);
        return null;
      })
      .finally(() => inHand.delete(id));
    inHand.set(id, answer);
    return answer;
  };
}

async function keep(cameraId: number, folder: string, name: string, picture: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFileAtomically(join(folder, name), picture);
  const older = (await namesOf(cameraId, folder)).filter((other) => other !== name);
  await Promise.all(older.map((other) => rm(join(folder, other), { force: true })));
}

const namesOf = async (cameraId: number, folder: string) =>
  (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(`${cameraId}-`));

async function anyKept(cameraId: number, folder: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const [name] = (await namesOf(cameraId, folder)).filter((other) => other.endsWith('.jpg'));
  return name === undefined ? null : readPicture(join(folder, name));
}

const readPicture = async (file: string): Promise<Uint8Array<ArrayBuffer> | null> => {
  const bytes = await readFile(file).catch(() => null);
  return bytes && isJpeg(bytes) ? new Uint8Array(bytes) : null;
};
