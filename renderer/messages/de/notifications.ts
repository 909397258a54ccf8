// The words of notifications, in German.
import type { Messages } from '../index.ts';
import { farAhead } from './counted.ts';
import { formats } from './formats.ts';

const { count, plural } = formats;

export const notifications: Messages['notifications'] = {
  newClips: (total, system) => `${system}: ${plural(total, { one: '# neuer Clip', other: '# neue Clips' })}`,
  byCamera: (cameras) => cameras.map(([name, clips]) => `${name} ${count(clips)}`).join(', '),
  jobSaved: (saved) =>
    plural(saved, { one: '# Clip gespeichert und geprüft', other: '# Clips gespeichert und geprüft' }),
  newSaved: (saved) =>
    plural(saved, { one: '# neuer Clip gespeichert und geprüft', other: '# neue Clips gespeichert und geprüft' }),
  jobSavedText: (bytes, ms) => `${formats.bytes(bytes)} in ${formats.duration(ms)}. Ein Klick zeigt den Ordner.`,
  jobPartly: (saved, failed) =>
    `${plural(saved, { one: '# Clip gespeichert', other: '# Clips gespeichert' })}, ${count(failed)} nicht`,
  driveFilling: (module, percent) => `Das Laufwerk in ${module} ist zu ${formats.percent(percent / 100)} voll`,
  driveFillingText: (ms) =>
    ms === null
      ? 'Ist es voll, wird nichts Neues aufgenommen.'
      : `Voll in etwa ${farAhead(ms)}; dann wird nichts Neues aufgenommen.`,
  deletedText: 'Die gespeicherten Dateien bleiben in ihrem Ordner.',
  list: 'Hinweise',
  clear: 'Leeren',
  nothing: 'Keine Hinweise, seit Cliptray läuft.',
  jobPartlyText: 'Ein Klick zeigt den Grund.',
};
