// Which drives are offered, where each system shows what is plugged in.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pluggedDrives } from '../../../../main/saving/index.ts';
import { temporaryFolder } from '../../library/room.ts';

/** A computer with these folders. */
async function computer(...folders: readonly string[]): Promise<string> {
  const root = await temporaryFolder();
  for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
  return `${root}/`;
}

const named = async (platform: NodeJS.Platform, root: string) =>
  (await pluggedDrives({ platform, user: 'someone', root })).map(({ name, looksLikeBlink }) => [name, looksLikeBlink]);

test('on Linux below the person’s own media folders and /mnt; one with Blink’s folder first, then by name', async () => {
  const root = await computer(
    'media/someone/ALBUMS',
    'media/someone/CAM/blink_backups',
    'media/another/THEIRS',
    'run/media/someone/BACKUP',
    'mnt/nas',
  );
  expect(await named('linux', root)).toEqual([
    ['CAM', true],
    ['ALBUMS', false],
    ['BACKUP', false],
    ['nas', false],
  ]);
  const [first] = await pluggedDrives({ platform: 'linux', user: 'someone', root });
  expect(first?.path).toBe(join(root, 'media/someone/CAM'));
});

test('on macOS below /Volumes, where the computer’s own disk is a link and is not offered', async () => {
  const root = await computer('Volumes/BLINK/Blink');
  symlinkSync('/', join(root, 'Volumes/Macintosh HD'));
  writeFileSync(join(root, 'Volumes/.metadata'), '');
  expect(await named('darwin', root)).toEqual([['BLINK', true]]);
});

test('on Windows by their letters, but for floppy disks and the computer’s own', async () => {
  const root = await computer('A:\\', 'C:\\', 'D:\\', 'E:\\/blink');
  expect(await named('win32', root)).toEqual([
    ['E:\\', true],
    ['D:\\', false],
  ]);
});

test('a computer without any offers none', async () => {
  const root = await computer();
  expect(await named('linux', root)).toEqual([]);
  expect(await named('darwin', root)).toEqual([]);
  expect(await named('win32', root)).toEqual([]);
});
