// The sheet of all keys, in German; keys are named as on a German keyboard.
import type { Messages } from '../index.ts';

export const keys: Messages['keys'] = {
  title: 'Tasten',
  groups: [
    {
      name: 'Bewegen',
      rows: [
        { does: 'Älterer Clip', press: ['J', '↓'] },
        { does: 'Neuerer Clip', press: ['K', '↑'] },
        { does: 'Älterer, neuerer Tag', press: [']', '['] },
        { does: 'Seite hinab, hinauf', press: ['Bild ab', 'Bild auf'] },
        { does: 'Erster, letzter Clip', press: ['Pos1', 'Ende'] },
        { does: 'Suchen', press: ['/'] },
        { does: 'Liste oder Raster', press: ['G'] },
        { does: 'Nächster Teil des Fensters', press: ['F6'] },
      ],
    },
    {
      name: 'Auswählen',
      rows: [
        { does: 'Bis hierher', press: ['Umschalt+↓'] },
        { does: 'Alle gezeigten', press: ['Strg+A'] },
        { does: 'Keinen', press: ['Esc'] },
      ],
    },
    {
      name: 'Mit gewählten Clips',
      rows: [
        { does: 'Speichern', press: ['S'] },
        { does: 'Woanders speichern', press: ['Umschalt+S'] },
        { does: 'Stern', press: ['F'] },
        { does: 'Als gesehen oder neu markieren', press: ['V'] },
        { does: 'Datei kopieren', press: ['C'] },
        { does: 'Vom Laufwerk löschen', press: ['D', 'Entf'] },
        { does: 'Menü', press: ['Umschalt+F10'] },
        { does: 'Rückgängig', press: ['Strg+Z'] },
      ],
    },
    {
      name: 'Abspielen',
      rows: [
        { does: 'Abspielen, anhalten', press: ['Leertaste', 'Eingabe'] },
        { does: 'Ein Bild zurück, vor', press: [',', '.'] },
      ],
    },
    {
      name: 'App',
      rows: [
        { does: 'Einstellungen', press: ['Strg+,'] },
        { does: 'Diese Übersicht', press: ['?'] },
      ],
    },
  ],
};
