// The words of saving jobs and of choosing the folder, in German.
import type { Messages } from '../index.ts';
import { clips } from './counted.ts';
import { formats } from './formats.ts';

const { count, plural } = formats;

export const jobs: Messages['jobs'] = {
  name: 'Speichern',
  title(title) {
    switch (title.kind) {
      case 'one':
        return title.camera;
      case 'selection':
        return 'Auswahl';
      case 'clips':
        return `${title.camera ?? 'Mehrere Kameras'}, ${formats.isoDaysName(title.fromDay, title.toDay)}`;
      case 'day':
        return title.camera ? `${title.camera}, ${formats.isoDayName(title.day)}` : formats.isoDayName(title.day);
      case 'all':
        return 'Alle nicht gespeicherten Clips';
      case 'new':
        return 'Neue Clips';
    }
  },
  saving: (saved, total) => `Speichert ${count(saved)} von ${count(total)}`,
  savingShort: (saved, total) => `${count(saved)} von ${count(total)}`,
  finishing: 'Letzte Clips werden geprüft',
  rate: (secondsPerClip) => `${formats.seconds(secondsPerClip)} je Clip`,
  timeLeft: (ms) => `noch etwa ${formats.duration(ms)}`,
  timeLeftShort: (ms) => `noch ${formats.duration(ms)}`,
  lacks: (bytes) => `etwa ${formats.bytes(bytes)} zu wenig Platz`,
  toTryAgain: (failed) => `${count(failed)} zu wiederholen`,
  moreJobs: (total) => plural(total, { one: '# weiterer Auftrag wartet', other: '# weitere Aufträge warten' }),
  done: (saved, bytes) => `${clips(saved)} gespeichert · ${formats.bytes(bytes)}`,
  nothingToSave: 'Diese Clips waren schon gespeichert',
  partlyDone: (saved, total) => `${count(saved)} von ${clips(total)} gespeichert`,
  couldNot: (failed) => `${count(failed)} nicht gespeichert`,
  cancelled: (saved, total) => `Abgebrochen nach ${count(saved)} von ${clips(total)}`,
  cancel: 'Auftrag abbrechen',
  showFolder: 'Ordner zeigen',
  tryAgain: 'Erneut versuchen',
  dismiss: 'Ausblenden',
  spoken: (saved, total) => `${count(saved)} von ${count(total)} gespeichert`,
};

export const folder: Messages['folder'] = {
  question: 'Wohin mit den Clips?',
  lead: (total) =>
    `Ordner für die Clips wählen. Danach ${plural(total, { one: 'wird # Clip', other: 'werden # Clips' })} dort gespeichert.`,
  size: (bytes) => `Sie brauchen etwa ${formats.bytes(bytes)}.`,
  example: 'Der erste heißt dann',
  promise: 'Cliptray ändert und entfernt nichts anderes darin.',
  choose: 'Ordner wählen…',
  cancel: 'Nicht jetzt',
};
