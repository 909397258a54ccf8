// Clips that are safely saved leave the drive when a person wants it, and only those.
import { expect, test } from 'vitest';
import { deleting } from './deleting.ts';

test('a saved clip is deleted from the drive, and stays in the folder', () =>
  deleting(async ({ app, keys: [first], gone, requests }) => {
    expect(await app.delete(first ? [first] : [])).toMatchObject({ state: 'done', total: 1, deleted: 1, kept: [] });
    expect(gone()).toHaveLength(1);
    expect(requests()).toBe(1);
  }));
