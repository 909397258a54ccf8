// The words of the first run, in German.
import type { Messages } from '../index.ts';
import { clips } from './counted.ts';
import { formats } from './formats.ts';

const { plural, count } = formats;
const small = ['Keine', 'Ein', 'Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs', 'Sieben', 'Acht', 'Neun'];
const modules = (total: number) => `${small[total] ?? count(total)} ${total === 1 ? 'Modul' : 'Module'}`;

const whenReadable = 'Clips erscheinen, wenn es lesbar ist. Es kann schon weitergehen.';
const triedAgain = 'Cliptray versucht es von selbst erneut. Es kann schon weitergehen.';

export const firstRun: Messages['firstRun'] = {
  steps: {
    name: 'Erste Schritte',
    welcome: 'Willkommen',
    'sign-in': 'Anmelden',
    drives: 'Laufwerke',
    folder: 'Ordner',
  },
  done: 'erledigt',
  back: 'Zurück',
  title: 'Die Clips vom Laufwerk in einen Ordner',
  lead: 'Cliptray zeigt jeden Clip auf dem USB-Laufwerk im Blink Sync-Modul, spielt ihn ab und speichert, was bleiben soll.',
  points: [
    { title: 'Nur zwischen Blink und diesem Computer.', text: 'Keine andere Cloud, kein Konto bei uns.' },
    { title: 'Wir sehen kein Passwort.', text: 'Die Anmeldung läuft auf Blinks eigener Seite.' },
    { title: 'Ein Clip gilt als gespeichert, wenn seine Datei geprüft ist.', text: 'Vorher nicht.' },
  ],
  start: 'Bei Blink anmelden',
  goOnSignedIn: 'Weiter',
  savedOnly: 'Nur gespeicherte Clips öffnen',
  unofficial:
    'Nicht von Blink oder Amazon hergestellt oder geprüft. Nutzt denselben Dienst wie die Blink-App, der sich jederzeit ändern kann.',
  signedIn: 'Angemeldet',

  looking: 'Suche nach Laufwerken',
  foundNothing: 'Die Systeme konnten noch nicht abgefragt werden',
  noModule: 'Kein Sync-Modul in diesem Konto',
  found: (found, total) => `${modules(found)}${total > 0 ? ` und ${clips(total)}` : ''} gefunden`,
  readingLead: 'Die Listen werden gelesen, die Zahlen wachsen noch. Warten ist nicht nötig.',
  foundLead: 'Cliptray liest die Liste jedes Laufwerks einmal, danach nur Neues.',
  cameras: (total) => plural(total, { one: '# Kamera', other: '# Kameras' }),
  clips,
  status: { ready: 'bereit', reading: 'liest', offline: 'offline', closed: 'braucht Hilfe' },
  driveUsed: (percent) => `${formats.percent(percent / 100)} des Laufwerks belegt`,
  driveName: (module) => `Laufwerk von ${module}`,
  camerasFound: 'Kameras',
  cameraOffline: 'offline',
  subscription:
    'Mit Blink-Abo liegen die Clips in Blinks Cloud und dieses Laufwerk ist nur ihre tägliche Kopie. Ohne Abo ist alles hier.',
  stillWorks(kind) {
    switch (kind) {
      case 'no-module':
        return 'Clips erscheinen von selbst, wenn eines mit USB-Laufwerk hinzukommt. Umsehen geht schon jetzt.';
      case 'module-offline':
        return 'Clips erscheinen, wenn es wieder da ist. Es kann schon weitergehen.';
      case 'clips-elsewhere':
        return 'Was auf dem Laufwerk liegt, lässt sich abspielen und speichern. Es kann schon weitergehen.';
      case 'drive-missing':
      case 'drive-unformatted':
      case 'drive-incompatible':
        return whenReadable;
      default:
        return triedAgain;
    }
  },
  toFolder: 'Ordner wählen',

  folderTitle: 'Wohin mit den Clips?',
  folderLabel: 'Ordner',
  choose: 'Wählen…',
  free: (bytes) => `${formats.bytes(bytes)} frei.`,
  needed: (total, bytes) =>
    total === 1
      ? `Der Clip bräuchte etwa ${formats.bytes(bytes)}.`
      : `Alle ${clips(total)} bräuchten etwa ${formats.bytes(bytes)}.`,
  tooLittle: (total, bytes) => `Alle ${clips(total)} brauchen etwa ${formats.bytes(bytes)}: mehr als das.`,
  nothingSavedYet: 'Noch ist nichts gespeichert. Als Nächstes lassen sich einzelne oder alle Clips speichern.',
  promise: 'Cliptray ändert und entfernt nichts anderes in diesem Ordner.',
  notNow: 'Nicht jetzt',
  finish: 'Clips zeigen',
  preview: 'Vorschau',
  newest: 'Der neueste Clip heißt dann',
  noExample: 'Ein Clip heißt nach Kamera, Tag und Uhrzeit. Ein Beispiel erscheint mit dem ersten Clip.',
};
