// The words of how files are named, in German.
import type { NameTimes } from '../../../preload/contract.ts';
import type { Messages } from '../index.ts';
import { formats } from './formats.ts';

const { count, plural } = formats;
const times: Readonly<Record<NameTimes, string>> = {
  system: 'Bei den Kameras',
  computer: 'Dieses Computers',
  utc: 'UTC',
};
const files = (total: number) => plural(total, { one: '# Datei', other: '# Dateien' });

export const names: Messages['names'] = {
  group: 'Namen',
  template: 'Ordnen und benennen nach',
  help: 'Ein / macht einen Ordner. Die Endung .mp4 kommt dazu.',
  insert: (token) => `${token} einfügen`,
  reset: 'Zurück zu den üblichen Namen',
  preview: 'So hießen Dateien',
  newest: 'Neuester Clip',
  twin: 'Noch einer dieses Namens',
  doubledHour: 'Die doppelte Stunde',
  noClip: 'Hier steht ein Beispiel, sobald Clips gelistet sind.',
  fault(fault) {
    switch (fault.kind) {
      case 'empty':
        return 'Ein Name kann nicht leer sein.';
      case 'too-long':
        return `Ein Muster hat höchstens ${fault.longest} Zeichen.`;
      case 'empty-folder':
        return 'Vor oder nach einem / fehlt ein Name.';
      case 'leaves-folder':
        return 'Ein Ordner kann hier nicht . oder .. heißen: Clips bleiben in ihrem Ordner.';
      case 'brace':
        return 'Ein { oder } steht allein. Ein Wort in beiden wird ausgefüllt, etwa {camera}.';
      case 'unknown-token':
        return `{${fault.token}} ist nicht bekannt. Was bekannt ist, steht darunter.`;
      case 'no-token':
        return 'Alle Clips hießen gleich. Mindestens eines der Wörter darunter gehört hinein.';
    }
  },
  unchanged: 'Bis dahin heißen Dateien wie bisher.',
  times: 'Zeiten in Namen',
  timesHelp: 'Liste und Spieler zeigen die Zeit bei den Kameras.',
  timesOf: (of) => times[of],
  before: 'Früher gespeicherte Clips',
  beforeHelp: 'Dateien behalten ihre Namen, bis sie umbenannt werden. Cliptray kennt sie so oder so.',
  allNamed: 'Alle Dateien heißen schon so.',
  rename: (total) => `${files(total)} umbenennen…`,
  title: 'Gespeicherte Dateien umbenennen',
  lead: (total, folder) =>
    `${files(total)} in ${folder} ${plural(total, { one: 'bekommt', other: 'bekommen' })} den Namen, den neue Clips bekommen. Keine Datei wird überschrieben, und es lässt sich jederzeit anhalten.`,
  from: 'jetzt',
  to: 'dann',
  andMore: (more) => `und ${count(more)} weitere`,
  cancel: 'Abbrechen',
  renameNow: (total) => `${files(total)} umbenennen`,
  renaming: 'Gespeicherte Dateien werden umbenannt',
  progress: (done, total) => `${count(done)} von ${files(total)} umbenannt`,
  stop: 'Anhalten',
  ended: (done) => `${files(done)} umbenannt.`,
  stopped: (done) => `Angehalten. ${files(done)} umbenannt, die anderen behalten ihre Namen.`,
  kept: (total) =>
    plural(total, {
      one: '# Datei ging nicht: Vielleicht ist sie in einem anderen Programm offen.',
      other: '# Dateien gingen nicht: Vielleicht sind sie in einem anderen Programm offen.',
    }),
};
