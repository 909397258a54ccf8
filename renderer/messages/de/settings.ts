// The words of the settings, in German.
import type { Pace, Theme } from '../../../preload/contract.ts';
import type { Messages } from '../index.ts';
import { formats } from './formats.ts';

const themes: Readonly<Record<Theme, string>> = { system: 'System', light: 'Hell', dark: 'Dunkel' };
const paces: Readonly<Record<Pace, string>> = { gentle: 'Sanft', brisk: 'Zügig', full: 'Voll' };

export const settings: Messages['settings'] = {
  title: 'Einstellungen',
  close: 'Schließen',
  appearance: 'Aussehen',
  appearanceHelp: 'Hell, dunkel oder wie das System.',
  theme: (theme) => themes[theme],
  pages: {
    general: 'Allgemein',
    folder: 'Ordner und Namen',
    saving: 'Speichern',
    notifications: 'Mitteilungen',
    account: 'Konto',
    about: 'Über',
  },
  newClips: 'Neue Clips',
  autoSave: 'Neue Clips von selbst speichern',
  autoSaveHelp: 'Sobald sie auf dem Laufwerk sind, die neuesten zuerst.',
  autoSaveWhich: 'Welche Clips',
  autoSaveSince: (since) => `Die seit ${since} gekommenen.`,
  autoSaveAllHelp: 'Auch die, die schon auf dem Laufwerk sind.',
  autoSaveFrom: { now: 'Neue', all: 'Alle' },
  autoSaveCameras: 'Clips dieser Kameras',
  saveAllGroup: 'Alle speichern',
  saveAllCameras: 'Kameras, die „Alle speichern“ meint',
  saveAllCamerasHelp:
    'Clips der anderen werden gespeichert, wenn sie ausgewählt sind oder nur diese Kamera gezeigt wird.',
  checkEvery: 'Nach neuen Clips sehen',
  checkEveryHelp: 'Häufigeres Fragen macht das Modul nicht schneller.',
  everyMinutes: (minutes) =>
    minutes === 60 ? 'Jede Stunde' : formats.plural(minutes, { one: 'Jede Minute', other: 'Alle # Minuten' }),
  paceGroup: 'Tempo',
  pace: 'Wie zügig gespeichert wird',
  paceHelp:
    'Sanft fragt Blink höchstens 30-mal je Minute: etwa 12 Clips. Zügig fragt doppelt so oft, Voll so oft, wie das Modul senden kann.',
  paceOf: (pace) => paces[pace],
  folder: 'Clips-Ordner',
  noFolder: 'Noch keiner gewählt. Beim Speichern des ersten Clips wird danach gefragt.',
  freeSpace: (free) => `${free} frei`,
  chooseFolder: 'Wählen…',
  changeFolder: 'Ändern…',
  showFolder: 'Zeigen',
  closeToTray: 'Im Infobereich weiterlaufen',
  closeToTrayHelp:
    'Beim Schließen des Fensters bleibt Cliptray im Infobereich und speichert weiter. Ohne Infobereich endet es.',
  keepAwake: 'Computer beim Speichern wach halten',
  keepAwakeHelp:
    'Der Bildschirm darf dunkel werden. Zugeklappt schläft der Computer trotzdem; danach geht das Speichern weiter.',
  driveGroup: 'Das Laufwerk',
  driveFullerThan: 'Mitteilen, wenn ein Laufwerk voller ist als',
  driveFullerThanHelp: 'Einmal, auf dem Desktop. Ein volles Laufwerk wird immer mitgeteilt.',
  percent: (percent) => (percent === 100 ? 'Nur wenn voll' : formats.percent(percent / 100)),
  savingHours: 'Nur zu diesen Zeiten',
  savingHoursHelp:
    'Gilt, wenn alles gespeichert wird, und für neue Clips. Was abgespielt oder einzeln gespeichert wird, kommt jederzeit zuerst.',
  openAtLogin: 'Beim Anmelden am Computer starten',
  openAtLoginHelp: 'Cliptray startet im Infobereich, ohne Fenster.',
  tell: 'Auf dem Desktop mitteilen',
  tellNewClips: 'Neue Clips',
  tellNewClipsHelp: 'Die einer Minute werden zusammen mitgeteilt.',
  tellJobs: 'Das Ende eines Auftrags',
  quiet: 'Ruhezeit',
  quietHelp: 'Dann erscheint nichts auf dem Desktop; die Liste im Fenster hat alles.',
  from: (what) => `${what}: von`,
  to: 'bis',
  until: (what) => `${what}: bis`,
  tellOf: 'Neue Clips dieser Kameras',
  electron: (version) => `Electron ${version}`,
  log: 'Protokoll',
  logHelp:
    'Was Cliptray tat und was misslang, für eine Fehlermeldung. Ohne Token und Passwort, mit Namen von Kameras und Ordnern.',
  unofficial: 'Nicht von Blink oder Amazon hergestellt oder geprüft.',
};
