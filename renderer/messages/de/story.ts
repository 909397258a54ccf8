// What happened to a clip, in plain German.
import type { Messages } from '../index.ts';
import { formats } from './formats.ts';
import { jobs } from './jobs.ts';
import { problems } from './problems.ts';

export const story: Messages['story'] = {
  menu: 'Diesen Clip erklären',
  title: 'Was mit diesem Clip geschah',
  nothing: 'Über diesen Clip ist nichts bekannt.',
  copy: 'Kopieren',
  close: 'Schließen',
  event(event) {
    switch (event.kind) {
      case 'listed':
        return 'Zum ersten Mal auf dem Laufwerk gesehen';
      case 'queued':
        return `In die Warteschlange: ${jobs.title(event.job)}`;
      case 'asked-for':
        return 'Vom Modul angefordert';
      case 'arrived-badly':
        return `Nicht vollständig angekommen, Versuch ${formats.count(event.attempts)}`;
      case 'saved':
        return `Geprüft und gespeichert als ${event.path} (${formats.bytes(event.bytes)})`;
      case 'confirmed':
        return 'Eine neuere Liste bestätigte, dass die Datei dieser Clip ist';
      case 'doubted':
        return 'Eine neuere Liste weckte Zweifel: Die Datei wurde beiseitegelegt, der Clip wird erneut geholt';
      case 'given-up':
        return `Aufgegeben. ${problems.text(event.problem).title}`;
      case 'cancelled':
        return 'Aus der Warteschlange genommen';
      case 'moved':
        return `Im Ordner verschoben oder umbenannt; die Datei heißt jetzt ${event.path}`;
      case 'removed':
        return 'Die Datei wurde aus dem Ordner entfernt';
      case 'renamed':
        return `Datei umbenannt in ${event.path}`;
      case 'left-drive':
        return 'Nicht mehr auf dem Laufwerk';
      case 'back-on-drive':
        return 'Wieder auf dem Laufwerk';
      case 'excluded':
        return 'Beim Speichern ausgelassen';
      case 'included':
        return 'Wird wieder mitgespeichert';
      case 'deletion-asked':
        return 'Datei erneut gelesen und vollständig; das Modul wurde gebeten, den Clip zu löschen';
      case 'deleted':
        return 'Gelöscht: Die Liste des Moduls hat ihn nicht mehr';
      case 'not-deleted':
        return 'Nicht gelöscht: Die Liste des Moduls hat ihn noch';
    }
  },
};
