// Every language says everything, in its own words.
import { describe, expect, test } from 'vitest';
import { type Messages, messagesFor } from '../../../renderer/messages/index.ts';

const noon = Date.UTC(2026, 10, 23, 12);
const minute = 60_000;
const subject = 'Hallway';
const problemKinds = [
  'signed-out',
  'not-signed-in',
  'token-line-unreadable',
  'token-line-used',
  'sign-in-cancelled',
  'sign-in-failed',
  'sign-in-refused',
  'too-many-requests',
  'blink-unavailable',
  'offline',
  'no-module',
  'module-offline',
  'module-busy',
  'clips-elsewhere',
  'drive-missing',
  'drive-unformatted',
  'drive-full',
  'drive-incompatible',
  'manifest-not-ready',
  'clip-gone',
  'clip-not-video',
  'clip-damaged',
  'clip-too-large',
  'clip-doubtful',
  'folder-missing',
  'folder-read-only',
  'disk-full',
  'name-too-long',
  'names-unusable',
  'files-missing',
  'source-unreadable',
  'keychain-locked',
  'keychain-missing',
  'index-damaged',
  'index-newer',
  'already-running',
  'cannot-open',
  'update-required',
  'unexpected-answer',
] as const;
const places = [['saved'], ['only-here'], ['cached'], ['on-drive'], ['removed-by-you'], ['gone']];
const belongings = (total: number) => ({
  list: { clips: total, bytes: 4e6 },
  accounts: total,
  waiting: total,
  played: { files: total, bytes: 4e6 },
  pictures: { files: 0, bytes: 0 },
  setAside: { files: total, bytes: 4e6 },
  settingsBytes: 1,
  logBytes: 1,
  saved: { folder: total > 0 ? '/clips' : null, clips: total },
});
const keptWhys = [
  'not-on-drive',
  'waits',
  'not-saved',
  'unconfirmed',
  'looks-only',
  'folder-away',
  'file-missing',
  'file-changed',
  'unlisted',
  'still-listed',
  'not-asked',
] as const;
const deletion = { total: 3, deleted: 1, unsettled: 1, kept: [] };
const clipEvents = [
  { kind: 'listed' },
  { kind: 'queued', job: { kind: 'all' } },
  { kind: 'asked-for' },
  { kind: 'arrived-badly', attempts: 2 },
  { kind: 'saved', path: 'Garten.mp4', bytes: 4e6 },
  { kind: 'confirmed' },
  { kind: 'doubted' },
  { kind: 'given-up', problem: { kind: 'clip-gone' } },
  { kind: 'cancelled' },
  { kind: 'moved', path: 'Garten.mp4' },
  { kind: 'removed' },
  { kind: 'renamed', path: 'Garten.mp4' },
  { kind: 'left-drive' },
  { kind: 'back-on-drive' },
  { kind: 'excluded' },
  { kind: 'included' },
  { kind: 'deletion-asked' },
  { kind: 'deleted' },
  { kind: 'not-deleted' },
] as const;
const dayFacts = { total: 3, unsaved: 2, fresh: 1, onlyUnsaved: false };

