// What the tray shows and offers, as a whole, and as the menus of three platforms.
import { describe, expect, test } from 'vitest';
import { menuTemplate, trayTemplate } from '../../../main/desktop/menu.ts';
import { type RecentClip, type TrayAction, type TrayItem, trayModel } from '../../../main/desktop/tray-model.ts';
import { type AppState, ClipFlag, type Deletion } from '../../../preload/contract.ts';
import { messagesFor } from '../../../renderer/messages/index.ts';
import { hallway, keyOf, job as madeUpJob, nowMs, signedIn } from '../../renderer/harness/made-up.ts';

const words = messagesFor('en');
const wallMs = Date.UTC(2026, 10, 23, 13, 58);
const nowWallMs = Date.UTC(2026, 10, 23, 14, 2);
const clip: RecentClip = { key: keyOf(9), cameraName: 'Front gate', flags: ClipFlag.onDrive, wallMs, nowWallMs };
const job: AppState['jobs'][number] = { ...madeUpJob, timeLeftMs: 300_000 };

/** The entries as a person reads them; those that are off in brackets. */
const read = (items: readonly TrayItem[]): readonly string[] =>
  items.flatMap((item) => {
    if (item.kind === 'separator') return '—';
    if (item.kind === 'line') return `[${item.label}]`;
    if (item.kind === 'menu') return [item.label, ...read(item.items).map((line) => `  ${line}`)];
    return item.enabled ? item.label : `[${item.label}]`;
  });
const modelOf = (part: Partial<AppState>, ...recent: readonly RecentClip[]) =>
  trayModel({ ...signedIn, ...part }, recent, words, nowMs);

test('at rest it says when it looked, and offers the last clips', () => {
  const saved = { ...clip, flags: ClipFlag.onDrive | ClipFlag.saved };
  const yesterday = { ...clip, cameraName: 'Garden', flags: ClipFlag.cached, wallMs: wallMs - 86_400_000 };
  const { shape, tooltip, items } = modelOf({}, clip, saved, yesterday);
  const checked = words.tray.checkedAt(nowMs);
  expect([shape, tooltip]).toEqual(['idle', `Cliptray: ${checked}`]);
  expect(read(items)).toEqual([
    `[${checked}]`,
    '—',
    'Front gate, 13:58',
    '  Play',
    '  [Show in folder]',
    '  [Copy file]',
    '  Save',
    'Front gate, 13:58',
    '  Play',
    '  Show in folder',
    '  Copy file',
    '  [Save]',
    'Garden, Sun 22 Nov 13:58',
    '  Play',
    '  [Show in folder]',
    '  Copy file',
    '  [Save]',
    '—',
    'Check now',
    'Pause saving',
    '  For 1 hour',
    '  Until tomorrow, 06:00',
    '  Until I resume',
    'Open clips folder',
    'Open Cliptray',
    'Settings…',
    '—',
    'Quit Cliptray',
  ]);
});

test('while a job runs it works, and says how far it is', () => {
  const { shape, items } = modelOf({ jobs: [job] });
  expect([shape, read(items)[0]]).toEqual(['working', '[Saving 12 of 80, about 5\u00a0min]']);
});

test('while its module is busy it says so, and when it is tried again', () => {
  const nextTryAtMs = nowMs + 24_000;
  const problem = { kind: 'module-busy', subject: hallway.name, nextTryAtMs } as const;
  const [lane] = signedIn.lanes;
  if (!lane) throw new Error('the made-up house has lanes');
  const waits = { ...lane, waiting: 68, activity: { kind: 'waiting', problem, untilMs: nextTryAtMs } } as const;
  const { tooltip } = modelOf({ jobs: [job], lanes: [waits] });
  expect(tooltip).toBe(`Cliptray: ${words.problems.waiting(problem)}`);
  const arriving = { ...waits, arriving: [{ key: keyOf(2), part: 0.5 }] };
  expect(modelOf({ jobs: [job], lanes: [arriving] }).tooltip).toContain('Saving 12 of 80');
});

test('while saving is paused it says until when, and offers to resume', () => {
  const tomorrow = new Date(nowMs);
  const untilMs = new Date(tomorrow.getFullYear(), tomorrow.getMonth(), tomorrow.getDate() + 1, 6).getTime();
  const { shape, tooltip, items } = modelOf({ jobs: [{ ...job, state: 'paused' }], pause: { untilMs } });
  expect([shape, tooltip]).toEqual(['paused', 'Cliptray: Paused until tomorrow 06:00']);
  expect(read(items)).toContain('Resume saving');
  expect(read(items)).not.toContain('Pause saving');
});

