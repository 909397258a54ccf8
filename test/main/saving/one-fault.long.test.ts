// Each thing that can go wrong with a request or with a clip on its way, alone, somewhere in a job of 200 clips: it
// costs no clip, no wrong content, no second fetch and no sign-in.
import { test } from 'vitest';
import { sufferOne, type Trouble } from './one-trouble.ts';

/** Longer than Blink may have one wait. */
const longCopies = { copyLifeMs: 1_800_000 };

const troubles: readonly (readonly [string, Trouble])[] = [
  ['401 on a request to upload', { strikes: { faults: '401@post#1' }, refreshes: 1 }],
  ['401 on a poll', { strikes: { faults: '401@poll#1' }, refreshes: 1 }],
  ['401 on a download', { strikes: { faults: '401@get#1' }, refreshes: 1 }],
  ['429 on a request to upload', { strikes: { faults: '429@post#1' } }],
  ['429 on a poll', { home: longCopies, strikes: { faults: '429@poll#1' } }],
  ['429 on a download', { home: longCopies, strikes: { faults: '429@get#1' } }],
  ['a busy module', { strikes: { faults: 'busy@post#1' } }],
  ['a module that is busy when its list is wanted', { strikes: { faults: 'busy@manifest#1' } }],
  ['409 on a poll', { strikes: { faults: 'busy@poll#1' } }],
  ['409 on a download', { strikes: { faults: 'busy@get#1' } }],
  ['an outage on a request to upload', { strikes: { faults: '5xx@post#1,5xx@post#9,5xx@post#17' } }],
  ['an outage on a poll', { strikes: { faults: '5xx@poll#1,5xx@poll#4,5xx@poll#7' } }],
  ['an outage on a download', { strikes: { faults: '5xx@get#1,5xx@get#9,5xx@get#17' } }],
  ['a reset on a request to upload', { strikes: { faults: 'reset@post#1,reset@post#9,reset@post#17' } }],
  ['a reset on a poll', { strikes: { faults: 'reset@poll#1,reset@poll#4,reset@poll#7' } }],
  ['a reset on a download', { strikes: { faults: 'reset@get#1,reset@get#9,reset@get#17' } }],
  ['no connection for a while', { strikes: { faults: 'offline#1' } }],
  ['an upload that fails', { strikes: { faults: 'fail@post#1' } }],
  ['a list that fails', { strikes: { faults: 'fail@manifest#1' } }],
  ['an upload of a hundred seconds', { strikes: { faults: 'late#1' } }],
  ['"not found" as 404 although it is there', { strikes: { faults: 'notfound#1' } }],
  ['"not found" as 200 although it is there', { strikes: { faults: 'notfound200#1' } }],
  ['a body that ends before its length', { strikes: { faults: 'truncate#1' } }],
  ['a body without length that ends early', { strikes: { faults: 'cut#1' } }],
  ['an empty body', { strikes: { faults: 'empty#1' } }],
  ['a body of 20 bytes', { strikes: { faults: 'tiny#1' } }],
  ['a web page in place of the clip', { strikes: { faults: 'html#1' } }],
  ['a body that takes longer than ten seconds', { strikes: { faults: 'slow#1' } }],
  ['a body that stalls', { strikes: { faults: 'stall#1' } }],
];

test.each(troubles)('%s', async (_name, trouble) => {
  await sufferOne(
    trouble,
    troubles.findIndex(([, one]) => one === trouble),
  );
});
