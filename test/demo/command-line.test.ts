// What may be said behind `npm run demo --`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCommandLine } from './command-line.ts';

test('with a display it waits for a person, in real time; without one it takes the tour, faster', () => {
  expect(readCommandLine([], true)).toEqual({ tour: false, out: null, shots: null, speed: 1 });
  expect(readCommandLine([], false)).toEqual({ tour: true, out: null, shots: null, speed: 10 });
  expect(readCommandLine(['--tour', '--speed', '4'], true)).toMatchObject({ tour: true, speed: 4 });
});

test('what it does not know is told', () => {
  expect(readCommandLine(['--turn'], true)).toMatch(/--turn/);
  expect(readCommandLine(['now'], true)).toMatch(/now/);
  expect(readCommandLine(['--speed', 'fast'], true)).toMatch(/--speed/);
  expect(readCommandLine(['--out', 'clips'], true)).toMatch(/--tour/);
});

test('the tour saves into an empty folder or a new one only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cliptray-demo-test-'));
  try {
    expect(readCommandLine(['--out', folder], false)).toMatchObject({ out: folder });
    expect(readCommandLine(['--out', join(folder, 'new')], false)).toMatchObject({ out: join(folder, 'new') });
    writeFileSync(join(folder, 'a photo'), '');
    expect(readCommandLine(['--out', folder], false)).toMatch(/empty folder/);
    expect(readCommandLine(['--out', join(folder, 'a photo')], false)).toMatch(/empty folder/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
