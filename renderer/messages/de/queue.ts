// The words of the queue: jobs that wait, run, hold or have ended, and why a clip could not be saved; in German.
import type { PauseLength, ProblemKind } from '../../../preload/contract.ts';
import type { Messages } from '../index.ts';
import { clips } from './counted.ts';
import { formats } from './formats.ts';

const { bytesBeside, count, momentAhead } = formats;

const lengths: Readonly<Record<PauseLength, string>> = {
  hour: 'Für 1 Stunde',
  tomorrow: 'Bis morgen, 06:00',
  'until-resumed': 'Bis zum Fortsetzen',
};

const failed = 'Misslungen';
const reasons: Readonly<Partial<Record<ProblemKind, string>>> = {
  'clip-gone': 'Nicht mehr auf dem Laufwerk',
  'clip-not-video': 'Kein Video',
  'clip-damaged': 'Beschädigt',
  'clip-too-large': 'Zu groß',
  'clip-doubtful': 'Vielleicht ein anderer Clip',
  'module-offline': 'Das Modul brach mittendrin ab',
  'no-module': 'Sein Modul ist nicht mehr im Konto',
  'name-too-long': 'Sein Name ist zu lang für den Ordner',
};

export const queue: Messages['queue'] = {
  name: 'Warteschlange',
  spoken: (part) => (part === null ? 'Warteschlange' : `Warteschlange, ${formats.percent(part)}`),
  empty: 'Nichts wird gespeichert',
  emptyText: 'Hier stehen Aufträge, die Clips speichern, mit dem, was noch fehlt oder misslang.',
  pauseAll: 'Alles anhalten',
  resumeAll: 'Alles fortsetzen',
  pause: 'Anhalten',
  resume: 'Fortsetzen',
  pauseFor: (length) => lengths[length],
  paused: (untilMs, nowMs) => (untilMs === null ? 'Angehalten' : `Angehalten bis ${momentAhead(untilMs, nowMs)}`),
  waits: 'Wartet',
  waitsUntil: (unixMs, nowMs) => `Wartet bis ${momentAhead(unixMs, nowMs)}`,
  lane: (isSaving, pace) => (isSaving ? `Speichert, Tempo „${pace}“` : 'Ruht'),
  listing: 'Liste der Clips wird gelesen',
  deleting: 'Löscht Clips vom Laufwerk',
  aClipTakes: 'Dauer je Clip',
  clipsAMinute: 'Clips je Minute',
  perMinute: (secondsPerClip) => formats.tenths(60 / secondsPerClip),
  more: 'Mehr',
  moveFirst: 'Zuerst speichern',
  moveUp: 'Nach oben',
  moveDown: 'Nach unten',
  cancel: 'Auftrag abbrechen',
  dismiss: 'Aus der Liste entfernen',
  undo: 'Rückgängig',
  started: (unixMs, nowMs) => `Begonnen ${momentAhead(unixMs, nowMs)}`,
  ended: (unixMs, nowMs) => `beendet ${momentAhead(unixMs, nowMs)}`,
  to: (folder) => `nach ${folder}`,
  savedOf: (saved, total) => ({ strong: count(saved), rest: ` von ${count(total)} gespeichert` }),
  bytesOf: (saved, total) => ({ strong: bytesBeside(saved, total), rest: ` von ${formats.bytes(total)}` }),
  toTryAgain: (failed) => ({ strong: count(failed), rest: ' zu wiederholen' }),
  timeLeft: (ms) => `Noch etwa ${formats.duration(ms)}`,
  doneAround: (unixMs, nowMs) => `fertig gegen ${momentAhead(unixMs, nowMs)}`,
  onceItGoesOn: (ms) => `etwa ${formats.duration(ms)}, sobald es weitergeht`,
  couldNot: (failed) => `${count(failed)} nicht gespeichert`,
  cancelled: 'Abgebrochen',
  tryAgain: (failed) => `${count(failed)} erneut versuchen`,
  showFolder: 'Im Ordner zeigen',
  summary: (saved, bytes) => `${clips(saved)} · ${formats.bytes(bytes)}`,
  earlier: 'Früher',
  arrived: (part, bytes) => `${bytesBeside(part * bytes, bytes)} von ${formats.bytes(bytes)}`,
  arriving: 'Kommt an',
  sending: 'Das Modul sendet ihn',
  next: 'Als Nächstes',
  reason: ({ kind }, attempts) => {
    const reason = reasons[kind] ?? failed;
    return attempts > 1 && kind !== 'clip-gone' ? `${reason}, ${count(attempts)}-mal` : reason;
  },
  reasonCount: (kind, clips) => `${count(clips)}: ${reasons[kind] ?? failed}`,
  nextTry: (unixMs, nowMs) => (unixMs <= nowMs ? 'gleich erneut' : `erneut in ${formats.duration(unixMs - nowMs)}`),
  andMore: (clips) => `und ${count(clips)} weitere`,
};
