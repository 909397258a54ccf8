// The words of the command line, in German.
import type { Messages } from '../index.ts';
import { clips } from './counted.ts';
import { formats } from './formats.ts';

const { count, plural } = formats;

export const commandLine: Messages['commandLine'] = {
  usage: {
    heading: 'Aufruf',
    names: { folder: 'ORDNER', camera: 'NAME', when: 'WANN', count: 'ZAHL', hours: 'ZEITRAUM' },
    commands: {
      'sign-in': 'liest eine Token-Zeile von der Standardeingabe',
      'sign-out': 'nimmt die Anmeldung aus dem Schlüsselbund; Clips und Liste bleiben',
      status: 'sagt, wer angemeldet ist, wohin gespeichert wird und wie alt die Liste ist',
      list: 'listet Clips',
      save: 'speichert Clips',
      import: 'kopiert Clips von einem Datenträger oder aus einem Ordner, ohne Netz',
      verify: 'vergleicht den Ordner mit dem Verzeichnis der Clips',
      forget: 'löscht alles außer gespeicherten Clips, wenn das Wort „vergessen“ eingetippt wird',
    },
    given: [
      'WANN ist ein Datum oder eine Zeit wie 2026-11-23 oder 2026-11-23T14:00, oder eine Dauer wie 12h oder 7d.',
      'ZEITRAUM sind zwei Uhrzeiten wie 23:00-07:00: nur dann wird gespeichert.',
    ],
  },
  wrong: {
    noCommand: 'kein Befehl',
    unknownCommand: (name) => `unbekannter Befehl: ${name}`,
    unknownOption: (name) => `unbekannte Option: ${name}`,
    noValue: (option) => `${option} braucht einen Wert`,
    unwantedValue: (option) => `${option} nimmt keinen Wert`,
    unexpected: (word) => `unerwartetes Argument: ${word}`,
    saveWhat: 'was speichern? --all, --unsaved, --camera NAME oder --since WANN',
    importWhat: 'woher einlesen? cliptray import ORDNER',
    limit: (given) => `--limit nimmt eine ganze Zahl über 0, nicht ${given}`,
    since: (given) => `--since nimmt ein Datum, eine Zeit oder eine Dauer wie 12h oder 7d, nicht ${given}`,
    pace: (given) => `--pace nimmt gentle, brisk oder full, nicht ${given}`,
    quietHours: (given) => `--quiet-hours nimmt zwei Uhrzeiten wie 23:00-07:00, nicht ${given}`,
    cloudAddress: (given) => `CLIPTRAY_BLINK_URL muss eine Adresse auf diesem Computer sein, nicht ${given}`,
  },
  tokensNeedFile: 'CLIPTRAY_TOKENS gilt nur mit CLIPTRAY_TOKEN_FILE: mit cliptray sign-in anmelden',
  tokensInFile: 'Token liegen in einer Datei, nur für Tests: CLIPTRAY_TOKEN_FILE',

  noFolder: 'Noch kein Ordner gewählt: in der App wählen oder mit --to ORDNER nennen.',
  alreadyRunning: 'Cliptray speichert schon mit diesem Profil: die App oder eine andere Befehlszeile.',
  neverSignedIn: 'Mit diesem Profil ist noch niemand angemeldet: cliptray sign-in, oder in der App anmelden.',
  unknownCamera: (name, known) => `Keine Kamera heißt ${name}. Es gibt: ${known.join(', ') || 'keine'}.`,

  pasteLine: 'Token-Zeile einfügen, dann Eingabe und Strg+D drücken:',
  signedIn: 'Angemeldet.',
  signedOut: 'Abgemeldet.',
  wasSignedOut: 'Niemand war angemeldet.',
  stays: (saved, waiting) =>
    `Das bleibt: die Liste, ${plural(saved, { one: '# gespeicherter Clip', other: '# gespeicherte Clips' })} und ${plural(waiting, { one: '# wartender Clip', other: '# wartende Clips' })}.`,
  forgotten: 'Alles ist vergessen.',
  notForgotten: 'Nichts wurde gelöscht.',

  account: (accountId, total, saved) => `Konto ${accountId}: ${clips(total)}, davon ${count(saved)} gespeichert.`,
  noAccount: 'Noch niemand ist angemeldet.',
  savedIn: (folder) => `Clips liegen in ${folder}`,
  noFolderYet: 'Noch kein Ordner gewählt.',
  autoSaveOff: 'Neue Clips werden nicht von selbst gespeichert.',
  autoSave: (since, ignored) =>
    `${since === null ? 'Alle Clips' : `Clips seit ${since}`} werden von selbst gespeichert, solange die App läuft${ignored.length > 0 ? `, außer ${ignored.join(', ')}` : ''}.`,
  listedAt: (module, time) => `${module}: ${time === null ? 'noch nicht gelistet' : `gelistet um ${time}`}`,

  allSaved: 'Alles war schon gespeichert.',
  saved: (total, folder) => `${clips(total)} in ${folder} gespeichert.`,

  nothingListed: 'Noch sind keine Clips gelistet, also ist keiner zu erkennen: erst anmelden und nach Clips sehen.',

  waitsUntil: (unixMs) => `Wartet bis ${formats.momentTime(unixMs)}.`,

  read: (done, total) => `${count(done)} von ${clips(total)} gelesen`,
  missing: (file) => `fehlt: ${file}`,
  changed: (file) => `verändert: ${file}`,
  allThere: (total) =>
    plural(total, { one: '# Clip ist da, Byte für Byte.', other: 'Alle # Clips sind da, Byte für Byte.' }),
  differ: (different, total) =>
    `${count(different)} von ${clips(total)} ${plural(different, { one: 'weicht', other: 'weichen' })} ab.`,
};
