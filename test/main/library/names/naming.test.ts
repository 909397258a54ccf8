import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NamedClip, naming } from '../../../../main/library/names/naming.ts';
import { bearsName, foldedPath, freePath, numberedPath } from '../../../../main/library/names/numbered-path.ts';
import { safeSegment } from '../../../../main/library/names/safe-segment.ts';
import { readTemplate } from '../../../../main/library/names/template.ts';
import { type NameTimes, usualNames } from '../../../../preload/contract.ts';

const clip: NamedClip = {
  camera: 'Front gate',
  module: 'Hallway',
  system: 'Cabin',
  timeZone: 'Europe/Vienna',
  recordedAtMs: Date.UTC(2026, 10, 23, 12, 58, 4),
  lengthMs: 12_400,
};
const usual = naming(usualNames);
const namesIn = (timeZone: string | null) => (camera: string, recordedAtMs: number) =>
  usual({ ...clip, timeZone, camera, recordedAtMs });
const vienna = namesIn('Europe/Vienna');
/** The clip's name by another template. */
const named = (template: string, changes: Partial<NamedClip> = {}, times: NameTimes = 'system') =>
  naming({ template, times })({ ...clip, ...changes });

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
    expect(namesIn('Australia/Lord_Howe')('Porch', Date.UTC(2026, 3, 4, 14, 45, 0))).toContain(' 01.45.00+1100 ');
    expect(namesIn('Australia/Lord_Howe')('Porch', Date.UTC(2026, 3, 4, 15, 15, 0))).toContain(' 01.45.00+1030 ');
    expect(namesIn('America/New_York')('Porch', Date.UTC(2026, 10, 1, 6, 30, 0))).toContain(' 01.30.00-0500 ');
  });

  test('without an offset in the hour that clocks left out', () => {
    expect(vienna('Porch', Date.UTC(2026, 2, 29, 1, 0, 0))).toContain('/2026-03-29 03.00.00 Porch.mp4');
  });

  test('by the computer’s time where the system’s zone is unknown or nonsense', () => {
    const at = Date.UTC(2026, 10, 23, 12, 58, 4);
    expect(namesIn(null)('Porch', at)).toMatch(/^Porch\/2026-11-2\d\/2026-11-2\d \d\d\.\d8\.04 Porch\.mp4$/);
    expect(namesIn('Mars/Olympus')('Porch', at)).toBe(namesIn(null)('Porch', at));
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

  test('get the lowest number that is free, however many there are', () => {
    const taken = new Set(Array.from({ length: 9000 }, (_none, index) => foldedPath(numberedPath('a.mp4', index + 1))));
    let looks = 0;
    const path = freePath('a.mp4', (folded) => {
      looks += 1;
      return taken.has(folded);
    });
    expect(path).toBe('a (9001).mp4');
    expect(looks).toBeLessThan(40);
  });

  test('have their number where the template says', () => {
    const wanted = named('{camera}/{date} {n}');
    expect(numberedPath(wanted, 1)).toBe('Front gate/2026-11-23 1.mp4');
    expect(numberedPath(wanted, 12)).toBe('Front gate/2026-11-23 12.mp4');
  });

  test('are known by whatever number they got', () => {
    expect(bearsName('Porch/19.01 (2).mp4', 'Porch/19.01.mp4')).toBe(true);
    expect(bearsName('Porch/19.01.mp4', 'Porch/19.01.mp4')).toBe(true);
    expect(bearsName('Porch/19.02.mp4', 'Porch/19.01.mp4')).toBe(false);
    expect(bearsName('porch/19.01.mp4', 'Porch/19.01.mp4')).toBe(false);
    expect(bearsName('Porch/day 7.mp4', named('Porch/day {n}'))).toBe(true);
  });
});

describe('a template', () => {
  test('makes folders and file of what is known of a clip', () => {
    expect(named('{system}/{module}/{year}/{month}/{day} {weekday}/{hour}h{minute}m{second} {length}')).toBe(
      'Cabin/Hallway/2026/11/23 Monday/13h58m04 12s.mp4',
    );
    expect(named('{utc}')).toBe('2026-11-23T12.58.04Z.mp4');
  });

  test('may be typed with its ending, with spaces around, in capitals, or as on Windows', () => {
    expect(named(' {Camera}\\{ date } {time}.MP4 ')).toBe('Front gate/2026-11-23 13.58.04.mp4');
  });

  test('shows the clocks that were chosen', () => {
    expect(named('{date} {time}', {}, 'utc')).toBe('2026-11-23 12.58.04.mp4');
    expect(named('{date} {time}', {}, 'computer')).toBe(named('{date} {time}', { timeZone: null }));
  });

  test('leaves out what is not known, and is never empty', () => {
    expect(named('{time} {length}', { lengthMs: 0 })).toBe('13.58.04.mp4');
    expect(named('{length}', { lengthMs: 0 })).toBe('_.mp4');
    expect(named('{system}/{time}', { system: '' })).toBe('_/13.58.04.mp4');
  });

  test('cannot lead out of the folder, whatever a camera is called', () => {
    expect(named('{camera}/{time}', { camera: '../..' })).toBe('_/13.58.04.mp4');
    expect(named('{camera}/{camera}', { camera: '.cliptray-folder' })).toBe('cliptray-folder/cliptray-folder.mp4');
  });

  test('keeps the seconds of a doubled hour plain, for only {time} has room for the offset', () => {
    const recordedAtMs = Date.UTC(2026, 9, 25, 1, 30, 7);
    expect(named('{hour}.{minute}.{second} {time}', { recordedAtMs })).toBe('02.30.07 02.30.07+0100.mp4');
  });

  test.each([
    ['', { kind: 'empty' }],
    [' .mp4', { kind: 'empty' }],
    ['{camera}//{time}', { kind: 'empty-folder' }],
    ['/{time}', { kind: 'empty-folder' }],
    ['{time}/', { kind: 'empty-folder' }],
    ['../{time}', { kind: 'leaves-folder' }],
    ['{camera', { kind: 'brace' }],
    ['camera}', { kind: 'brace' }],
    ['{{camera}}', { kind: 'brace' }],
    ['{kamera}', { kind: 'unknown-token', token: 'kamera' }],
    ['{}', { kind: 'unknown-token', token: '' }],
    ['clip', { kind: 'no-token' }],
    [`{time}${'x'.repeat(200)}`, { kind: 'too-long', longest: 200 }],
  ])('%j is refused', (text, fault) => {
    expect(readTemplate(text)).toEqual(fault);
  });

  test('that an edited settings file spoilt is passed over for the usual one', () => {
    expect(named('{camera')).toBe(named(usualNames.template));
  });

  test('makes safe names of anything that can be read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'binary' }), (text, camera) => {
        const template = `${text}{camera}`;
        fc.pre(!('kind' in readTemplate(template)));
        for (const part of numberedPath(named(template, { camera }), 1).split('/')) {
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(240);
          expect(part).toMatch(/^[^\p{Cc}\p{Cs}<>:"/\\|?*\u202A-\u202E\u2066-\u2069]+$/u);
          expect(part).not.toMatch(/^[. ]|[. ]$/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
