// What can go wrong at the module, and in its list.
import { describe, expect, test } from 'vitest';
import { bodyOf, type ManifestRow, visit } from './small-client.ts';

describe('the module', () => {
  test('busy: somebody else has it for 3 to 15 seconds', async () => {
    const { client, run, wait } = visit({ faults: 'busy#1' });
    await run(async () => {
      expect((await client.requestManifest()).status).toBe(409);
      await wait(2999);
      expect((await client.requestManifest()).status).toBe(409);
      await wait(12_001);
      expect((await client.requestManifest()).status).toBe(200);
    });
  });

  test('fail: the command ends badly and nothing is uploaded', async () => {
    const { client, run, wait, list } = visit({ faults: 'fail@post#1' });
    await run(async () => {
      const manifest = await list();
      const path = client.clipPath(manifest, manifest.clips[0]);
      const { id } = await bodyOf<{ id: number }>(await client.send('POST', path));
      expect((await client.send('POST', path)).status).toBe(409);
      await wait(4000);
      expect(await bodyOf(await client.command(id))).toMatchObject({ complete: true, status: 1, status_code: 909 });
      expect((await client.send('GET', path)).status).toBe(404);
    });
  });

  test('late: the upload takes a hundred seconds', async () => {
    const { client, run, wait, list } = visit({ faults: 'late#1' });
    await run(async () => {
      const manifest = await list();
      const path = client.clipPath(manifest, manifest.clips[0]);
      const { id } = await bodyOf<{ id: number }>(await client.send('POST', path));
      await wait(99_900);
      expect(await bodyOf(await client.command(id))).toMatchObject({ complete: false });
      expect((await client.send('GET', path)).status).toBe(404);
      await wait(100);
      expect((await client.send('GET', path)).status).toBe(200);
    });
  });

  test('blank: one list has no rows, and the next has them all', async () => {
    const { run, list } = visit({ faults: 'blank#2' });
    await run(async () => {
      const before = await list();
      expect(await list()).toEqual({ ...before, clips: [] });
      expect(await list()).toEqual(before);
    });
  });

  test('huge: 300 MiB of a list that says no more than before', async () => {
    const { client, run, wait, list } = visit({ faults: 'huge#2', mbps: Number.POSITIVE_INFINITY });
    await run(async () => {
      const before = await list();
      const { id } = await bodyOf<{ id: number }>(await client.requestManifest());
      await wait(3000);
      const huge = await client.readManifest(id);
      const reader = huge.body?.getReader();
      expect(Number(huge.headers.get('content-length'))).toBeGreaterThan(300 * 1024 * 1024);
      await reader?.cancel();
      expect(await list()).toEqual(before);
    });
  });

  test('renumber: the next list has other ids under another manifest id', async () => {
    const { run, list } = visit({ faults: 'renumber#2' });
    await run(async () => {
      const before = await list();
      const after = await list();
      expect(after.manifest_id).not.toBe(before.manifest_id);
      const facts = ({ clips }: typeof after) =>
        clips.map(({ camera_name, created_at, size }) => `${camera_name} ${created_at} ${size}`);
      expect(facts(after)).toEqual(facts(before));
    });
  });

  test('permute: the next list has the same ids under the same manifest id, for other clips', async () => {
    const { run, list } = visit({ faults: 'permute#2' });
    await run(async () => {
      const before = await list();
      const after = await list();
      expect(after.manifest_id).toBe(before.manifest_id);
      expect(after.clips.map(({ id }) => id).sort()).toEqual(before.clips.map(({ id }) => id).sort());
      expect(after.clips).not.toEqual(before.clips);
    });
  });

  test('badrow: one row of the list says nothing that can be read, and the others are as they were', async () => {
    const { run, list, cloud } = visit({ faults: 'badrow#5' });
    await run(async () => {
      const struck = await list();
      expect(cloud.log.at(-1)).toMatchObject({ route: 'manifest', status: 200, fault: 'badrow' });
      const whole = await list();
      expect(cloud.log.at(-1)?.fault).toBeUndefined();
      expect(struck.clips).toHaveLength(12);
      const differing = struck.clips.flatMap((row, at) =>
        JSON.stringify(row) === JSON.stringify(whole.clips[at]) ? [] : [at],
      );
      expect(differing).toEqual([4]);
    });
  });

  test('badrow is drawn anew for each list, and each field is missing or wrong some time', async () => {
    const { run, list } = visit({ faults: 'badrow:0.5', clips: 60 });
    const spoilt = new Set<string>();
    await run(async () => {
      const lists = [await list(), await list(), await list()];
      const bad = lists.map(({ clips }) => clips.map(spoiltField));
      expect(bad[0]).not.toEqual(bad[1]);
      for (const field of bad.flat()) spoilt.add(field);
    });
    expect([...spoilt].sort()).toEqual([
      'camera_name missing',
      'camera_name wrong',
      'created_at missing',
      'created_at wrong',
      'id missing',
      'id wrong',
      'none',
      'size missing',
      'size wrong',
    ]);
  });

  test('the log names what struck: the command that failed, the list that was made otherwise', async () => {
    const { client, run, wait, cloud } = visit({ faults: 'fail@manifest#1,renumber#1,permute#1,badrow#1' });
    await run(async () => {
      await client.requestManifest();
      expect(cloud.log.at(-1)).toMatchObject({ method: 'POST', status: 200, fault: 'fail' });
      await wait(3000);
      const { id } = await bodyOf<{ id: number }>(await client.requestManifest());
      await wait(3000);
      await client.readManifest(id);
      expect(cloud.log.at(-1)).toMatchObject({ method: 'GET', status: 200, fault: 'renumber+permute+badrow' });
    });
  });
});

