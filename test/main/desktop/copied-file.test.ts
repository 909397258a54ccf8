// What lies on the clipboard after *Copy file*, on each system.
import { expect, test } from 'vitest';
import { copiedFile } from '../../../main/desktop/copied-file.ts';

const file = '/home/someone/Videos/Front gate/2026-11-23 13.58.04 Tür.mp4';
const address = 'file:///home/someone/Videos/Front%20gate/2026-11-23%2013.58.04%20T%C3%BCr.mp4';
const textOf = (...[name, platform]: Parameters<typeof copiedFile>) =>
  copiedFile(name, platform).map(({ format, bytes }) => [
    format,
    new TextDecoder(platform === 'win32' ? 'utf-16le' : 'utf-8').decode(bytes),
  ]);

test('Linux offers what GNOME and what KDE paste', () => {
  expect(textOf(file, 'linux')).toEqual([
    ['text/uri-list', `${address}\r\n`],
    ['x-special/gnome-copied-files', `copy\n${address}`],
  ]);
});

test('macOS pastes the address of a file, Windows its path', () => {
  expect(textOf(file, 'darwin')).toEqual([['public.file-url', address]]);
  expect(textOf('C:\\Videos\\Tür.mp4', 'win32')).toEqual([['FileNameW', 'C:\\Videos\\Tür.mp4\0']]);
});
