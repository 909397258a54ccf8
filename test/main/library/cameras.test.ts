import { describe, expect, test } from 'vitest';
import type { CameraFacts, ModuleFacts, NetworkFacts } from '../../../main/blink/index.ts';
import type { Library } from '../../../main/library/index.ts';
import type { NetworkId } from '../../../preload/contract.ts';
import { keyAt, keys, moduleId, openRoom, pass, row, temporaryFolder } from './room.ts';

const networkId = 51001 as NetworkId;
const network: NetworkFacts = { id: networkId, name: 'Cabin', timeZone: 'Europe/Vienna' };
const module: ModuleFacts = {
  id: moduleId,
  networkId,
  name: 'Hallway module',
  online: true,
  drive: 'active',
  localStorageEnabled: true,
  localStorageCompatible: true,
};
const camera = (id: number, name: string): CameraFacts => ({
  id,
  networkId,
  name,
  type: 'catalina',
  picturePath: null,
});
const names = (library: Library) => library.clips().cameras.map(({ name, cameraId }) => [name, cameraId]);

describe('a camera', () => {
  test('has its full name where the manifest’s can mean no other', async () => {
    const { library, list } = await openRoom(await temporaryFolder());
    await library.putSystems([network], [module], [camera(1, '1-Haustür'), camera(2, 'Front gate')]);

    await list('5120', [row(1, { camera_name: '1Haustr' }), row(2, { camera_name: 'Frontgate' })]);

    expect(names(library)).toEqual([
      ['1-Haustür', 1],
      ['Front gate', 2],
    ]);
    expect(library.nameOf(keyAt(library, 2))).toBe('Front gate/2026-02-03/2026-02-03 19.02.31 Front gate.mp4');
  });

  test('that is unknown, removed, or collides with another keeps the manifest’s name', async () => {
    const { library, list } = await openRoom(await temporaryFolder());
    await library.putSystems([network], [module], [camera(1, 'Front gate'), camera(2, 'Front-Gate')]);

    await list('5120', [row(1, { camera_name: 'Frontgate' }), row(2, { camera_name: 'Oldshed' })]);

    expect(names(library)).toEqual([
      ['Frontgate', null],
      ['Oldshed', null],
    ]);
  });

  test('of another system with the same name is another camera', async () => {
    const { library, list } = await openRoom(await temporaryFolder());
    const elsewhere = { ...camera(9, 'Front gate'), networkId: 51002 as NetworkId };
    await library.putSystems([network], [module], [elsewhere]);

    await list('5120', [row(1)]);

    expect(names(library)).toEqual([['Frontgate', null]]);
  });

  test('gets its full name when Blink says it, and everyone is told', async () => {
    const { library, list, clock } = await openRoom(await temporaryFolder());
    await list('5120', [row(1)]);
    await pass(clock);
    const told: unknown[] = [];
    library.onPatch((patch) => told.push(patch.cameras?.map(({ name }) => name)));

    await library.putSystems([network], [module], [camera(2, 'Front gate')]);

    expect(names(library)).toEqual([['Front gate', 2]]);
    expect(library.nameOf(keyAt(library, 1))).toContain('Front gate/2026-02-03/');
    expect(told).toContainEqual(['Front gate']);
  });

  test('whose name has no letter that the manifest keeps is not lost', async () => {
    const { library, list } = await openRoom(await temporaryFolder());
    await library.putSystems([network], [module], [camera(1, 'Кухня')]);

    await list('5120', [row(1, { camera_name: '' })]);

    expect(names(library)).toEqual([['Кухня', 1]]);
  });

  test('spelled in two ways is one', async () => {
    const { library, list } = await openRoom(await temporaryFolder());
    await list('5120', [row(1, { camera_name: 'Frontgate' })]);

    expect(await list('5121', [row(1, { camera_name: 'Front gate' })])).toMatchObject({ added: 0, gone: 0 });
    expect(names(library)).toEqual([['Front gate', null]]);
  });
});

describe('a renamed camera', () => {
  test('keeps its clips where the manifest gives them all the new name', async () => {
    const { library, list } = await openRoom(await temporaryFolder());
    await list('5120', [row(1), row(2), row(3), row(4, { camera_name: 'Workshop' })]);
    const before = keys(library);

    const renamed = [1, 2, 3, 5].map((id) => row(id, { camera_name: 'Driveway' }));
    const report = await list('5120', [...renamed, row(4, { camera_name: 'Workshop' })]);

    expect(report).toMatchObject({ added: 1, gone: 0 });
    expect(keys(library).slice(0, 4)).toEqual(before);
    expect(names(library)).toEqual([
      ['Driveway', null],
      ['Workshop', null],
    ]);
  });

  test('may get its old name back', async () => {
    const { library, list } = await openRoom(await temporaryFolder());
    await list('5120', [row(1), row(2)]);
    await list('5120', [row(1, { camera_name: 'Driveway' }), row(2, { camera_name: 'Driveway' })]);

    expect(await list('5120', [row(1), row(2), row(3)])).toMatchObject({ added: 1, gone: 0 });
    expect(names(library)).toEqual([['Frontgate', null]]);
  });

  test('is not recognised where the old name is still in use, or the clips are others', async () => {
    const { library, list } = await openRoom(await temporaryFolder());
    await list('5120', [row(1), row(2), row(3)]);

    const beside = [row(1), ...[2, 3].map((id) => row(id, { camera_name: 'Driveway' }))];
    expect(await list('5120', beside)).toMatchObject({ added: 2, gone: 2 });
    const others = [11, 12, 13].map((id) => row(id, { camera_name: 'Garage' }));
    expect(await list('5120', others)).toMatchObject({ added: 3, gone: 3 });
    expect(names(library)).toHaveLength(3);
  });
});
