import { expect, test } from 'vitest';
import { chooseClips } from '../../../main/command-line/choose.ts';
import { isFetchable } from '../../../main/command-line/save.ts';
import { ClipFlag, type Clips, type ModuleId } from '../../../preload/contract.ts';

const everything = { camera: null, sinceMs: null, unsavedOnly: false, limit: null };

/** One clip a second, with these flags. */
const clips = (...flags: number[]): Clips => ({
  revision: 1,
  columns: {
    key: Uint32Array.from(flags, (_, at) => at + 1),
    camera: new Uint16Array(flags.length),
    recordedAtS: Uint32Array.from(flags, (_, at) => at),
    sizeKiB: new Uint32Array(flags.length),
    lengthMs: new Uint32Array(flags.length),
    flags: Uint16Array.from(flags),
  },
  cameras: [{ name: 'Front gate', moduleId: 62002 as ModuleId, cameraId: null }],
});

test('what left the drive is listed, but saving it is not tried: it can come from nowhere', () => {
  const home = clips(ClipFlag.onDrive, 0, ClipFlag.saved, ClipFlag.cached, ClipFlag.onDrive | ClipFlag.saved);
  expect(chooseClips(home, everything)).toMatchObject({ keys: [5, 4, 3, 2, 1] });
  expect(chooseClips(home, everything, { mayMean: isFetchable })).toMatchObject({ keys: [5, 4, 1] });
});

test('a limit counts only what can be saved', () => {
  const home = clips(ClipFlag.onDrive, ClipFlag.onDrive, 0, 0);
  expect(chooseClips(home, { ...everything, limit: 1 }, { mayMean: isFetchable })).toMatchObject({ keys: [2] });
});

test('a camera that is left out is meant only where it is named; its unsaved clips are counted', () => {
  const home = clips(ClipFlag.onDrive, ClipFlag.saved, ClipFlag.onDrive);
  const leftOut = ['Front gate'];
  expect(chooseClips(home, everything, { leftOut })).toEqual({ kind: 'clips', keys: [], leftOut: 2 });
  expect(chooseClips(home, { ...everything, camera: 'front gate' }, { leftOut })).toEqual({
    kind: 'clips',
    keys: [3, 2, 1],
    leftOut: 0,
  });
});
