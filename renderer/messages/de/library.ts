// The words of the list, its filters, the sidebar and the selection, in German.
import type { Messages } from '../index.ts';
import { clips, farAhead } from './counted.ts';
import { formats } from './formats.ts';

const { plural, count } = formats;
const dayMs = 86_400_000;

const unsavedOf = (total: number) => `${count(total)} nicht gespeichert`;

export const library: Messages['library'] = {
  name: 'Mediathek',
  allClips: 'Alle Clips',
  unsaved: 'Ungespeichert',
  starredClips: 'Mit Stern',
  allSystems: 'Alle Systeme',
  cameras: 'Kameras',
  clips,
  openSettings: 'Einstellungen',
  checkNow: 'Jetzt prüfen',
  checking: 'Prüft',
  checkedAt: (unixMs) => `Geprüft um ${formats.momentTime(unixMs)}`,
  notChecked: 'Noch nicht geprüft',
  unsavedOf: (name, unsaved) => (unsaved > 0 ? `${name}, ${unsavedOf(unsaved)}` : name),

  module: {
    offline: 'offline',
    saving: 'speichert',
    fetching: 'holt',
    listing: 'listet',
    deleting: 'löscht',
    waiting: 'wartet',
    idle: 'ruht',
  },
  drive: 'USB-Laufwerk',
  driveStates: {
    active: '',
    memory_full: 'Voll: nichts Neues wird aufgenommen',
    unmounted: 'Kein Laufwerk',
    format_required: 'Muss formatiert werden',
    unavailable: 'Nicht verfügbar',
    incompatible: 'Nicht unterstützt',
    unknown: '',
  },
  driveUsed: (percent) => formats.percent(percent / 100),
  driveRoom: (percent) => `${formats.percent(percent / 100)} belegt, ${formats.percent(1 - percent / 100)} frei`,
  driveFullIn: (ms) => `Voll in etwa ${farAhead(ms)}${ms < 60 * dayMs ? '; dann endet die Aufnahme' : ''}`,

  search: 'Clips suchen',
  searchExample: 'Clips suchen, „gestern Abend“…',
  clearSearch: 'Suche leeren',
  searchedFor: (text) => `„${text}“`,
  filters: 'Filter',
  anyDay: 'Jeder Tag',
  days: {
    name: 'Tage',
    today: 'Heute',
    yesterday: 'Gestern',
    last: (days) => `Letzte ${count(days)} Tage`,
    from: 'Von',
    to: 'Bis',
    show: 'Diese Tage zeigen',
  },
  dayRange: formats.dayRange,
  place: 'Ort',
  anyPlace: 'Jeder Ort',
  length: 'Länge',
  lengths: {
    short: 'Unter 10 Sekunden',
    medium: '10 bis 30 Sekunden',
    long: 'Über 30 Sekunden',
    unknown: 'Länge noch unbekannt',
  },
  camera: 'Kamera',
  anyCamera: 'Jede Kamera',
  removeFilter: (name) => `${name}: Filter entfernen`,
  saveAll: (unsaved) => `${count(unsaved)} speichern`,
  saveAllName: (unsaved) =>
    plural(unsaved, {
      one: '# gezeigten, nicht gespeicherten Clip speichern',
      other: 'Alle # gezeigten, nicht gespeicherten Clips speichern',
    }),

  leftOut: (total) => `${count(total)} ausgelassen`,

  heat: 'Clips je Tag',
  heatDay: (day, today, total) => `${formats.dayShort(day * dayMs, today * dayMs)}, ${clips(total)}`,
  heatMonth: (day) => formats.monthShort(day * dayMs),
  list: 'Clips',
  dayTitle(day, today) {
    if (day === today) return 'Heute';
    if (day === today - 1) return 'Gestern';
    return formats.dayLong(day * dayMs, today * dayMs);
  },
  dayFacts(day, today, facts) {
    const named = day === today || day === today - 1;
    const amount = facts.onlyUnsaved ? unsavedOf(facts.total) : clips(facts.total);
    const fresh = facts.fresh > 0 ? `, ${count(facts.fresh)} neu` : '';
    return `${named ? `${formats.dayShort(day * dayMs, today * dayMs)} · ` : ''}${amount}${fresh}`;
  },
  saveDay: (unsaved, total) => (unsaved === total ? 'Alle speichern' : `${count(unsaved)} speichern`),
  saveDayName: (unsaved, day) => `${day}: ${clips(unsaved)} speichern`,
  dayWaits: 'Wartet',
  daySaved: 'Alle gespeichert',
  newClips: (fresh) => plural(fresh, { one: '# neuer Clip', other: '# neue Clips' }),
  isNew: 'neu',
  unknownLength: '–',
  size: (sizeKiB) => formats.bytes(sizeKiB * 1024),

  asListOrGrid: 'Clips zeigen als',
  asList: 'Liste',
  asGrid: 'Raster',
  select: 'Auswählen',
  deselect: 'Abwählen',
  play: 'Abspielen',
  save: 'Speichern',
  saveElsewhere: 'Woanders speichern…',
  otherWays: 'Anders speichern',
  savedThere: 'In diesem Ordner sind sie schon',
  star: 'Stern geben',
  unstar: 'Stern wegnehmen',
  isStarred: 'mit Stern',
  markSeen: 'Als gesehen markieren',
  markNew: 'Als neu markieren',
  more: 'Mehr',
  copyFile: 'Datei kopieren',
  showInFolder: 'Im Ordner zeigen',
  openInSystemPlayer: 'Mit dem System-Player öffnen',
  exclude: 'Beim Speichern auslassen',
  include: 'Wieder mitspeichern',

  preparing: (missing) => (missing === 1 ? 'Wird vorbereitet…' : `${clips(missing)} werden vorbereitet…`),
  tooManyToDrag: (missing) => `Erst speichern: ${count(missing)} liegen noch auf dem Laufwerk`,

  undo: 'Rückgängig',
  copied: (fileName) => `${fileName} kopiert`,
  starred: (total, on) =>
    on ? `${clips(total)} mit Stern` : plural(total, { one: 'Stern weggenommen', other: '# Sterne weggenommen' }),
  excluded: (total, on) => `${clips(total)} ${on ? 'beim Speichern ausgelassen' : 'wieder mitgespeichert'}`,
  marked: (total, seen) => `${clips(total)} als ${seen ? 'gesehen' : 'neu'} markiert`,

  selection: 'Ausgewählte Clips',
  selected: (total) => plural(total, { one: '# Clip ausgewählt', other: '# Clips ausgewählt' }),
  selectionFacts(facts) {
    const parts = [formats.bytes(facts.bytes)];
    if (facts.unsaved > 0) {
      const time = facts.ms === null ? '' : `, etwa ${formats.duration(facts.ms)}`;
      parts.push(`${count(facts.unsaved)} noch auf dem Laufwerk${time}`);
    }
    if (facts.hidden > 0) parts.push(`${count(facts.hidden)} nicht gezeigt`);
    return parts.join(' · ');
  },
  saveSelection: (unsaved) => `${clips(unsaved)} speichern`,
  selectionSaved: 'Alle gespeichert',
  clearSelection: 'Auswahl aufheben',

  spokenList: (total, fresh) => (fresh > 0 ? `${clips(total)}, ${count(fresh)} neu` : clips(total)),

  empty: {
    noClips: {
      title: 'Noch keine Clips auf diesem Laufwerk',
      text: 'Wenn eine Kamera etwas sieht, erscheint ihr Clip innerhalb von zehn Minuten hier.',
    },
    nothingMatches: {
      title: 'Kein Clip passt',
      text: (parts, way) => `${parts.join(', ')}.${way ? ` Ohne ${way.without} gibt es ${count(way.total)}.` : ''}`,
      show: (total) => plural(total, { one: 'Diesen zeigen', other: 'Diese # zeigen' }),
      clear: 'Alle Filter entfernen',
    },
    everythingSaved: (saved, goesOn) => ({
      title: 'Jeder Clip auf dem Laufwerk ist gespeichert',
      text: `${clips(saved)}, alle geprüft.${goesOn ? ' Neue werden gespeichert, sobald sie kommen.' : ''}`,
    }),
    openFolder: 'Clips-Ordner öffnen',
    reading: { title: 'Liste des Laufwerks wird gelesen', text: 'Beim ersten Mal dauert das einen Moment.' },
  },
  crash: {
    title: 'Dieses Fenster hat einen Fehler',
    text: 'Die Clips sind sicher, das Speichern läuft weiter. Neu laden hilft.',
    reload: 'Neu laden',
  },
  dismiss: 'Ausblenden',
};
