// The words of the account: who is signed in, signing out, forgetting everything; in German.
import type { Messages } from '../index.ts';
import { clips } from './counted.ts';
import { formats } from './formats.ts';

const { bytes, plural } = formats;
const files = (total: number, size: number) =>
  total === 0 ? 'keine' : `${plural(total, { one: '# Datei', other: '# Dateien' })}, ${bytes(size)}`;

const forgetWord = 'vergessen';

export const account: Messages['account'] = {
  title: 'Konto',
  signedIn: (accountId) => `Angemeldet mit Konto ${accountId}`,
  keptIn: {
    keychain: 'Die Anmeldung liegt im Schlüsselbund und sonst nirgends.',
    memory: 'Die Anmeldung bleibt bis zum Beenden im Speicher: kein Schlüsselbund ist verfügbar.',
    file: 'Die Anmeldung liegt in einer Datei, wie es ein Test verlangt.',
  },
  signedOut: 'Abgemeldet',
  signedOutHelp: 'Liste, gespeicherte Clips und Warteschlange sind hier.',
  signIn: 'Anmelden',
  signOut: 'Abmelden…',
  forget: 'Alles vergessen',
  forgetHelp: 'Löscht alles, was Cliptray auf diesem Computer aufbewahrt. Gespeicherte Clips bleiben.',
  forgetDots: 'Vergessen…',

  cancel: 'Abbrechen',
  signOutTitle: 'Abmelden?',
  signOutLead:
    'Cliptray vergisst die Anmeldung und meldet das Blink. Bis zur nächsten Anmeldung wird nichts Neues gelistet oder gespeichert.',
  signOutNow: 'Abmelden',
  stays: 'Das bleibt',
  savedClips: ({ folder, clips: saved }) =>
    folder === null
      ? 'Gespeicherte Clips: keine, es ist kein Ordner gewählt'
      : `${clips(saved)} gespeichert in ${folder}`,
  listStays: (total) => `Die Liste mit ${clips(total)}, samt den schon abgespielten`,
  queueWaits: (waiting) =>
    waiting === 0
      ? 'Die Warteschlange, zurzeit leer'
      : `Die Warteschlange: ${plural(waiting, { one: '# Clip wartet', other: '# Clips warten' })}`,

  forgetTitle: 'Alles vergessen?',
  deleted: 'Von diesem Computer gelöscht wird',
  notDeleted: 'Nicht gelöscht wird',
  deletedRows: (all) => [
    { name: 'Anmeldung', what: 'aus dem Schlüsselbund' },
    {
      name: 'Liste der Clips',
      what: `${clips(all.list.clips)}${all.accounts > 1 ? ` aus ${all.accounts} Konten` : ''}, ${bytes(all.list.bytes)}`,
    },
    {
      name: 'Warteschlange',
      what: all.waiting === 0 ? 'leer' : plural(all.waiting, { one: '# Clip wartet', other: '# Clips warten' }),
    },
    { name: 'Abgespielte Clips', what: files(all.played.files, all.played.bytes) },
    { name: 'Bilder', what: files(all.pictures.files, all.pictures.bytes) },
    ...(all.setAside.files > 0
      ? [{ name: 'Zweifelhafte Dateien', what: files(all.setAside.files, all.setAside.bytes) }]
      : []),
    { name: 'Einstellungen und Protokolle', what: bytes(all.settingsBytes + all.logBytes) },
  ],
  drive: 'Clips auf dem USB-Laufwerk im Sync-Modul',
  forgetWord,
  isForgetWord: (typed) => typed.trim().toLowerCase() === forgetWord,
  typeToGoOn: (word) => `Zum Fortfahren „${word}“ eintippen`,
  forgetNow: 'Alles vergessen',
};
