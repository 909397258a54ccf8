import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputs } from '../../../main/ipc/inputs.ts';
import { type CommandName, commandNames } from '../../../preload/contract.ts';

const takes = (name: CommandName, input: unknown) => inputs[name].safeParse(input).success;

describe('a clip key', () => {
  test('is a positive whole number that fits its column', () => {
    expect(takes('prepareClip', { key: 1 })).toBe(true);
    expect(takes('prepareClip', { key: 4294967295 })).toBe(true);
    expect(takes('prepareClip', { key: 0 })).toBe(false);
    expect(takes('prepareClip', { key: 1.5 })).toBe(false);
    expect(takes('prepareClip', { key: 4294967296 })).toBe(false);
    expect(takes('prepareClip', { key: Number.NaN })).toBe(false);
  });

  test('in a list of 200,000 is checked like any other', () => {
    const keys = Array.from({ length: 200_000 }, (_none, index) => index + 1);
    expect(takes('saveClips', { keys, title: { kind: 'all' } })).toBe(true);
    expect(takes('saveClips', { keys: [...keys, -1], title: { kind: 'all' } })).toBe(false);
  });
});

describe('the window', () => {
  test('can change some settings, not others, and not to anything', () => {
    expect(takes('changeSettings', {})).toBe(true);
    expect(takes('changeSettings', { theme: 'dark', volume: 0.5 })).toBe(true);
    expect(takes('changeSettings', { theme: undefined })).toBe(false);
    expect(takes('changeSettings', { volume: 2 })).toBe(false);
    expect(takes('changeSettings', { folder: { path: '/etc', id: 'x' } })).toBe(false);
  });

  test('names clips to be dragged by their keys only, with a picture of 200 kB at most', () => {
    expect(takes('offerClips', { keys: [1, 2] })).toBe(true);
    expect(takes('offerClips', { keys: ['/etc/passwd'] })).toBe(false);
    expect(takes('dragClips', { picture: null })).toBe(true);
    expect(takes('dragClips', { picture: new Uint8Array(200_000) })).toBe(true);
    expect(takes('dragClips', { picture: new Uint8Array(200_001) })).toBe(false);
    expect(takes('dragClips', { picture: null, files: ['/etc/passwd'] })).toBe(false);
  });

  test('says what a job saves in one of four ways', () => {
    const saves = (title: unknown) => takes('saveClips', { keys: [1], title });
    expect(saves({ kind: 'one', camera: 'Front gate', recordedAtMs: 1770142000000 })).toBe(true);
    expect(saves({ kind: 'day', day: '2026-11-23', camera: null })).toBe(true);
    expect(saves({ kind: 'day', day: '../2026', camera: null })).toBe(false);
    expect(saves({ kind: 'selection', camera: 'Front gate' })).toBe(false);
    expect(saves({ kind: 'everything' })).toBe(false);
  });

  test('sends a poster as bytes, and not too many', () => {
    expect(takes('storePoster', { key: 1, jpeg: new Uint8Array(200_000) })).toBe(true);
    expect(takes('storePoster', { key: 1, jpeg: new Uint8Array(200_001) })).toBe(false);
    expect(takes('storePoster', { key: 1, jpeg: 'data:image/jpeg' })).toBe(false);
  });

  test('opens links by their name only', () => {
    expect(takes('openLink', { link: 'help' })).toBe(true);
    expect(takes('openLink', { link: 'https://example.org' })).toBe(false);
  });
});

test('whatever is sent, the schemas answer and never throw', () => {
  fc.assert(
    fc.property(fc.constantFrom(...commandNames), fc.anything(), (name, input) => {
      inputs[name].safeParse(input);
    }),
    { numRuns: 2_000 },
  );
});