test('a job that is paused alone is no work in hand', () => {
  expect(modelOf({ jobs: [{ ...job, state: 'paused', pause: { untilMs: null } }] }).shape).toBe('idle');
});

describe('while clips are deleted from the drive', () => {
  const deletion: Deletion = {
    state: 'running',
    stoppedBy: null,
    total: 20,
    deleted: 3,
    unsettled: 1,
    kept: [],
    problem: null,
  };

  test('it works, says how far it is or what it waits for, and afterwards what came of it until that was seen', () => {
    const { shape, items } = modelOf({ deletion });
    expect([shape, read(items)[0]]).toEqual(['working', '[Deleting 4 of 20]']);
    expect(read(modelOf({ deletion: { ...deletion, problem: { kind: 'offline' } } }).items)[0]).toBe(
      '[You are offline]',
    );
    const done = modelOf({ deletion: { ...deletion, state: 'done', deleted: 20 } });
    expect([done.shape, read(done.items)[0]]).toEqual(['idle', '[Deleted 20 clips from the drive]']);
  });

  test('one that stopped because another clip left wants to be looked at', () => {
    const { shape, items } = modelOf({ deletion: { ...deletion, state: 'stopped', stoppedBy: 'stranger' } });
    expect([shape, read(items)[0]]).toEqual(['attention', 'Deleting stopped: another clip has left the drive too']);
  });
});

describe('one line more', () => {
  test('is there while only the person can help, and names the gravest', () => {
    const systems = signedIn.systems.map((system) => ({
      ...system,
      modules: [{ ...hallway, drive: 'memory_full' as const }],
    }));
    const full = modelOf({ systems, jobs: [job] });
    expect([full.shape, read(full.items)[0]]).toEqual(['attention', 'The drive is full.']);
    const session = { kind: 'signed-out', problem: { kind: 'signed-out' }, suggestedLine: null } as const;
    expect(read(modelOf({ systems, session }).items).slice(0, 2)).toEqual([
      'Blink asks you to sign in again.',
      '[Signed out]',
    ]);
  });

  test('is not there for what passes by itself, nor before the first sign-in', () => {
    const notices = [{ id: 3, problem: { kind: 'offline' }, atMs: nowMs }] as const;
    const offline = modelOf({ notices });
    expect([offline.shape, read(offline.items)[0]]).toEqual(['idle', '[You are offline.]']);
    const fresh = modelOf({ session: { kind: 'signed-out', problem: null, suggestedLine: null } });
    expect([fresh.shape, read(fresh.items)[0]]).toEqual(['idle', '[Signed out]']);
  });
});

test('without a folder, or signed out, nothing is offered that cannot be done', () => {
  expect(read(modelOf({ folder: { kind: 'none' } }, clip).items)).toEqual(
    expect.arrayContaining(['  [Save]', '[Open clips folder]']),
  );
  const session = { kind: 'signed-out', problem: null, suggestedLine: null } as const;
  expect(read(modelOf({ session }, clip).items)).toEqual(expect.arrayContaining(['  [Play]', '[Check now]']));
});

describe('as menus', () => {
  const { items } = modelOf({}, { ...clip, cameraName: 'Cats & dogs' });
  const done: TrayAction[] = [];
  const act = (action: TrayAction) => void done.push(action);

  test('an ampersand in a name is no access key, and a click does the entry’s action', () => {
    const menu = trayTemplate(items, act);
    expect(menu[2]).toMatchObject({ label: 'Cats && dogs, 13:58' });
    menu.at(-1)?.click?.(undefined as never, undefined, undefined as never); // the template's own click reads nothing
    expect(done).toEqual([{ kind: 'quit' }]);
  });

  test.each(['linux', 'win32'] as const)('on %s the application menu begins with the tray’s entries', (platform) => {
    const [first] = menuTemplate(platform, items, act);
    expect(first).toMatchObject({ label: 'Cliptray' });
    expect(Array.isArray(first?.submenu) && first.submenu.at(-1)).toMatchObject({
      label: 'Quit Cliptray',
      accelerator: 'CmdOrCtrl+Q',
    });
  });

  test('on macOS they are in the dock, and the application menu is the system’s', () => {
    expect(menuTemplate('darwin', items, act)[0]).toEqual({ role: 'appMenu' });
  });
});
