import { expect, test } from 'vitest';
import { ClipFlag } from '../../../preload/contract.ts';
import { placeOf } from '../../../renderer/messages/index.ts';

const { onDrive, saved, cached, removedByYou, seen, queued } = ClipFlag;

test.each([
  ['on the drive', onDrive | seen | queued, 'on-drive'],
  ['saved, and still on the drive', onDrive | saved | cached, 'saved'],
  ['saved, gone from the drive', saved, 'only-here'],
  ['played, not saved', onDrive | cached, 'cached'],
  ['deleted from the folder, and still on the drive', onDrive | removedByYou, 'removed-by-you'],
  ['deleted from the folder, and gone from the drive', removedByYou, 'removed-by-you'],
  ['nowhere any more', seen, 'gone'],
])('%s', (_story, flags, place) => {
  expect(placeOf(flags)).toBe(place);
});
