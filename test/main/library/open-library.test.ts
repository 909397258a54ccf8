import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../../main/library/index.ts';
import type { NetworkId } from '../../../preload/contract.ts';
import { indexWorker } from '../../index-worker.ts';
import { virtualClock } from '../../virtual-clock.ts';
import { account, keyAt, keys, openRoom, row, temporaryFolder } from './room.ts';

const open = (profile: string) =>
  openLibrary({
    profile,
    clock: virtualClock(),
    worker: indexWorker(),
    log: { warn: () => undefined },
  });

describe('an index', () => {
  test('is there again with everything in it', async () => {
    const profile = await temporaryFolder();
    const before = await openRoom(profile);
    const network = { id: 51001 as NetworkId, name: 'Cabin', timeZone: 'Europe/Vienna' };
    await before.library.putSystems([network], [], []);
    await before.list('5120', [row(1), row(2)]);
    await before.library.markStarred([keyAt(before.library, 1)], true);
    const clips = before.library.clips();
    await before.library.close();

    const { library, setAside } = await openRoom(profile);

    expect(setAside).toBeNull();
    expect(library.clips().columns).toEqual(clips.columns);
    expect(library.clips().cameras).toEqual(clips.cameras);
    expect((await library.systems()).networks).toEqual([network]);
    expect(await library.lastAccount()).toBe(account);
  });

  test('that is damaged is set aside under a dated name, and a new one is begun', async () => {
    const profile = await temporaryFolder();
    const damaged = 'this was a database once, and now it is a letter'.repeat(100);
    await writeFile(join(profile, 'index.sqlite'), damaged);

    const { setAside, list } = await openRoom(profile);

    expect(setAside).toBe(join(profile, 'index.damaged-2026-11-23T13.00.00.sqlite'));
    expect(await readFile(setAside ?? '', 'utf8')).toBe(damaged);
    expect(await list('5120', [row(1)])).toMatchObject({ added: 1 });
  });

  test('that lost a part of itself is set aside, too, and not over an earlier one', async () => {
    const profile = await temporaryFolder();
    const room = await openRoom(profile);
    await room.list(
      '5120',
      Array.from({ length: 500 }, (_, id) => row(id)),
    );
    await room.library.close();
    await truncate(join(profile, 'index.sqlite'), 20_000);
    await writeFile(join(profile, 'index.damaged-2026-11-23T13.00.00.sqlite'), 'an earlier one');

    const { setAside } = await openRoom(profile);

    expect(setAside).toMatch(/13\.00\.00-2\.sqlite$/);
    expect(await readFile(join(profile, 'index.damaged-2026-11-23T13.00.00.sqlite'), 'utf8')).toBe('an earlier one');
  });

  test('from a newer version is refused and left as it is', async () => {
    const profile = await temporaryFolder();
    const newer = new DatabaseSync(join(profile, 'index.sqlite'));
    newer.exec('create table future (thing text); pragma user_version = 99');
    newer.close();
    const before = await readFile(join(profile, 'index.sqlite'));

    const opened = await open(profile);

    expect(opened).toMatchObject({ ok: false, problem: { kind: 'index-newer' } });
    expect((await readFile(join(profile, 'index.sqlite'))).equals(before)).toBe(true);
  });

  test('that cannot be opened at all is a problem, and nothing is renamed', async () => {
    const profile = await temporaryFolder();

    expect(await open(join(profile, 'nowhere'))).toMatchObject({ ok: false, problem: { kind: 'index-damaged' } });
    expect(await readdir(profile)).toEqual([]);
  });
});

describe('two accounts', () => {
  test('share an index and never a view', async () => {
    const { library, clock, list } = await openRoom(await temporaryFolder());
    await list('5120', [row(1), row(2)]);
    const [first] = keys(library);
    if (first === undefined) throw new Error('two clips were listed');
    await library.queue.addJob({ kind: 'all' }, [first], 'f', clock.now());
    await library.budget.save({ sentAtMs: [1, 2], notBeforeMs: 3 });

    await library.useAccount(13579);

    expect(keys(library)).toEqual([]);
    expect(library.row(first)).toBeNull();
    expect(await library.pairOf(first)).toEqual({ kind: 'unlisted' });
    expect(await library.queue.load()).toMatchObject({ jobs: [], items: [] });
    expect(await library.budget.load()).toEqual({ sentAtMs: [], notBeforeMs: null });
    expect(await list('5120', [row(1)])).toMatchObject({ added: 1 });
    expect(keys(library)).not.toContain(first);

    await library.useAccount(account);
    expect(keys(library)).toHaveLength(2);
    expect(await library.budget.load()).toEqual({ sentAtMs: [1, 2], notBeforeMs: 3 });

    await library.useAccount(null);
    expect(keys(library)).toEqual([]);
  });
});

describe('two processes', () => {
  test('show what the other has written when they look again, and nothing anew where it has written nothing', async () => {
    const profile = await temporaryFolder();
    const { list } = await openRoom(profile);
    await list('5120', [row(1)]);
    const { library } = await openRoom(profile);
    let resets = 0;
    library.onReset(() => void resets++);

    await library.refresh();
    expect([resets, keys(library).length]).toEqual([0, 1]);

    await list('5121', [row(1), row(2)]);
    await library.refresh();
    expect([resets, keys(library).length]).toEqual([1, 2]);
  });
});

describe('what is done with a library that is closed', () => {
  test('fails, and closing it twice does not', async () => {
    const { library } = await openRoom(await temporaryFolder());
    await library.close();

    await expect(library.queue.load()).rejects.toThrow('the index worker has ended');
    await library.close();
  });
});
