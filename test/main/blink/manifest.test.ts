import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../../../main/blink/manifest.ts';

const read = (answer: unknown) => readManifest(new TextEncoder().encode(JSON.stringify(answer)));
const clip = { id: '3050607080', size: '412', camera_name: 'Frontgate', created_at: '2026-02-03T18:06:31+00:00' };
const recordedAtS = Date.UTC(2026, 1, 3, 18, 6, 31) / 1000;

describe('a manifest', () => {
  test('is read row by row', () => {
    expect(read({ version: '1.0', manifest_id: '5120', clips: [clip] })).toEqual({
      ok: true,
      value: {
        manifestId: '5120',
        rows: [{ clipId: '3050607080', cameraName: 'Frontgate', recordedAtS, size: 412, lengthMs: 0 }],
        odd: [],
      },
    });
  });

  test('may come as its newer sibling, with numbers, full names and lengths', () => {
    const { id, created_at } = clip;
    const media = [{ id: Number(id), device_name: 'Front gate', created_at, clip_length_ms: 8000 }];

    expect(read({ manifest_id: 5120, media })).toMatchObject({
      value: {
        manifestId: '5120',
        rows: [{ clipId: id, cameraName: 'Front gate', recordedAtS, size: 0, lengthMs: 8000 }],
      },
    });
  });

  test.each([
    ['2026-02-03T18:06:31Z', recordedAtS],
    ['2026-02-03T18:06:31', recordedAtS],
    ['2026-02-03T18:06:31.900+00:00', recordedAtS],
    ['2026-02-03T19:06:31+01:00', recordedAtS],
  ])('reads %s as UTC', (created_at, expected) => {
    expect(read({ manifest_id: '1', clips: [{ ...clip, created_at }] })).toMatchObject({
      value: { rows: [{ recordedAtS: expected }] },
    });
  });

  test.each(['2026-13-03T18:06:31Z', '1969-12-31T23:59:59Z', '2200-01-01T00:00:00Z', 'now', 1770142000, null])(
    'leaves out a row of %j, and says so',
    (created_at) => {
      expect(read({ manifest_id: '1', clips: [clip, { ...clip, created_at }] })).toMatchObject({
        value: { rows: [{}], odd: [`created_at: ${JSON.stringify(created_at)}`] },
      });
    },
  );

  test('is never read from an answer that is none', () => {
    const problem = { ok: false, problem: { kind: 'unexpected-answer' } };
    expect(readManifest(new Uint8Array())).toMatchObject(problem);
    expect(read({ message: 'Manifest command is in process' })).toMatchObject(problem);
    expect(read({ manifest_id: '5120', clips: null })).toMatchObject(problem);
    expect(read({ manifest_id: '', clips: [] })).toMatchObject(problem);
    expect(read([clip])).toMatchObject(problem);
  });

  test('of any shape is read or refused, never thrown at', () => {
    const anything = fc.oneof(fc.jsonValue(), fc.constantFrom('1', '2026-02-03T18:06:31Z', 1e300, -1));
    const oddRow = fc.record(
      { id: anything, size: anything, camera_name: anything, created_at: anything },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anything, fc.array(fc.oneof(anything, oddRow)), (manifest_id, clips) => {
        const manifest = read({ manifest_id, clips });
        if (!manifest.ok) return;
        const { rows, odd } = manifest.value;
        expect(rows.length + odd.length).toBe(clips.length);
        for (const row of rows) {
          expect(row.clipId).toMatch(/^\d+$/);
          expect(
            [row.recordedAtS, row.size, row.lengthMs].every((n) => Number.isInteger(n) && n >= 0 && n < 2 ** 32),
          ).toBe(true);
        }
      }),
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => readManifest(bytes).ok === false));
  });
});
