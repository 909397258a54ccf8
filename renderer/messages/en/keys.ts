// The sheet of all keys, in English.

export const keys = {
  title: 'Keys',
  groups: [
    {
      name: 'Going about',
      rows: [
        { does: 'Older clip', press: ['J', '↓'] },
        { does: 'Newer clip', press: ['K', '↑'] },
        { does: 'Older, newer day', press: [']', '['] },
        { does: 'Page down, up', press: ['PgDn', 'PgUp'] },
        { does: 'First, last clip', press: ['Home', 'End'] },
        { does: 'Search', press: ['/'] },
        { does: 'List or grid', press: ['G'] },
        { does: 'Next part of the window', press: ['F6'] },
      ],
    },
    {
      name: 'Choosing',
      rows: [
        { does: 'Up to here', press: ['Shift+↓'] },
        { does: 'All that are shown', press: ['Ctrl+A'] },
        { does: 'None', press: ['Esc'] },
      ],
    },
    {
      name: 'With chosen clips',
      rows: [
        { does: 'Save', press: ['S'] },
        { does: 'Save elsewhere', press: ['Shift+S'] },
        { does: 'Star', press: ['F'] },
        { does: 'Mark as seen, or new', press: ['V'] },
        { does: 'Copy the file', press: ['C'] },
        { does: 'Delete from the drive', press: ['D', 'Del'] },
        { does: 'Menu', press: ['Shift+F10'] },
        { does: 'Undo', press: ['Ctrl+Z'] },
      ],
    },
    {
      name: 'Playing',
      rows: [
        { does: 'Play, pause', press: ['Space', 'Enter'] },
        { does: 'A frame back, on', press: [',', '.'] },
      ],
    },
    {
      name: 'App',
      rows: [
        { does: 'Settings', press: ['Ctrl+,'] },
        { does: 'This sheet', press: ['?'] },
      ],
    },
  ],
};
