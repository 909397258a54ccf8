// The words of deleting clips from the drive, in German.
import type { KeptWhy } from '../../../preload/contract.ts';
import type { Messages } from '../index.ts';
import { clips } from './counted.ts';
import { formats } from './formats.ts';

const { count, plural } = formats;

const reasons: Readonly<Record<KeptWhy, (total: number) => string>> = {
  'not-on-drive': (total) =>
    plural(total, { one: '# ist nicht mehr auf dem Laufwerk', other: '# sind nicht mehr auf dem Laufwerk' }),
  waits: (total) => plural(total, { one: '# wartet aufs Speichern', other: '# warten aufs Speichern' }),
  'not-saved': (total) => plural(total, { one: '# ist nicht gespeichert', other: '# sind nicht gespeichert' }),
  unconfirmed: (total) => `${count(total)} gespeichert, aber noch von keiner neueren Liste bestätigt`,
  'looks-only': (total) => `${count(total)} einer Datei nur nach Name und Zeit zugeordnet`,
  'folder-away': (total) => `${count(total)} in einem Ordner, der nicht erreichbar ist`,
  'file-missing': (total) => `${count(total)}, deren Datei nicht mehr im Ordner ist`,
  'file-changed': (total) => `${count(total)}, deren Datei sich seit dem Speichern geändert hat`,
  unlisted: (total) => `${count(total)}, die sich in der Liste des Moduls nicht unterscheiden lassen`,
  'still-listed': (total) => `${count(total)}, die das Modul weiterhin auflistet`,
  'not-asked': (total) => `${count(total)} bis zum Abbruch nicht gelöscht`,
};

export const deleting: Messages['deleting'] = {
  menu: 'Vom Laufwerk löschen…',
  setting: 'Clips vom Laufwerk löschen',
  settingHelp:
    'Fügt dem Menü eines Clips Vom Laufwerk löschen hinzu. Nur sicher gespeicherte Clips werden gelöscht, und nur auf Wunsch.',
  title: (total) => `${clips(total)} vom Laufwerk löschen?`,
  titleNone: (total) =>
    plural(total, {
      one: 'Dieser Clip lässt sich nicht vom Laufwerk löschen',
      other: 'Keiner dieser # Clips lässt sich löschen',
    }),
  titleOff: 'Löschen vom Laufwerk ist ausgeschaltet',
  textOff: 'Unter Einstellungen, Speichern, lässt es sich einschalten. Gelöscht wird nur, was sicher gespeichert ist.',
  openSettings: 'Einstellungen öffnen',
  looking: 'Es wird geprüft, was sicher gespeichert ist',
  lead: 'Die gespeicherten Dateien bleiben. Auf dem Laufwerk sind diese Clips danach für immer weg.',
  cameras: 'Kameras',
  days: 'Tage',
  frees: 'Macht frei',
  stays: 'Gespeichert in',
  kept: (total) => plural(total, { one: '# bleibt auf dem Laufwerk', other: '# bleiben auf dem Laufwerk' }),
  why: (why, total) => reasons[why](total),
  check: 'Unmittelbar davor wird jede Datei erneut gelesen und jeder Clip in einer neuen Liste gesucht.',
  type: (total) => `Zum Fortfahren ${total} eingeben`,
  cancel: 'Abbrechen',
  now: (total) => `${clips(total)} löschen`,

  name: 'Löschen vom Laufwerk',
  done: ({ deleted, unsettled, total }) => `Löscht ${count(deleted + unsettled)} von ${count(total)}`,
  waits: 'wartet auf die nächste Liste des Moduls',
  ended: ({ deleted }) => (deleted === 0 ? 'Nichts wurde gelöscht' : `${clips(deleted)} vom Laufwerk gelöscht`),
  stranger:
    'Angehalten: Noch ein anderer Clip ist vom Laufwerk verschwunden. Vor dem Weiterlöschen die Clips durchsehen.',
  stop: 'Anhalten',
  dismiss: 'Ausblenden',
};
