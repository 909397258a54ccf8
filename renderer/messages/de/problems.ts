// One message for each kind of problem, in German: what happened, what it means, what helps.
import type { Problem, ProblemKind } from '../../../preload/contract.ts';
import type { Messages } from '../index.ts';
import { type ActionLabels, type ProblemTexts, problemTextOf, waitLineOf } from '../problem-text.ts';
import { formats } from './formats.ts';

const actions: ActionLabels = {
  signIn: 'Anmelden',
  useBrowser: 'Im Browser anmelden',
  checkAgain: 'Erneut prüfen',
  tryNow: 'Jetzt versuchen',
  tryAgain: 'Erneut versuchen',
  chooseFolder: 'Wählen…',
  chooseAnother: 'Anderen wählen',
  showFolder: 'Ordner zeigen',
  confirmRemoved: 'Mit Absicht gelöscht',
  howTo: 'So geht’s',
};

/** “Nächster Versuch um 14:05.”, where it is known. */
const nextTry = (problem: Problem, what = 'Nächster Versuch') =>
  problem.nextTryAtMs === undefined ? '' : ` ${what} um ${formats.momentTime(problem.nextTryAtMs)}.`;

const the = (problem: Problem, otherwise: string) => problem.subject ?? otherwise;

const texts: ProblemTexts = {
  'signed-out': () => ({
    title: 'Blink verlangt eine neue Anmeldung.',
    text: 'Nichts ist verloren, die Warteschlange wartet.',
  }),
  'not-signed-in': () => ({
    title: 'Abgemeldet.',
    text: 'Liste und gespeicherte Clips sind hier; die Warteschlange wartet auf die Anmeldung.',
  }),
  'token-line-unreadable': () => ({
    title: 'Das ist keine Token-Zeile.',
    text: 'Sie sieht aus wie refresh_token=… oder wie ein langer Code ohne Leerzeichen.',
  }),
  'token-line-used': () => ({
    title: 'Diese Token-Zeile gilt nicht mehr.',
    text: 'Jede gilt für eine einzige Anmeldung und nicht unbegrenzt. Bei Blink anmelden oder das Skript eine neue Zeile machen lassen.',
  }),
  'sign-in-cancelled': () => ({
    title: 'Die Anmeldung wurde vorher geschlossen.',
    text: 'Nichts wurde geändert.',
  }),
  'sign-in-failed': () => ({
    title: 'Blink hat die Anmeldung nicht abgeschlossen.',
    text: 'Vor dem nächsten Versuch eine Minute warten.',
  }),
  'sign-in-refused': () => ({
    title: 'Blink hält diese Anmeldung für die eines Roboters.',
    text: 'Nicht wiederholen, das sperrt Konten. Ohne VPN oder aus einem anderen Netz versuchen.',
  }),
  'too-many-requests': (problem) => ({
    title: 'Blink verlangt weniger Anfragen.',
    text: `Nichts ist verloren.${nextTry(problem, 'Das Speichern geht weiter')}`,
  }),
  'blink-unavailable': (problem) => ({
    title: 'Blinks Dienst antwortet nicht.',
    text: `Am Sync-Modul liegt es nicht.${nextTry(problem)}`,
  }),
  offline: () => ({
    title: 'Keine Netzverbindung.',
    text: 'Gespeicherte Clips lassen sich abspielen. Die Warteschlange läuft weiter, wenn das Netz wieder da ist.',
  }),
  'no-module': () => ({
    title: 'Dieses Konto hat kein Sync-Modul.',
    text: 'Cliptray braucht eines mit USB-Laufwerk.',
  }),
  'module-offline': (problem) => ({
    title: `${the(problem, 'Das Sync-Modul')} ist offline.`,
    text: 'Strom und WLAN prüfen. Seine Clips warten; gespeicherte lassen sich abspielen.',
  }),
  'module-busy': (problem) => ({
    title: `${the(problem, 'Das Sync-Modul')} ist beschäftigt, wohl mit der Blink-App.`,
    text: nextTry(problem).trim(),
  }),
  'clips-elsewhere': (problem) => ({
    title: `Die Clips von ${the(problem, 'diesem Sync-Modul')} gehen ins Blink-Abo.`,
    text: 'Sein Laufwerk bekommt nur nachts eine Kopie.',
  }),
  'drive-missing': (problem) => ({
    title: `Kein USB-Laufwerk: ${the(problem, 'Sync-Modul')}.`,
    text: 'Einstecken, bis es einrastet. Steckt es schon: das Modul zehn Sekunden vom Strom trennen.',
  }),
  'drive-unformatted': (problem) => ({
    title: `${the(problem, 'Das Sync-Modul')} kann sein Laufwerk nicht lesen.`,
    text: 'Wichtiges davon kopieren, dann in der Blink-App formatieren.',
  }),
  'drive-full': (problem) => ({
    title: 'Das Laufwerk ist voll.',
    text: `${the(problem, 'Das Sync-Modul')} nimmt nichts Neues auf. Was darauf liegt, bleibt.`,
  }),
  'drive-incompatible': (problem) => ({
    title: `${the(problem, 'Das Sync-Modul')} kann dieses Laufwerk nicht nutzen.`,
    text: 'Es nimmt USB-Laufwerke mit 1 bis 256 GB.',
  }),
  'manifest-not-ready': (problem) => ({
    title: `${the(problem, 'Das Sync-Modul')} listet seine Clips noch.`,
    text: nextTry(problem).trim(),
  }),
  'clip-gone': () => ({
    title: 'Dieser Clip ist nicht mehr auf dem Laufwerk.',
    text: 'Er wurde entfernt, bevor er gespeichert war.',
  }),
  'clip-not-video': () => ({
    title: 'Blink hat etwas gesendet, das kein Video ist.',
    text: 'Der Clip ist noch auf dem Laufwerk.',
  }),
  'clip-damaged': () => ({
    title: 'Mehrmals beschädigt angekommen.',
    text: 'Das Laufwerk ist vielleicht defekt. Es wird erneut versucht.',
  }),
  'clip-too-large': () => ({
    title: 'Dieser Clip hat über 512 MB.',
    text: 'Er bleibt auf dem Laufwerk.',
  }),
  'clip-doubtful': () => ({
    title: 'Das Modul hat seine Clips neu nummeriert, während dieser geholt wurde.',
    text: 'Er wird erneut geholt; die zweifelhafte Datei liegt beiseite.',
  }),
  'folder-missing': (problem) => ({
    title: `${the(problem, 'Der Clips-Ordner')} ist nicht erreichbar.`,
    text: 'Ist das Laufwerk oder NAS verbunden? Das Speichern wartet darauf.',
  }),
  'folder-read-only': (problem) => ({
    title: `Cliptray darf nicht schreiben: ${the(problem, 'Clips-Ordner')}.`,
    text: 'Bis dahin bleiben die Clips auf dem USB-Laufwerk.',
  }),
  'disk-full': () => ({
    title: 'Der Datenträger dieses Computers ist voll.',
    text: 'Das Speichern wartet, bis Platz ist; die Clips bleiben auf dem USB-Laufwerk.',
  }),
  'name-too-long': () => ({
    title: 'Der Name dieses Clips wird für diesen Ordner zu lang.',
    text: 'Ein Ordner mit kürzerem Pfad hilft.',
  }),
  'files-missing': (problem) => ({
    title: `Viele gespeicherte Clips fehlen in ${the(problem, 'dem Ordner')}.`,
    text: 'Sie gelten als gespeichert, bis feststeht, dass sie mit Absicht gelöscht wurden. Dann werden sie nicht von selbst wieder geholt.',
  }),
  'source-unreadable': (problem) => ({
    title: `${the(problem, 'Der Datenträger')} ist nicht lesbar.`,
    text: 'Steckt er noch? Was bis dahin kopiert wurde, ist gespeichert; den Rest bringt ein neues Einlesen.',
  }),
  'names-unusable': () => ({
    title: 'Diese Namen gehen nicht.',
    text: 'Die bisherigen bleiben.',
  }),
  'keychain-locked': () => ({
    title: 'Der Schlüsselbund ist gesperrt.',
    text: 'Entsperrt hält er die Anmeldung; sonst gilt sie bis zum Beenden.',
  }),
  'keychain-missing': () => ({
    title: 'Kein Schlüsselbund ist verfügbar.',
    text: 'Die Anmeldung wird nirgends sonst abgelegt: sie gilt bis zum Beenden.',
  }),
  'index-damaged': () => ({
    title: 'Die Liste der Clips war beschädigt',
    text: 'und wird aus Laufwerk und Ordner neu aufgebaut. Die Dateien sind unberührt.',
  }),
  'index-newer': () => ({
    title: 'Diese Liste der Clips stammt von einem neueren Cliptray.',
    text: 'Dieses hier aktualisieren; nichts wurde geändert.',
  }),
  'already-running': () => ({
    title: 'Ein anderes Cliptray speichert mit diesem Profil.',
    text: 'Dieses Fenster zeigt, was es tut, und übernimmt, wenn es fertig ist.',
  }),
  'cannot-open': ({ subject }) => ({
    title: subject
      ? `Kein Programm auf diesem Computer öffnet ${subject}.`
      : 'Kein Programm auf diesem Computer öffnet diese Datei.',
    text: 'Die Datei liegt, wo sie war.',
  }),
  'update-required': () => ({
    title: 'Blink spricht nicht mehr mit dieser Version.',
    text: 'Gespeicherte Clips lassen sich weiter abspielen.',
  }),
  'unexpected-answer': () => ({
    title: 'Blink hat etwas Neues gesendet, das diese Version nicht kennt.',
    text: 'Dieser Teil wird übersprungen, der Rest geht weiter.',
  }),
};

/** A word or two for a row that has no room for a sentence. */
const short: Partial<Record<ProblemKind, string>> = {
  'clip-damaged': 'Beschädigt',
  'clip-not-video': 'Kein Video',
  'clip-too-large': 'Zu groß',
  'clip-gone': 'Weg',
  'clip-doubtful': 'Erneut',
  'name-too-long': 'Name zu lang',
  'disk-full': 'Kein Platz',
};

export const problems: Messages['problems'] = {
  details: { show: 'Einzelheiten', copy: 'Kopieren', copied: 'Kopiert' },
  text: problemTextOf(texts, actions),
  waiting: waitLineOf(texts, (unixMs) => `nächster Versuch um ${formats.momentTime(unixMs)}`),
  short: (kind) => (kind && short[kind]) ?? 'Misslungen',
};
