// The words of the player, in English.
import { formats } from './formats.ts';

const codecs: Readonly<Record<string, string>> = {
  avc1: 'H.264',
  avc3: 'H.264',
  hvc1: 'H.265',
  hev1: 'H.265',
  av01: 'AV1',
};

export const player = {
  name: 'Player',
  play: 'Play',
  pause: 'Pause',
  frameBack: 'A frame back',
  frameOn: 'A frame on',
  newer: 'Newer clip',
  older: 'Older clip',
  close: 'Close the player',
  position: 'Position',
  positionOf: (ms: number, totalMs: number) => `${formats.clipLength(ms)} of ${formats.clipLength(totalMs)}`,
  speed: 'Speed',
  speedOf: (rate: number) => `${rate}×`,
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
  save: 'Save',
  showInFolder: 'Show in folder',
  /** Monday 23 November, 13:58:04 */
  recordedAt: (localMs: number, nowLocalMs: number) =>
    `${formats.dayLong(localMs, nowLocalMs)}, ${formats.wallTime(localMs)}`,
  facts: { length: 'Length', size: 'Size', file: 'File', willBe: 'Will be' },
  /** A codec comes by its name in the MP4 file. */
  codec: (name: string) => codecs[name] ?? name,
  lengthFacts: (parts: readonly string[]) => parts.join(', '),
  picture: (width: number, height: number) => `${width} × ${height}`,
  aboutSize: (bytes: number) => `about ${formats.bytes(bytes)}`,
};
