// The disk refuses one step of one clip: that costs no clip, and leaves nothing behind.
import fs, { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { FolderWatch } from '../../../../main/saving/folder/folder-watch.ts';
import { chooseFolder } from '../../../../main/saving/index.ts';
import { virtualClock } from '../../../virtual-clock.ts';
import { given } from '../../blink/connected.ts';
import { temporaryFolder } from '../../library/room.ts';
import { household, saveUntil } from '../household.ts';

const fileError = (code: string) => Object.assign(new Error(code), { code });

/** The next such call on a clip's way is refused. */
function refuseOnce(step: 'mkdir' | 'link' | 'unlink', code: string): void {
  const refused = vi.spyOn(fs, step).mockRejectedValueOnce(fileError(code));
  onTestFinished(() => refused.mockRestore());
}

/** Of the next file that a clip is received into, or of the next folder that is opened, this is refused. */
function refuseHandleOnce(of: 'file' | 'folder', step: 'write' | 'sync' | 'utimes', code: string): void {
  const { open } = fs;
  let isOver = false;
  const opened = vi.spyOn(fs, 'open').mockImplementation(async (file, flags) => {
    const handle = await open(file, flags);
    const isIt = of === 'file' ? flags === 'wx+' : (await handle.stat()).isDirectory();
    if (isIt && !isOver) {
      isOver = true;
      vi.spyOn(handle, step).mockRejectedValueOnce(fileError(code));
    }
    return handle;
  });
  onTestFinished(() => opened.mockRestore());
}

test.each([
  { refusal: 'a write with EIO', refuse: () => refuseHandleOnce('file', 'write', 'EIO') },
  { refusal: 'a write with EDQUOT', refuse: () => refuseHandleOnce('file', 'write', 'EDQUOT') },
  { refusal: 'a sync with EIO', refuse: () => refuseHandleOnce('file', 'sync', 'EIO') },
  { refusal: 'a sync with ENOSPC', refuse: () => refuseHandleOnce('file', 'sync', 'ENOSPC') },
  { refusal: 'a time with EACCES', refuse: () => refuseHandleOnce('file', 'utimes', 'EACCES') },
  { refusal: 'the sync of a folder with EIO', refuse: () => refuseHandleOnce('folder', 'sync', 'EIO') },
  {
    refusal: 'the sync of a folder, for there is no such thing',
    refuse: () => refuseHandleOnce('folder', 'sync', 'EINVAL'),
  },
  { refusal: 'a link with EIO', refuse: () => refuseOnce('link', 'EIO') },
  { refusal: 'a link with EACCES', refuse: () => refuseOnce('link', 'EACCES') },
  { refusal: 'a link with ENOSPC', refuse: () => refuseOnce('link', 'ENOSPC') },
  { refusal: 'a folder with EACCES', refuse: () => refuseOnce('mkdir', 'EACCES') },
  { refusal: 'a folder with ENOSPC', refuse: () => refuseOnce('mkdir', 'ENOSPC') },
  { refusal: 'to remove the unfinished name, with EIO', refuse: () => refuseOnce('unlink', 'EIO') },
])('$refusal', async ({ refuse }) => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    const app = await home.start();
    const { saved } = await saveUntil(app, 1);
    refuse();
    expect(await saved).toMatchObject([{ state: 'done', saved: 4, failed: 0 }]);
    await app.quit();
    home.expectAllSaved();
    expect(await readdir(home.folder)).not.toContain('.cliptray-partial');
  });
});

test('a folder that loses its marker is waited for, until it has it again', async () => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    const app = await home.start();
    const { saved } = await saveUntil(app, 1);
    const marker = join(home.folder, '.cliptray-folder');
    const id = await fs.readFile(marker, 'utf8');
    await rm(marker);
    await app.until(() => app.saving.folderProblem?.kind === 'folder-missing');
    await home.clock.sleep(3_600_000);
    await fs.writeFile(marker, id);
    expect(await saved).toMatchObject([{ state: 'done', saved: 4, failed: 0 }]);
    home.expectAllSaved();
  });
});

test('a folder that lost its marker and is chosen again is known by its clips, and its job goes on', async () => {
  const home = await household({ clips: 8 });
  await home.tell(async () => {
    const app = await home.start();
    const { saved } = await saveUntil(app, 2);
    await rm(join(home.folder, '.cliptray-folder'));
    await app.until(() => app.saving.folderProblem?.kind === 'folder-missing');
    await app.saving.useFolder(given(await app.saving.chooseFolder(home.folder)));
    expect(await saved).toMatchObject([{ state: 'done', saved: 8, failed: 0 }]);
    home.expectAllSaved();
  });
});

test('what is chosen in the place of a folder that is away is another folder', async () => {
  const home = await household({ clips: 8 });
  await home.tell(async () => {
    const app = await home.start();
    const { saved } = await saveUntil(app, 2);
    await fs.rename(home.folder, `${home.folder} on a shelf`);
    await app.until(() => app.saving.folderProblem?.kind === 'folder-missing');
    const other = given(await app.saving.chooseFolder(home.folder));
    await app.saving.useFolder(other);
    expect(app.saving.jobs()).toMatchObject([{ problem: { kind: 'folder-missing' } }]);
    expect((await app.copies()).map(({ folderId }) => folderId)).not.toContain(other.id);
    await rm(home.folder, { recursive: true });
    await fs.rename(`${home.folder} on a shelf`, home.folder);
    await app.saving.useFolder(given(await app.saving.chooseFolder(home.folder)));
    expect(await saved).toMatchObject([{ state: 'done', saved: 8, failed: 0 }]);
    home.expectAllSaved();
  });
});

test('a marker that a power cut left empty is none, and another is made', async () => {
  const place = await temporaryFolder();
  await fs.writeFile(join(place, '.cliptray-folder'), '');
  const { id } = given(await chooseFolder(place));
  expect(id).toMatch(/^[\da-f-]{36}$/);
  expect(given(await chooseFolder(place)).id).toBe(id);
});

test('a network folder that hangs is a problem in time, and none when it answers', async () => {
  const folder = given(await chooseFolder(await temporaryFolder()));
  const virtual = virtualClock();
  const clock = { ...virtual, busy: <Value>(work: Promise<Value>) => work }; // nobody waits for a disk that hangs
  let answer = () => {};
  const { readFile } = fs;
  const hanging = vi.spyOn(fs, 'readFile').mockImplementation(async (...args) => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return readFile(...args);
  });
  onTestFinished(() => hanging.mockRestore());
  let changed = () => {};
  const watch = new FolderWatch(folder, {
    clock,
    reserveBytes: 0,
    restore: async () => undefined,
    onChange: () => changed(),
  });
  expect(await virtual.run(watch.usable())).toBeNull();
  expect(watch.problem).toMatchObject({ kind: 'folder-missing', details: 'it does not answer' });
  expect(hanging).toHaveBeenCalledOnce();
  const isBack = new Promise<void>((resolve) => {
    changed = () => watch.isReady && resolve();
  });
  hanging.mockRestore();
  answer();
  await isBack;
  expect(watch.problem).toBeNull();
  await virtual.run(watch.close());
});
