// Each oddity of a module's list, of its drive and of its home, alone, in a job of 200 clips: it costs no clip, no wrong
// content and no sign-in, and no second fetch but where the clip's ids changed their meaning.
import { test } from 'vitest';
import { sufferOne, type Trouble } from './one-trouble.ts';

const emptyLists = (count: number) => Array.from({ length: count }, (_, at) => `blank#${at + 1}`).join(',');

const troubles: readonly (readonly [string, Trouble])[] = [
  ['two clips of one second', { home: { odd: ['equal-seconds'] } }],
  ['a camera whose name loses a letter', { home: { odd: ['umlaut'] } }],
  ['a camera that was removed', { home: { odd: ['removed'] } }],
  ['a camera that was renamed', { home: { odd: ['renamed'] } }],
  ['two cameras with one name', { home: { odd: ['collide'] } }],
  ['a drive that is full', { strikes: { drive: { state: 'memory_full' } } }],
  ['a module that says that it keeps no clips', { home: { odd: ['no-enabled'] } }],
  ['a module that does not say whether it keeps clips', { home: { odd: ['missing-enabled'] } }],
  ['other ids under another manifest id', { strikes: { renumber: {} }, changesPairs: true }],
  ['other ids under another manifest id, from a list on', { strikes: { faults: 'renumber#1' }, changesPairs: true }],
  ['the same ids under the same manifest id for other clips', { strikes: { permute: {} }, changesPairs: true }],
  ['the same, from a list on', { strikes: { faults: 'permute#1' }, changesPairs: true }],
  ['rows with a missing or wrong field', { strikes: { faults: 'badrow:0.1' } }],
  ['a list of 300 MB', { strikes: { faults: 'huge#1' } }],
  ['an empty list', { strikes: { faults: 'blank#1' } }],
  ['empty lists for half an hour', { strikes: { faults: emptyLists(14) } }],
];

test.each(troubles)('%s', async (_name, trouble) => {
  await sufferOne(
    trouble,
    troubles.findIndex(([, one]) => one === trouble),
  );
});
