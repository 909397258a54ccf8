import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { naming } from '../../../../main/library/names/naming.ts';
import { foldedPath, numberedPath } from '../../../../main/library/names/numbered-path.ts';
import { safeSegment } from '../../../../main/library/names/safe-segment.ts';

const vienna = naming('Europe/Vienna');

describe('a clip is named', () => {
  test('by camera, day and local time', () => {
    expect(vienna('Front gate', Date.UTC(2026, 10, 23, 12, 58, 4))).toBe(
      'Front gate/2026-11-23/2026-11-23 13.58.04 Front gate.mp4',
    );
  });

  test('by the day that it was there, not in London', () => {
    expect(vienna('Porch', Date.UTC(2026, 6, 1, 22, 30, 0))).toBe('Porch/2026-07-02/2026-07-02 00.30.00 Porch.mp4');
  });

  test('with the offset in the hour that clocks went through twice', () => {
    expect(vienna('Porch', Date.UTC(2026, 9, 25, 0, 30, 0))).toContain('/2026-10-25 02.30.00+0200 Porch.mp4');
    expect(vienna('Porch', Date.UTC(2026, 9, 25, 1, 30, 0))).toContain('/2026-10-25 02.30.00+0100 Porch.mp4');
    expect(vienna('Porch', Date.UTC(2026, 9, 24, 23, 59, 59))).toContain('/2026-10-25 01.59.59 Porch.mp4');
    expect(vienna('Porch', Date.UTC(2026, 9, 25, 2, 0, 0))).toContain('/2026-10-25 03.00.00 Porch.mp4');
  });

  test('with the offset where clocks are put back by half an hour, and west of London', () => {
    expect(naming('Australia/Lord_Howe')('Porch', Date.UTC(2026, 3, 4, 14, 45, 0))).toContain(' 01.45.00+1100 ');
    expect(naming('Australia/Lord_Howe')('Porch', Date.UTC(2026, 3, 4, 15, 15, 0))).toContain(' 01.45.00+1030 ');
    expect(naming('America/New_York')('Porch', Date.UTC(2026, 10, 1, 6, 30, 0))).toContain(' 01.30.00-0500 ');
  });

  test('without an offset in the hour that clocks left out', () => {
    expect(vienna('Porch', Date.UTC(2026, 2, 29, 1, 0, 0))).toContain('/2026-03-29 03.00.00 Porch.mp4');
  });

  test('by the computer’s time where the system’s zone is unknown or nonsense', () => {
    const at = Date.UTC(2026, 10, 23, 12, 58, 4);
    expect(naming(null)('Porch', at)).toMatch(/^Porch\/2026-11-2\d\/2026-11-2\d \d\d\.\d8\.04 Porch\.mp4$/);
    expect(naming('Mars/Olympus')('Porch', at)).toBe(naming(null)('Porch', at));
  });
});

describe('a part of a path is safe', () => {
  test.each([
    ['Front: gate?', 'Front_ gate_'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['..', '_'],
    ['', '_'],
    ['CON', 'CON_'],
    ['nul.txt', 'nul_.txt'],
    ['com¹', 'com¹_'],
    ['Console', 'Console'],
    ['Porch. . ', 'Porch'],
    ['.hidden', 'hidden'],
    ['a\tb\u0000c', 'a bc'],
    ['Hof\u202Egpj.exe', 'Hofgpj.exe'],
    ['Haustu\u0308r', 'Haust\u00FCr'],
    ['two   spaces', 'two spaces'],
    ['\uD800broken', 'broken'],
    ['👩‍👧 garden', '👩‍👧 garden'],
  ])('%j becomes %j', (text, safe) => {
    expect(safeSegment(text)).toBe(safe);
  });

  test('whatever the camera is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat(4_000_000_000), (camera, second) => {
        const parts = vienna(camera, second * 1000).split('/');
        expect(parts).toHaveLength(3);
        for (const part of parts) {
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(240);
          expect(part).toBe(part.normalize('NFC'));
          expect(part).toMatch(/^[^\p{Cc}\p{Cs}<>:"/\\|?*\u202A-\u202E\u2066-\u2069]+$/u);
          expect(part).not.toMatch(/^[. ]|[. ]$/);
          expect(part).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/i);
        }
        expect(parts[2]).toMatch(/\.mp4$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('files that would bear one name', () => {
  test('are numbered before the ending', () => {
    expect(numberedPath('Gate/2026-11-23/x.mp4', 1)).toBe('Gate/2026-11-23/x.mp4');
    expect(numberedPath('Gate/2026-11-23/x.mp4', 2)).toBe('Gate/2026-11-23/x (2).mp4');
  });

  test('stay short enough, and keep their ending', () => {
    const long = vienna('ü'.repeat(200), 0);
    const name = numberedPath(long, 12).split('/')[2] ?? '';
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240);
    expect(name).toMatch(/ü \(12\)\.mp4$/);
  });

  test('are those that some file system cannot tell apart', () => {
    expect(foldedPath('PORCH/a.mp4')).toBe(foldedPath('Porch/A.MP4'));
    expect(foldedPath('Haustu\u0308r')).toBe(foldedPath('HAUST\u00DCR'));
    expect(foldedPath('Straße')).toBe(foldedPath('STRASSE'));
    expect(foldedPath('a')).not.toBe(foldedPath('b'));
  });
});
