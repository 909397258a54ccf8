// The words of the player, in German.
import { codecName } from '../codec-name.ts';
import type { Messages } from '../index.ts';
import { formats } from './formats.ts';

export const player: Messages['player'] = {
  name: 'Player',
  play: 'Abspielen',
  pause: 'Anhalten',
  frameBack: 'Ein Bild zurück',
  frameOn: 'Ein Bild vor',
  newer: 'Neuerer Clip',
  older: 'Älterer Clip',
  close: 'Player schließen',
  width: 'Breite des Players',
  position: 'Position',
  positionOf: (ms, totalMs) => `${formats.clipLength(ms)} von ${formats.clipLength(totalMs)}`,
  playOn: 'Mit dem nächsten Clip weiterspielen',
  speed: 'Tempo',
  speedOf: formats.times,
  volume: 'Lautstärke',
  mute: 'Ton aus',
  unmute: 'Ton an',
  fetching: 'Wird vom Laufwerk geholt',
  fetchingWaits: 'Wartet auf das Modul',
  cancelFetching: 'Abbrechen',
  about: (ms) => `etwa ${formats.duration(ms)}`,
  cannotPlay: {
    title: 'Dafür braucht es einen anderen Player',
    text: 'Das Videoformat kann dieses Fenster nicht zeigen.',
  },
  openInSystemPlayer: 'Mit dem System-Player öffnen',
  tryAgain: 'Erneut versuchen',
  dayOfAll: (localMs, nowLocalMs) => `${formats.dayShort(localMs, nowLocalMs)}, alle Kameras`,
  save: 'Speichern',
  showInFolder: 'Im Ordner zeigen',
  recordedAt: (localMs, nowLocalMs) => `${formats.dayLong(localMs, nowLocalMs)}, ${formats.wallTime(localMs)}`,
  facts: { length: 'Länge', size: 'Größe', file: 'Datei', willBe: 'Wird zu', match: 'Zuordnung' },
  guess: 'Geraten: Sie kam von einem Datenträger, und Zeit, Größe und Länge passen.',
  codec: codecName,
  lengthFacts: (parts) => parts.join(', '),
  picture: (width, height) => `${width} × ${height}`,
  aboutSize: (bytes) => `etwa ${formats.bytes(bytes)}`,
};
