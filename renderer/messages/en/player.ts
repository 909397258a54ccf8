// The words of the player, in English.
import { codecName } from '../codec-name.ts';
import { formats } from './formats.ts';

export const player = {
  name: 'Player',
  play: 'Play',
  pause: 'Pause',
  frameBack: 'A frame back',
  frameOn: 'A frame on',
  newer: 'Newer clip',
  older: 'Older clip',
  close: 'Close the player',
  width: 'Width of the player',
  position: 'Position',
  positionOf: (ms: number, totalMs: number) => `${formats.clipLength(ms)} of ${formats.clipLength(totalMs)}`,
  playOn: 'Play on with the next clip',
  speed: 'Speed',
  speedOf: formats.times,
  volume: 'Volume',
  mute: 'Mute',
  unmute: 'Unmute',
  fetching: 'Getting it from the drive',
  fetchingWaits: 'Waiting for the module',
  cancelFetching: 'Cancel',
  about: (ms: number) => `about ${formats.duration(ms)}`,
  cannotPlay: { title: 'This needs another player', text: 'Its video is in a format that this window cannot show.' },
  openInSystemPlayer: 'Open in the system player',
  tryAgain: 'Try again',
  dayOfAll: (localMs: number, nowLocalMs: number) => `${formats.dayShort(localMs, nowLocalMs)}, all cameras`,
  save: 'Save',
  showInFolder: 'Show in folder',
  /** Monday 23 November, 13:58:04 */
  recordedAt: (localMs: number, nowLocalMs: number) =>
    `${formats.dayLong(localMs, nowLocalMs)}, ${formats.wallTime(localMs)}`,
  facts: { length: 'Length', size: 'Size', file: 'File', willBe: 'Will be', match: 'Match' },
  guess: 'A guess: it came from a carried drive, and time, size and length fit.',
  codec: codecName,
  lengthFacts: (parts: readonly string[]) => parts.join(', '),
  picture: (width: number, height: number) => `${width} × ${height}`,
  aboutSize: (bytes: number) => `about ${formats.bytes(bytes)}`,
};
