// The homes that can be chosen: what is in them, and what is odd about them.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openClipFiles } from './clip-file.ts';
import type { TruthRow } from './index.ts';
import type { Oddity } from './options.ts';
import { seededRandom, wholeBetween } from './random.ts';
import { bodyOf, visit } from './small-client.ts';

const home = (odd: readonly Oddity[], clips = 200) => visit({ odd, clips });

async function cameraNames({ client, clock }: ReturnType<typeof visit>): Promise<readonly string[]> {
  const answer = await clock.run(client.homescreen());
  const lists = await bodyOf<Record<'cameras' | 'owls' | 'doorbells', { name: string }[]>>(answer);
  return [...lists.cameras, ...lists.owls, ...lists.doorbells].map(({ name }) => name);
}

const groups = (rows: readonly TruthRow[], by: (row: TruthRow) => string) =>
  [...Map.groupBy(rows, by).values()].filter((group) => group.length > 1);

test('an ordinary home: every clip differs, no two of a module in one second, none from the future', () => {
  const rows = home([]).cloud.truth();
  expect(new Set(rows.map(({ sha256 }) => sha256)).size).toBe(200);
  expect(groups(rows, ({ created_at }) => created_at)).toEqual([]);
  expect(rows.every(({ created_at }) => created_at < '2026-11-23T13')).toBe(true);
  expect(
    rows.every(({ bytes, size }) => bytes >= 300 * 1024 && bytes <= 2500 * 1024 && size === Math.ceil(bytes / 1024)),
  ).toBe(true);
});

test('the same seed makes the same home', () => {
  expect(home([]).cloud.truth()).toEqual(home([]).cloud.truth());
});

describe('odd homes', () => {
  test('umlaut: a name loses a letter in the list', async () => {
    const at = home(['umlaut']);
    expect(await cameraNames(at)).toContain('1-Haustür');
    expect(at.cloud.truth()).toContainEqual(expect.objectContaining({ camera: '1-Haustür', camera_name: '1Haustr' }));
  });

  test('collide: two cameras have one name in the list', () => {
    const names = Map.groupBy(home(['collide']).cloud.truth(), ({ camera_name }) => camera_name).get('Frontgate') ?? [];
    expect(new Set(names.map(({ camera }) => camera))).toEqual(new Set(['Front gate', 'Front-gate']));
  });

  test('removed and renamed: clips of cameras that the homescreen does not know', async () => {
    const at = home(['removed', 'renamed']);
    const known = await cameraNames(at);
    const unknown = new Set(
      at.cloud
        .truth()
        .map(({ camera }) => camera)
        .filter((name) => !known.includes(name)),
    );
    expect(unknown).toEqual(new Set(['Attic window', 'Old barn door']));
    expect(known).toContain('Front gate');
  });

  test('equal-seconds: of two cameras, of one camera, and rows that differ in nothing but their bytes', () => {
    const equal = groups(home(['equal-seconds']).cloud.truth(), ({ created_at }) => created_at);
    const kinds = equal.map(([one, other]) => {
      if (one?.camera !== other?.camera) return 'two cameras';
      return one?.size === other?.size ? 'same size' : 'one camera';
    });
    expect(new Set(kinds)).toEqual(new Set(['two cameras', 'one camera', 'same size']));
    expect(new Set(equal.flat().map(({ sha256 }) => sha256)).size).toBe(equal.flat().length);
  });

  test('future: a module whose clock was wrong', () => {
    const ahead = home(['future'])
      .cloud.truth()
      .filter(({ created_at }) => created_at > '2026-11-24');
    expect(ahead).toHaveLength(4);
  });

  test('no-enabled: local storage is said to be off, and clips are there all the same', async () => {
    const at = home(['no-enabled']);
    await at.run(async () => {
      const { sync_modules } = await bodyOf<{ sync_modules: unknown[] }>(await at.client.homescreen());
      expect(sync_modules[0]).toMatchObject({ local_storage_enabled: false, local_storage_status: 'active' });
      expect((await at.list()).clips).toHaveLength(200);
    });
  });
});

test('missing-enabled: nothing is said of local storage', async () => {
  const { run, client } = visit({ odd: ['missing-enabled'] });
  await run(async () => {
    const { sync_modules } = await bodyOf<{ sync_modules: object[] }>(await client.homescreen());
    expect(sync_modules[0]).not.toHaveProperty('local_storage_enabled');
  });
});

describe('clip files', () => {
  test('of every size they are whole boxes, and the cheap hash is the true one', () => {
    const files = openClipFiles();
    const random = seededRandom(7);
    for (let round = 0; round < 40; round++) {
      const file = files.fileOf('garden-day', wholeBetween(random, 1, 5_000_000), `seed 7 ${round}`);
      const bytes = Buffer.concat(files.segments(file));
      expect(bytes.length).toBe(file.bytes);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(files.sha256(file));
      const boxes = boxesOf(bytes);
      expect(boxes).toEqual(expect.arrayContaining(['ftyp', 'moov', 'mdat']));
      expect(boxes.at(-1)).toBe('free');
    }
  });

  test('a clip too small for its camera’s look is a small look', () => {
    const files = openClipFiles();
    expect(files.fileOf('gate-day', 20_000, 'x')).toMatchObject({ look: 'small', bytes: 20_000 });
    expect(files.fileOf('gate-day', 1, 'x').look).toBe('small');
  });
});

/** Types of the boxes; throws where they do not add up. */
function boxesOf(bytes: Buffer): string[] {
  const types: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    types.push(bytes.toString('latin1', at + 4, at + 8));
    at += bytes.readUInt32BE(at);
  }
  if (at !== bytes.length) throw new Error('boxes do not add up');
  return types;
}
