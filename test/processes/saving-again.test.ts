// `cliptray save`, started again after it was killed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startCloud } from '../blink-cloud/running.ts';
import { clipsIn, startSaving } from '../cliptray.ts';
import { end } from '../desktop/process.ts';
import { compareFolder } from '../electron/compare-folder.ts';

test('what an earlier run has begun is gone on with, though Blink is away when the next one starts', async () => {
  await using toEnd = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'cliptray-again-'));
  toEnd.defer(() => rmSync(folder, { recursive: true }));
  const cloud = await startCloud(folder, '--clips', '6', '--speed', '20');
  toEnd.defer(() => cloud.end());
  const first = startSaving(cloud, folder, 'full', 20);
  toEnd.defer(() => end(first.child));
  await first.said('saved');
  first.child.kill('SIGKILL');
  await first.ended;

  await cloud.control({ offline: { ms: 3_600_000 } });
  const second = startSaving(cloud, folder, 'full', 20);
  toEnd.defer(() => end(second.child));
  await second.said('waiting');
  await cloud.control({ offline: { ms: 0 } });
  expect(await second.ended).toBe(0);
  expect(compareFolder(clipsIn(folder), await cloud.truth())).toEqual({ equal: 6, differences: [] });
});
