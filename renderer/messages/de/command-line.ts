// The words of the command line, in German.
import type { Messages } from '../index.ts';
import { clips } from './counted.ts';
import { formats } from './formats.ts';

const { count, plural } = formats;

export const commandLine: Messages['commandLine'] = {
  usage: {
    heading: 'Aufruf',
    seeHelp: 'cliptray --help zeigt alle Befehle.',
    names: {
      command: 'BEFEHL',
      folder: 'ORDNER',
      camera: 'NAME',
      when: 'WANN',
      count: 'ZAHL',
      hours: 'ZEITRAUM',
      job: 'AUFTRAG',
      length: 'DAUER',
    },
    commands: {
      'sign-in': 'liest eine Token-Zeile von der Standardeingabe',
      'sign-out': 'nimmt die Anmeldung aus dem Schlüsselbund; Clips und Liste bleiben',
      status: 'sagt, wer angemeldet ist, wohin gespeichert wird und wie alt die Liste ist',
      list: 'listet Clips',
      save: 'speichert Clips',
      queue: 'zeigt die Aufträge, was noch fehlt und woran Clips scheiterten',
      pause: 'hält alles oder einen Auftrag an, bis zum Fortsetzen oder für eine Dauer',
      resume: 'setzt alles oder einen Auftrag fort',
      cancel: 'bricht einen Auftrag ab; Gespeichertes bleibt',
      retry: 'versucht erneut, was misslang: alles oder das eines Auftrags',
      move: 'gibt einem Auftrag einen anderen Platz in der Warteschlange',
      dismiss: 'nimmt beendete Aufträge samt misslungenen Clips aus der Warteschlange',
      hours: 'lässt Aufträge, die alles speichern, nur zu diesen Zeiten laufen, oder jederzeit',
      import: 'kopiert Clips von einem Datenträger oder aus einem Ordner, ohne Netz',
      verify: 'vergleicht den Ordner mit dem Verzeichnis der Clips',
      forget: 'löscht alles außer gespeicherten Clips, wenn das Wort „vergessen“ eingetippt wird',
    },
    given: [
      'WANN ist ein Datum oder eine Zeit wie 2026-11-23 oder 2026-11-23T14:00, oder eine Dauer wie 12h oder 7d.',
      'ZEITRAUM sind zwei Uhrzeiten wie 23:00-07:00: nur dann wird gespeichert.',
      'AUFTRAG ist eine Nummer, die cliptray queue zeigt. DAUER ist etwa 30m, 12h oder 7d.',
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
    notFor: (option, command) => `${option} bedeutet nichts bei ${command}`,
    job: (given) => `ein Auftrag ist eine Nummer, die cliptray queue zeigt, nicht ${given}`,
    cancelWhat: 'welchen Auftrag abbrechen? cliptray cancel AUFTRAG; cliptray queue zeigt die Nummern',
    moveWhat: 'welchen Auftrag wohin? cliptray move AUFTRAG first|up|down|last',
    whichHours: 'welche Zeiten? cliptray hours 23:00-07:00 oder cliptray hours any',
    hours: (given) => `Zeiten sind zwei Uhrzeiten wie 23:00-07:00, oder any, nicht ${given}`,
    forOrUntil: 'entweder --for oder --until, nicht beides',
    for: (given) => `--for nimmt eine Dauer wie 30m, 1h oder 2d, nicht ${given}`,
    until: (given) => `--until nimmt tomorrow oder eine künftige Zeit, nicht ${given}`,
    quietHours: (given) => `--quiet-hours nimmt zwei Uhrzeiten wie 23:00-07:00, nicht ${given}`,
    cloudAddress: (given) => `CLIPTRAY_BLINK_URL muss eine Adresse auf diesem Computer sein, nicht ${given}`,
  },
  tokensNeedFile: 'CLIPTRAY_TOKENS gilt nur mit CLIPTRAY_TOKEN_FILE: mit cliptray sign-in anmelden',
  tokensInFile: 'Token liegen in einer Datei, nur für Tests: CLIPTRAY_TOKEN_FILE',

  noFolder: 'Noch kein Ordner gewählt: in der App wählen oder mit --to ORDNER nennen.',
  alreadyRunning: 'Cliptray speichert schon mit diesem Profil: die App oder eine andere Befehlszeile.',
  keepsQueue:
    'Cliptray läuft mit diesem Profil, als App oder andere Befehlszeile. Im Fenster ändern oder das zuerst beenden.',
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
  nothingNew: 'Nichts Neues gespeichert.',
  leftOutRemoved: (total) =>
    `${clips(total)} ausgelassen, weil aus dem Ordner entfernt: --camera oder --since holt sie wieder.`,
  leftOutExcluded: (total) => `${clips(total)} ausgelassen, wie in der App bestimmt.`,
  leftOutCameras: (total, cameras) =>
    `${clips(total)} ausgelassen, von Kameras, die in den Einstellungen ausgelassen sind (${cameras.join(', ')}): --camera NAME speichert sie.`,
  saved: (total, folder) => `${clips(total)} in ${folder} gespeichert.`,

  unknownJob: (job, known) =>
    `Einen Auftrag ${job}, mit dem das geht, gibt es nicht. ${known.length === 0 ? 'Es gibt gar keinen.' : `Es gibt: ${known.join(', ')}.`}`,
  stillOpen: (job) => `Auftrag ${job} ist nicht beendet: cliptray cancel ${job} bricht ihn ab.`,
  toCome: (bytes) => `noch ${formats.bytes(bytes)}`,
  inHours: 'nur zu den gewählten Zeiten',
  failedSoFar: (attempts) => `${plural(attempts, { one: 'Einmal', other: '#-mal' })} misslungen, wird erneut versucht`,
  paused: (job, untilMs) =>
    `${job === null ? 'Alles' : `Auftrag ${job}`} ist angehalten${untilMs === null ? '' : ` bis ${formats.momentAhead(untilMs, Date.now())}`}.`,
  resumed: (job) =>
    job === null ? 'Es geht weiter, bis auf einzeln angehaltene Aufträge.' : `Auftrag ${job} geht weiter.`,
  cancelled: (job, waiting) =>
    `Auftrag ${job} ist abgebrochen: ${clips(waiting)} ${plural(waiting, { one: 'wird', other: 'werden' })} nicht gespeichert.`,
  retried: (total) =>
    total === 0
      ? 'Nichts misslang, was ein neuer Versuch brächte.'
      : `${clips(total)} ${plural(total, { one: 'wird', other: 'werden' })} erneut versucht.`,
  moved: (job) => `Auftrag ${job} hat seinen neuen Platz.`,
  dismissed: (total) =>
    total === 0
      ? 'Kein beendeter Auftrag ist zu entfernen.'
      : `Entfernt, samt ${plural(total, { one: '# Clip, der', other: '# Clips, die' })} nicht zu speichern ${plural(total, { one: 'war', other: 'waren' })}.`,
  hoursAre: (hours) =>
    hours === null
      ? 'Aufträge, die alles speichern, laufen jederzeit.'
      : `Aufträge, die alles speichern, laufen nur von ${formats.minuteOfDay(hours.fromMinute)} bis ${formats.minuteOfDay(hours.toMinute)}.`,

  nothingListed: 'Noch sind keine Clips gelistet, also ist keiner zu erkennen: erst anmelden und nach Clips sehen.',

  littleRoom: (bytes) =>
    `Im Ordner fehlen etwa ${formats.bytes(bytes)} Platz; was hineinpasst, wird gespeichert, der Rest wartet auf Platz.`,
  waitsUntil: (unixMs) => `Wartet bis ${formats.momentTime(unixMs)}.`,

  read: (done, total) => `${count(done)} von ${clips(total)} gelesen`,
  missing: (file) => `fehlt: ${file}`,
  changed: (file) => `verändert: ${file}`,
  allThere: (total) =>
    plural(total, { one: '# Clip ist da, Byte für Byte.', other: 'Alle # Clips sind da, Byte für Byte.' }),
  differ: (different, total) =>
    `${count(different)} von ${clips(total)} ${plural(different, { one: 'weicht', other: 'weichen' })} ab.`,
};
