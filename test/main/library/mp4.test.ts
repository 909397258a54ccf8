import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMp4 } from '../../../main/library/index.ts';

const clip = new Uint8Array(readFileSync(new URL('../../blink-cloud/fixtures/small.mp4', import.meta.url)));

/** Reads from memory; fails where more is asked for than a header or the index box can be. */
const read = (bytes: Uint8Array) =>
  readMp4(async (offset, size) => {
    if (size > 16 * 1024 * 1024) throw new Error(`${size} bytes asked for at once`);
    return bytes.subarray(offset, offset + size);
  }, bytes.length);

function box(type: string, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, part) => sum + part.length, 8);
  const bytes = new Uint8Array(length);
  new DataView(bytes.buffer).setUint32(0, length);
  bytes.set(new TextEncoder().encode(type), 4);
  let offset = 8;
  for (const part of contents) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const text = (value: string) => new TextEncoder().encode(value);
const moov = (): Uint8Array => {
  const start = Buffer.from(clip).indexOf('moov') - 4;
  return clip.subarray(start, start + new DataView(clip.buffer).getUint32(start));
};
const ftyp = box('ftyp', text('isom'), new Uint8Array(4));

describe('a clip', () => {
  test('tells its length, size and codec', async () => {
    expect(await read(clip)).toMatchObject({
      ok: true,
      value: { codec: 'avc1', width: expect.any(Number), lengthMs: expect.any(Number), createdAtMs: null },
    });
  });

  test('may have its index behind the pictures, and a last box without a size', async () => {
    const last = box('mdat', text('pictures'));
    new DataView(last.buffer).setUint32(0, 0);

    expect(await read(joined(ftyp, box('mdat', text('pictures')), moov()))).toMatchObject({ ok: true });
    expect(await read(joined(ftyp, moov(), last))).toMatchObject({ ok: true });
  });

  test('may have a box with a 64-bit size', async () => {
    const large = box('mdat', new Uint8Array(8), text('pictures'));
    const view = new DataView(large.buffer);
    view.setUint32(0, 1);
    view.setBigUint64(8, BigInt(large.length));

    expect(await read(joined(ftyp, moov(), large))).toMatchObject({ ok: true });
  });

  test('says when it was made, where that was filled in', async () => {
    const dated = moov().slice();
    const header = Buffer.from(dated).indexOf('mvhd') + 4;
    new DataView(dated.buffer).setUint32(header + 4, 2_082_844_800 + 1_770_142_000);

    expect(await read(joined(ftyp, dated, box('mdat')))).toMatchObject({ value: { createdAtMs: 1_770_142_000_000 } });
  });
});

describe('what is no clip', () => {
  const problem = (kind: string, details = expect.any(String)) => ({ ok: false, problem: { kind, details } });

  test('is no video: nothing, a web page, sound alone', async () => {
    const sound = moov().slice();
    sound.set(text('soun'), Buffer.from(sound).indexOf('vide'));

    expect(await read(new Uint8Array())).toMatchObject(problem('clip-not-video'));
    expect(await read(text('<!doctype html><title>Sign in</title>'))).toMatchObject(problem('clip-not-video'));
    expect(await read(joined(ftyp, sound, box('mdat')))).toMatchObject(problem('clip-not-video'));
  });

  test('is damaged: cut, too long, without index or pictures', async () => {
    expect(await read(clip.subarray(0, clip.length - 1))).toMatchObject(problem('clip-damaged'));
    expect(await read(joined(clip, new Uint8Array(3)))).toMatchObject(problem('clip-damaged'));
    expect(await read(joined(ftyp, box('mdat')))).toMatchObject(problem('clip-damaged', 'no moov'));
    expect(await read(joined(ftyp, moov()))).toMatchObject(problem('clip-damaged', 'no mdat'));
  });

  test('is damaged wherever it was cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 8, max: clip.length - 1 }), async (length) => {
        expect((await read(clip.subarray(0, length))).ok).toBe(false);
      }),
    );
  });

  test('is refused without harm, whatever it says of itself', async () => {
    const change = fc.record({ at: fc.nat(clip.length - 1), value: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const hostile = clip.slice();
        for (const { at, value } of changes) hostile[at] = value;
        await read(hostile);
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (noise) => {
        await read(joined(ftyp, box('moov', noise), box('mdat')));
        await read(joined(ftyp, noise));
      }),
    );
  });

  test('with an index of gigabytes or boxes without number is not read to its end', async () => {
    let asked = 0;
    const endless = async (offset: number, size: number) => {
      asked++;
      return (offset === 0 ? ftyp : box('free')).subarray(0, size);
    };
    const header = new Uint8Array(8);
    new DataView(header.buffer).setUint32(0, 2 ** 31);
    header.set(text('moov'), 4);

    expect(await readMp4(endless, 2 ** 40)).toMatchObject(problem('clip-damaged'));
    expect(asked).toBeLessThan(20_000);
    const huge = async (offset: number) => (offset === 0 ? ftyp : header);
    expect(await readMp4(huge, 2 ** 32)).toMatchObject(problem('clip-damaged', 'moov of 2147483648'));
  });
});
