// The words of the tray and of what is said about it, in German.
import type { Messages } from '../index.ts';
import { formats } from './formats.ts';

const { count } = formats;

export const tray: Messages['tray'] = {
  name: 'Cliptray',
  opening: 'Wird geöffnet…',
  signedOut: 'Abgemeldet',
  saving: (saved, total, timeLeftMs) =>
    `Speichert ${count(saved)} von ${count(total)}${timeLeftMs === null ? '' : `, etwa ${formats.duration(timeLeftMs)}`}`,
  fetching: 'Holt einen Clip',
  checking: 'Sucht nach Clips',
  deletingStopped: 'Löschen angehalten: auch ein anderer Clip ist vom Laufwerk verschwunden',
  checkedAt: (unixMs) => `Aktuell, geprüft um ${formats.momentTime(unixMs)}`,
  notChecked: 'Noch nicht geprüft',
  clip: formats.clipMoment,
  play: 'Abspielen',
  showInFolder: 'Im Ordner zeigen',
  copy: 'Datei kopieren',
  save: 'Speichern',
  checkNow: 'Jetzt prüfen',
  pause: 'Speichern anhalten',
  resume: 'Speichern fortsetzen',
  openFolder: 'Clips-Ordner öffnen',
  open: 'Cliptray öffnen',
  settings: 'Einstellungen…',
  quit: 'Cliptray beenden',
  stays: {
    title: 'Läuft im Infobereich weiter.',
    text: 'Beenden lässt es sich über sein Symbol dort, ändern in den Einstellungen.',
  },
  minimised: {
    title: 'Speichert weiter, im minimierten Fenster.',
    text: 'Dieser Desktop hat keinen Infobereich. Wird nichts gespeichert, endet Cliptray mit dem Fenster.',
  },
};
