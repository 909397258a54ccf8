// Blink's ids mean a clip only together with the list they came in, and sometimes not even then (protocol §4.5).
import { expect, test } from 'vitest';
import { ClipFlag } from '../../../../preload/contract.ts';
import { deleting } from './deleting.ts';

test('ids that were renumbered after the clips were saved: the chosen ones leave', () =>
  deleting(async ({ home, app, gone }) => {
    const chosen = home.cloud.truth().slice(0, 2);
    home.cloud.control({ renumber: {} });
    expect(await app.delete(chosen.map((row) => app.keyOf(row)))).toMatchObject({ deleted: 2, kept: [] });
    expect(gone().map(({ sha256 }) => sha256)).toEqual(chosen.map(({ sha256 }) => sha256));
  }));

test('ids that were permuted after the clips were saved: the chosen ones leave', () =>
  deleting(async ({ home, app, gone }) => {
    const chosen = home.cloud.truth().slice(0, 2);
    home.cloud.control({ permute: {} });
    expect(await app.delete(chosen.map((row) => app.keyOf(row)))).toMatchObject({ deleted: 2, kept: [] });
    expect(gone().map(({ sha256 }) => sha256)).toEqual(chosen.map(({ sha256 }) => sha256));
  }));

test('a module that permutes its ids at every list still deletes the chosen clips', () =>
  deleting(async ({ home, app, gone }) => {
    home.cloud.control({ fault: { faults: 'permute:1' } });
    const chosen = home.cloud.truth().slice(1, 3);
    expect(await app.delete(chosen.map((row) => app.keyOf(row)))).toMatchObject({ deleted: 2, kept: [] });
    expect(gone().map(({ sha256 }) => sha256)).toEqual(chosen.map(({ sha256 }) => sha256));
  }));

test('a module that renumbers its clips at every list still deletes the chosen ones', () =>
  deleting(async ({ home, app, gone }) => {
    home.cloud.control({ fault: { faults: 'renumber:1' } });
    const chosen = home.cloud.truth().slice(1, 3);
    expect(await app.delete(chosen.map((row) => app.keyOf(row)))).toMatchObject({ deleted: 2, kept: [] });
    expect(gone().map(({ sha256 }) => sha256)).toEqual(chosen.map(({ sha256 }) => sha256));
  }));

test('a module that renumbers in the middle fails at one clip, which stays; no other leaves for it', () =>
  deleting(
    async ({ app, keys, gone }) => {
      expect(await app.delete(keys.slice(0, 3))).toMatchObject({
        state: 'done',
        deleted: 2,
        kept: [{ why: 'still-listed', clips: 1 }],
      });
      expect(gone()).toHaveLength(2);
    },
    {},
    {
      onDelete(send, nth, cloud) {
        if (nth === 2) cloud.control({ renumber: {} });
        return send();
      },
    },
  ));

test('ids permuted in the middle of a batch: the clip that leaves in place of another stops everything, and it is said', () =>
  deleting(
    async ({ app, keys, requests }) => {
      expect(await app.delete(keys.slice(0, 3))).toMatchObject({ state: 'stopped', stoppedBy: 'stranger' });
      expect(requests()).toBeLessThanOrEqual(3);
    },
    { clips: 12 },
    {
      onDelete(send, nth, cloud) {
        if (nth === 1) cloud.control({ permute: {} });
        return send();
      },
    },
  ));

test('after that nothing more is asked for, until the person wants it anew', () =>
  deleting(
    async ({ app, keys, requests }) => {
      await app.delete(keys.slice(0, 3));
      const before = requests();
      await app.list();
      expect(requests()).toBe(before);
      const rest = keys.filter((key) => ((app.library.row(key)?.flags ?? 0) & ClipFlag.onDrive) !== 0).slice(0, 1);
      expect(await app.delete(rest)).toMatchObject({ state: 'done', stoppedBy: null, total: 1, deleted: 1 });
    },
    { clips: 12 },
    {
      onDelete(send, nth, cloud) {
        if (nth === 1) cloud.control({ permute: {} });
        return send();
      },
    },
  ));

test('a clip that the phone deletes meanwhile looks the same, so that it stops too', () =>
  deleting(
    async ({ app, keys }) => {
      expect(await app.delete(keys.slice(0, 2))).toMatchObject({ state: 'stopped', stoppedBy: 'stranger', deleted: 2 });
      const stories = await Promise.all(keys.map((key) => app.library.storyOf(key)));
      expect(stories.filter(({ events }) => events.at(-1)?.event.kind === 'left-drive')).toHaveLength(1);
    },
    {},
    {
      onDelete(send, nth, cloud) {
        const [oldest] = cloud.truth();
        if (nth === 2 && oldest) cloud.control({ remove: { sha256: [oldest.sha256] } });
        return send();
      },
    },
  ));

test('a clip that the phone deleted before is no reason to stop', () =>
  deleting(async ({ home, app, keys }) => {
    const [oldest] = home.cloud.truth();
    home.cloud.control({ remove: { sha256: [oldest?.sha256 ?? ''] } });
    expect(await app.delete(keys.slice(0, 2))).toMatchObject({ state: 'done', deleted: 2 });
  }));

test('a permuted drive with unsaved clips: only the chosen ones leave, and the unsaved ones can still be saved', () =>
  deleting(async ({ home, app, keys }) => {
    home.cloud.control({ record: { listedAfterMs: 0 } });
    home.cloud.control({ permute: {} });
    expect(await app.delete(keys)).toMatchObject({ state: 'done', deleted: 4, kept: [] });
    await app.save();
    home.expectAllSaved();
  }));