/** Which field of a row is missing or wrong, of those that a good one has. */
function spoiltField(row: Partial<ManifestRow>): string {
  const fields = {
    id: /^\d+$/,
    size: /^\d+$/,
    camera_name: /^[A-Z]\w+$/,
    created_at: /^2026-[01]\d-\d\dT\d\d:\d\d:\d\d\+00:00$/,
  } as const;
  for (const [field, pattern] of Object.entries(fields)) {
    const value: unknown = Reflect.get(row, field);
    if (value === undefined) return `${field} missing`;
    if (typeof value !== 'string' || !pattern.test(value) || value.includes('-13-')) return `${field} wrong`;
  }
  return 'none';
}

describe('a clip to be deleted', () => {
  const asked = async (at: ReturnType<typeof visit>) => {
    const manifest = await at.list();
    const path = at.client.clipPath(manifest, manifest.clips[0]).replace('/request/', '/delete/');
    const answer = await at.client.send('POST', path);
    await at.wait(2000);
    return answer;
  };
  const left = ({ cloud }: ReturnType<typeof visit>) => cloud.truth().filter((row) => row.gone_at !== undefined).length;

  test('busy: the module has begun nothing', async () => {
    const at = visit({ faults: 'busy@delete#1' });
    await at.run(async () => {
      expect((await asked(at)).status).toBe(409);
      expect(left(at)).toBe(0);
    });
  });

  test('fail: the command ends badly, and the clip stays', async () => {
    const at = visit({ faults: 'fail@delete#1' });
    await at.run(async () => {
      const { id } = await bodyOf<{ id: number }>(await asked(at));
      expect(await bodyOf(await at.client.command(id))).toMatchObject({ complete: true, status_code: 909 });
      expect(left(at)).toBe(0);
    });
  });

  test('notfound: refused as if it were not there, and deleted all the same', async () => {
    const at = visit({ faults: 'notfound@delete#1' });
    await at.run(async () => {
      expect((await asked(at)).status).toBe(404);
      expect(left(at)).toBe(1);
    });
  });
});