/** What a function is called with, by its place; the others take numbers, or words in which a number reads as well. */
const samples: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'places.name': places,
  'places.sentence': places.map(([place]) => [place, subject]),
  'places.saving': [[null], [0.5]],
  'problems.text': problemKinds.flatMap((kind) => [[{ kind }], [{ kind, subject, nextTryAtMs: noon }]]),
  'problems.waiting': problemKinds.flatMap((kind) => [[{ kind }], [{ kind, subject, nextTryAtMs: noon }]]),
  'problems.short': [[null], ...problemKinds.map((kind) => [kind])],
  'library.dayTitle': [20, 19, 18].map((day) => [day, 20]),
  'library.dayFacts': [20, 3].flatMap((day) => [
    [day, 20, dayFacts],
    [day, 20, { ...dayFacts, onlyUnsaved: true }],
  ]),
  'library.dayRange': [
    [{ from: 19, to: 20 }, 20],
    [{ from: 20, to: 20 }, 20],
  ],
  'library.empty.nothingMatches.text': [[['Garten', 'Stern'], { without: 'Stern', total: 2 }]],
  'library.heatMonth': [[70]],
  'library.starred': [1, 2].flatMap((total) => [
    [total, true],
    [total, false],
  ]),
  'library.excluded': [
    [2, true],
    [2, false],
  ],
  'library.marked': [
    [2, true],
    [2, false],
  ],
  'library.selectionFacts': [
    [{ bytes: 2e9, unsaved: 5, hidden: 2, ms: 5 * minute }],
    [{ bytes: 2e9, unsaved: 5, hidden: 0, ms: null }],
  ],
  'jobs.title': [
    [{ kind: 'one', camera: 'Garden' }],
    [{ kind: 'selection' }],
    [{ kind: 'clips', camera: null, fromDay: '2026-10-30', toDay: '2026-11-23' }],
    [{ kind: 'day', day: '2026-11-23', camera: null }],
    [{ kind: 'all' }],
    [{ kind: 'new' }],
  ],
  'firstRun.stillWorks': problemKinds.map((kind) => [kind]),
  'account.deletedRows': [[belongings(0)], [belongings(2)]],
  'account.savedClips': [[belongings(0).saved], [belongings(2).saved]],
  'account.isForgetWord': [['x']],
  'settings.theme': [['system'], ['light'], ['dark']],
  'settings.paceOf': [['gentle'], ['brisk'], ['full']],
  'carried.ended': [[{ imported: 3, had: 0 }], [{ imported: 1, had: 2 }]],
  'carried.reason': [
    ['no-clip'],
    ['misfit'],
    ['several'],
    ['same-clip'],
    ['not-video'],
    ['on-its-way'],
    ['removed'],
    ['unreadable'],
  ],
  'names.timesOf': [['system'], ['computer'], ['utc']],
  'names.fault': [
    [{ kind: 'empty' }],
    [{ kind: 'too-long', longest: 200 }],
    [{ kind: 'empty-folder' }],
    [{ kind: 'leaves-folder' }],
    [{ kind: 'brace' }],
    [{ kind: 'unknown-token', token: 'kamera' }],
    [{ kind: 'no-token' }],
  ],
  'settings.everyMinutes': [[1], [10], [60]],
  'queue.pauseFor': [['hour'], ['tomorrow'], ['until-resumed']],
  'queue.paused': [
    [null, noon],
    [noon + 86_400_000, noon],
  ],
  'queue.spoken': [[null], [0.5]],
  'queue.lane': [
    [true, 'Gentle'],
    [false, 'Gentle'],
  ],
  'queue.reason': problemKinds.map((kind) => [{ kind }, 3]),
  'queue.reasonCount': problemKinds.map((kind) => [kind, 3]),
  'deleting.why': keptWhys.flatMap((why) => [
    [why, 1],
    [why, 3],
  ]),
  'deleting.done': [[deletion]],
  'deleting.ended': [[deletion], [{ ...deletion, deleted: 0 }]],
  'deleting.type': [['12']],
  'story.event': clipEvents.map((event) => [event]),
  'player.codec': [['avc1']],
  'player.lengthFacts': [[['0:12', 'H.264']]],
  'notifications.byCamera': [[[['Garden', 2]]]],
  'tray.saving': [
    [1, 2, null],
    [1, 2, minute],
  ],
  'commandLine.unknownCamera': [
    ['Shed', []],
    ['Shed', ['Garden']],
  ],
  'commandLine.leftOutCameras': [
    [1, ['Garden']],
    [3, ['Garden', 'Shed']],
  ],
  'commandLine.unknownJob': [
    [3, []],
    [3, [1, 2]],
  ],
  'commandLine.paused': [
    [null, null],
    [3, noon],
  ],
  'commandLine.resumed': [[null], [3]],
  'commandLine.hoursAre': [[null], [{ fromMinute: 1380, toMinute: 420 }]],
  'notifications.driveFillingText': [[null], [9 * 86_400_000]],
  'library.driveFullIn': [1, 9, 40, 200, 900].map((days) => [days * 86_400_000]),
  'settings.percent': [[90], [100]],
  'commandLine.autoSave': [
    [null, []],
    ['2026-11-23', ['Garden']],
  ],
  'commandLine.listedAt': [
    [subject, null],
    [subject, '2026-11-23'],
  ],
};
const numbers = [
  [0, 0, 0],
  [1, 1, 1],
  [2, 3, 4],
  [12_480, 20_000, 30_000],
];

/** Each text by where it stands: “library.clips(1, 1, 1)”, “jobs.cancel”. */
function textsIn(value: unknown, at = ''): [at: string, text: string][] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value === 'function') {
    const calls = samples[at] ?? numbers;
    return calls.flatMap((args) => textsIn(value(...args), `${at}(${JSON.stringify(args).slice(1, -1)})`));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, at ? `${at}.${name}` : name));
}

/** Without what is tested by itself, and what no person reads. */
function wordsOf({ formats: _numbers, searchWords: _typed, ...words }: Messages): Map<string, string> {
  return new Map(textsIn(words).filter(([at]) => !/\.(does|kind|link)$/.test(at) || at.startsWith('keys')));
}

const english = wordsOf(messagesFor('en'));
const german = wordsOf(messagesFor('de'));

describe.each([
  ['English', english],
  ['German', german],
])('%s', (_name, words) => {
  test('is whole: every sample gives a sentence without a gap', () => {
    expect([...words].filter(([, text]) => /undefined|NaN|null|\[object|#|\s$| {2}/.test(text))).toEqual([]);
  });

  test('does not shout, beg or apologise', () => {
    expect([...words].filter(([, text]) => /!|\b(please|sorry|oops|bitte|leider)\b/i.test(text))).toEqual([]);
  });
});

test('German has a text wherever English has one', () => {
  expect([...german.keys()]).toEqual([...english.keys()]);
  expect([...german].filter(([at, text]) => (text === '') !== (english.get(at) === ''))).toEqual([]);
});

test('what reads the same in German and English is meant to', () => {
  const same = [...german].filter(([at, text]) => /[a-z]{2}/i.test(text) && english.get(at) === text);
  expect([...new Set(same.map(([, text]) => text.replace(/ \d+$/, '')))]).toEqual([
    'Esc',
    'App',
    'offline',
    'Clips',
    'Player',
    'Position',
    'Garden',
    'https://applinks.blink.com/signin/callback?…',
    'api.oauth.blink.com',
    'blink.com',
    'refresh_token=…|host=…|client_id=…',
    'System',
    'Electron',
    'UTC',
    'Cliptray',
    'NAME',
  ]);
});

test('no English is left in German', () => {
  const left =
    /\b(the|and|of|is|are|not|no|your|you|it|to|with|from|saved?|clips? (is|are)|sign|drive|folder|queue)\b/i;
  expect(
    [...german].filter(([, text]) => left.test(text.replace(/cliptray [a-z-]+|--\w+|[a-z]+\.blink\.com\S*/g, ''))),
  ).toEqual([]);
});
