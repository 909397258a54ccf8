// The words of taking clips from a carried drive, in German.
import type { LeftFile } from '../../../preload/contract.ts';
import type { Messages } from '../index.ts';
import { clips } from './counted.ts';
import { formats } from './formats.ts';

const { bytes, bytesBeside, count, plural } = formats;
const files = (total: number) => plural(total, { one: '# Datei', other: '# Dateien' });
const reasons: Readonly<Record<LeftFile['reason'], string>> = {
  'no-clip': 'Kein Clip dieser Zeit und Kamera ist gelistet.',
  misfit: 'Ein Clip dieser Zeit ist gelistet, aber nicht mit dieser Größe oder Länge.',
  several: 'Sie passt zu mehr als einem Clip.',
  'same-clip': 'Eine andere Datei passt zum selben Clip.',
  'not-video': 'Sie ist kein ganzes Video.',
  'on-its-way': 'Das Modul sendet diesen Clip schon.',
  removed: 'Die Datei war im Ordner gelöscht worden.',
  unreadable: 'Der Datenträger konnte sie nicht lesen.',
};

export const carried: Messages['carried'] = {
  group: 'Mitgebrachter Datenträger',
  name: 'Vom Datenträger einlesen',
  help: 'Den USB-Stick des Moduls an diesen Computer stecken: Clips werden so schnell kopiert, wie er liest, und keiner wird noch einmal geholt.',
  import: 'Vom Datenträger einlesen…',
  question: 'Datenträger oder Ordner mit Clips wählen',
  lead: 'Dateien werden unter den eigenen Namen in den Ordner kopiert. Am Datenträger ändert sich nichts.',
  drives: 'Angesteckte Datenträger',
  noDrives: 'Kein Datenträger ist angesteckt, oder er ist noch nicht eingehängt.',
  looksLikeBlink: 'Hat Blink-Clips',
  lookAgain: 'Noch einmal nachsehen',
  otherFolder: 'Ordner wählen…',
  cancel: 'Abbrechen',
  startOf: (drive) => `Von ${drive} einlesen`,
  looking: (done, total) => `${count(done)} von ${files(total)} gelesen`,
  copying: (done, total) => `${count(done)} von ${clips(total)} kopiert`,
  copiedBytes: (done, total) => `${bytesBeside(done, total)} von ${bytes(total)}`,
  stop: 'Anhalten',
  ended: ({ imported, had }) =>
    [`${clips(imported)} eingelesen`, had > 0 ? `${count(had)} waren schon gespeichert` : '']
      .filter(Boolean)
      .join(', ')
      .concat('.'),
  stopped: 'Angehalten.',
  guessed: (total) =>
    `${plural(total, { one: '# ist geraten', other: '# sind geraten' })}: nur nach Zeit, Größe und Länge zugeordnet.`,
  left: (total) => `${files(total)} blieben liegen: Welcher Clip es ist, war nicht zu entscheiden.`,
  details: 'Dateien zeigen…',
  report: 'Was eingelesen wurde',
  guessedFiles: 'Geraten',
  leftFiles: 'Liegen geblieben',
  reason: (reason) => reasons[reason],
  andMore: (more) => `und ${count(more)} weitere`,
  close: 'Schließen',
};
