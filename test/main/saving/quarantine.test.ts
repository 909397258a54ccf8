import fs, { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Copy } from '../../../main/library/index.ts';
import { hashOf } from '../../../main/saving/index.ts';
import { putAside } from '../../../main/saving/quarantine.ts';
import type { ClipKey } from '../../../preload/contract.ts';
import { filesIn } from '../../electron/compare-folder.ts';
import { temporaryFolder } from '../library/room.ts';

async function doubtful(content: string) {
  const folder = { id: 'f0c1a5e2', path: await temporaryFolder() };
  const quarantine = join(await temporaryFolder(), 'quarantine');
  const copy: Copy = {
    key: 7 as ClipKey, // as the index would count
    folderId: folder.id,
    path: 'Front gate/clip.mp4',
    bytes: content.length,
    sha256: '',
    lengthMs: null,
    state: 'doubtful',
    pair: { manifestId: '5120', clipId: '1' },
    savedAtMs: 0,
  };
  const file = join(folder.path, copy.path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  return { folder, quarantine, file, copy: { ...copy, sha256: (await hashOf(file)) ?? '' } };
}

test('a doubtful file is kept in the quarantine and leaves the folder', async () => {
  const { folder, quarantine, file, copy } = await doubtful('a clip');
  await putAside(copy, folder, quarantine);
  const [aside = ''] = filesIn(quarantine);
  expect(await readFile(join(quarantine, aside), 'utf8')).toBe('a clip');
  expect(aside).toMatch(/^7 .*clip\.mp4$/);
  await expect(stat(file)).rejects.toThrow('ENOENT');
});

test('two doubtful files of one clip are both kept', async () => {
  const { folder, quarantine, file, copy } = await doubtful('a clip');
  await putAside(copy, folder, quarantine);
  await writeFile(file, 'another');
  await putAside({ ...copy, sha256: (await hashOf(file)) ?? '' }, folder, quarantine);
  expect(await readdir(quarantine)).toHaveLength(2);
});

test('a file that cannot be removed now is told as a problem, and stays', async () => {
  const { folder, quarantine, file, copy } = await doubtful('a clip');
  const refused = vi.spyOn(fs, 'rm').mockRejectedValue(Object.assign(new Error('EACCES'), { code: 'EACCES' }));
  onTestFinished(() => refused.mockRestore());
  expect(await putAside(copy, folder, quarantine)).toMatchObject({ kind: 'folder-read-only' });
  expect(await readFile(file, 'utf8')).toBe('a clip');
});

test('a file that the person changed meanwhile is left alone', async () => {
  const { folder, quarantine, file, copy } = await doubtful('a clip');
  await writeFile(file, 'changed');
  await putAside(copy, folder, quarantine);
  expect(await readFile(file, 'utf8')).toBe('changed');
});

test('a file that is gone already is nothing to put aside', async () => {
  const { folder, quarantine, copy } = await doubtful('a clip');
  await putAside({ ...copy, path: 'Front gate/other.mp4' }, folder, quarantine);
  await expect(readdir(quarantine)).rejects.toThrow('ENOENT');
});
