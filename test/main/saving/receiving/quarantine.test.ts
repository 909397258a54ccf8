import fs, { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Copy } from '../../../../main/library/index.ts';
import { hashOf } from '../../../../main/saving/index.ts';
import { Quarantine } from '../../../../main/saving/receiving/quarantine.ts';
import type { ClipKey } from '../../../../preload/contract.ts';
import { filesIn } from '../../../electron/compare-folder.ts';
import { virtualClock } from '../../../virtual-clock.ts';
import { pass, temporaryFolder } from '../../library/room.ts';

async function doubtful(content: string) {
  const folder = { id: 'f0c1a5e2', path: await temporaryFolder() };
  const clock = virtualClock();
  const place = join(await temporaryFolder(), 'quarantine');
  const quarantine = new Quarantine(place, clock);
  const copy: Copy = {
    key: 7 as ClipKey, // as the index would count
    folderId: folder.id,
    path: 'Front gate/clip.mp4',
    bytes: content.length,
    sha256: '',
    lengthMs: null,
    state: 'doubtful',
    pair: { manifestId: '5120', clipId: '1' },
    proof: 'fetched',
    savedAtMs: 0,
  };
  const file = join(folder.path, copy.path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  return { folder, clock, place, quarantine, file, copy: { ...copy, sha256: (await hashOf(file)) ?? '' } };
}

test('a doubtful file is kept in the quarantine and leaves the folder', async () => {
  const { folder, place, quarantine, file, copy } = await doubtful('a clip');
  await quarantine.putAside(copy, folder);
  const [aside = ''] = filesIn(place);
  expect(await readFile(join(place, aside), 'utf8')).toBe('a clip');
  expect(aside).toMatch(/^7 .*clip\.mp4$/);
  await expect(stat(file)).rejects.toThrow('ENOENT');
});

test('two doubtful files of one clip are both kept', async () => {
  const { folder, place, quarantine, file, copy } = await doubtful('a clip');
  await quarantine.putAside(copy, folder);
  await writeFile(file, 'another');
  await quarantine.putAside({ ...copy, sha256: (await hashOf(file)) ?? '' }, folder);
  expect(await readdir(place)).toHaveLength(2);
});

test('a file that cannot be removed now is told as a problem, and stays', async () => {
  const { folder, quarantine, file, copy } = await doubtful('a clip');
  const refused = vi.spyOn(fs, 'rm').mockRejectedValue(Object.assign(new Error('EACCES'), { code: 'EACCES' }));
  onTestFinished(() => refused.mockRestore());
  expect(await quarantine.putAside(copy, folder)).toMatchObject({ kind: 'folder-read-only' });
  expect(await readFile(file, 'utf8')).toBe('a clip');
});

test('a file that the person changed meanwhile is left alone', async () => {
  const { folder, quarantine, file, copy } = await doubtful('a clip');
  await writeFile(file, 'changed');
  await quarantine.putAside(copy, folder);
  expect(await readFile(file, 'utf8')).toBe('changed');
});

test('a file that is gone already is nothing to put aside', async () => {
  const { folder, place, quarantine, copy } = await doubtful('a clip');
  await quarantine.putAside({ ...copy, path: 'Front gate/other.mp4' }, folder);
  await expect(readdir(place)).rejects.toThrow('ENOENT');
});

test('what was put aside a month ago goes, and nothing before that', async () => {
  const { folder, clock, place, quarantine, file, copy } = await doubtful('a clip');
  await quarantine.putAside(copy, folder);
  await pass(clock, 20 * 86_400_000);
  await writeFile(file, 'another');
  await quarantine.putAside({ ...copy, sha256: (await hashOf(file)) ?? '' }, folder);
  await quarantine.forgetOld();
  expect(await readdir(place)).toHaveLength(2);
  await pass(clock, 11 * 86_400_000);
  await quarantine.forgetOld();
  const [aside = '', ...others] = filesIn(place);
  expect(await readFile(join(place, aside), 'utf8')).toBe('another');
  expect(others).toEqual([]);
});
