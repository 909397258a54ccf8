// The words of signing in, in German.
import type { Messages } from '../index.ts';

export const signIn: Messages['signIn'] = {
  title: 'Auf Blinks Seite anmelden',
  again: 'Erneut anmelden',
  lead: 'Sie öffnet sich in einem kleinen Fenster. Cliptray sieht das Passwort nicht: was Zugang gibt, liegt im Schlüsselbund und sonst nirgends.',
  againLead: 'Nichts ist verloren: gespeicherte Clips bleiben, die Warteschlange läuft nach der Anmeldung weiter.',
  openLead:
    'Sie ist im kleinen Fenster daneben offen. Den Code, den Blink sendet, dort eingeben. Cliptray macht von selbst weiter.',
  windowTitle: 'Bei Blink anmelden',
  atBlink: 'Bei Blink anmelden',
  inBrowser: 'Stattdessen im Browser anmelden',
  bringToFront: 'Nach vorn holen',
  waiting: 'Wartet auf die Anmeldung',
  waitingText: 'Dafür sind 15 Minuten Zeit; neu beginnen ist möglich.',
  cancel: 'Abbrechen',
  finishing: 'Blink wird nach der Anmeldung gefragt',
  browserLead:
    'Dort anmelden. Am Ende steht eine leere Seite: ihre Adresse, die mit applinks.blink.com beginnt, kopieren und hier einfügen.',
  browserAddress: 'Adresse der letzten Seite',
  browserHint: 'https://applinks.blink.com/signin/callback?…',
  goOn: 'Weiter',
  dontRepeat: 'Lehnt Blink ab, nicht wiederholen: das sperrt Konten. Ohne VPN oder aus einem anderen Netz versuchen.',
  pagePreview: 'Blinks Anmeldeseite',
  pageHost: 'api.oauth.blink.com',
  checkAddress: 'Adresse prüfen: sie muss enden auf',
  checkedDomain: 'blink.com',
  pasteLine: 'Token-Zeile einfügen',
  tokenLine: 'Token-Zeile',
  tokenLineHint: 'refresh_token=…|host=…|client_id=…',
  tokenLineHelp:
    'Die Zeile, die Blink-Skripte als BLINK_TOKENS aufbewahren, oder ein Refresh-Token allein. E-Mail und Passwort darin werden ignoriert.',
  suggested: 'Ausgefüllt für die simulierte Cloud. Vor der Anmeldung wird nichts gesendet.',
  whatIsThis: 'Woher kommt sie?',
  signIn: 'Anmelden',
  signingIn: 'Meldet an',
  back: 'Zurück zu den Clips',
  opening: 'Mediathek wird geöffnet',
};
