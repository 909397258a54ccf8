import { expect, test } from 'vitest';
import { type Caller, type Handlers, type Ipc, serveContract } from '../../../main/ipc/serve.ts';
import { failed, succeeded } from '../../../main/problem.ts';
import { type CommandName, commandNames, type Result } from '../../../preload/contract.ts';

const ours: Caller = { sender: { id: 7 }, senderFrame: { url: 'app://bundle/index.html', parent: null } };

/** Serves the contract with the given handlers once it is opened; any other one is a fault of the test. */
function serving(handlers: Partial<Handlers> = {}) {
  const answers = new Map<string, (caller: Caller, input: unknown) => Promise<Result<unknown>>>();
  const logged: string[] = [];
  const ipc: Ipc = {
    handle(name, answer) {
      if (answers.has(name)) throw new Error(`${name} is registered twice`);
      answers.set(name, answer);
    },
  };
  const unexpected = Object.fromEntries(
    commandNames.map((name) => [
      name,
      async () => {
        throw new Error(`nobody expects ${name}`);
      },
    ]),
  );
  let open = () => {};
  const opened = new Promise<Handlers>((resolve) => {
    open = () => resolve({ ...unexpected, ...handlers } as Handlers); // Object.fromEntries forgets the names
  });
  serveContract({
    ipc,
    handlers: opened,
    isOurWindow: (id) => id === 7,
    log: {
      info: () => {},
      warn: (text) => void logged.push(`warn: ${text}`),
      error: (text) => void logged.push(`error: ${text}`),
    },
  });
  const ask = async (name: CommandName, input?: unknown, caller = ours) => answers.get(name)?.(caller, input);
  return { ask, answers, logged, open };
}

function served(handlers: Partial<Handlers> = {}) {
  const { open, ...rest } = serving(handlers);
  open();
  return rest;
}

const refused = { ok: false, problem: { kind: 'unexpected-answer', details: expect.stringContaining('not asked by') } };
const wrong = (details: string) => ({ ok: false, problem: { kind: 'unexpected-answer', details } });

test('every command of the contract is served, and nothing else', () => {
  expect([...served().answers.keys()]).toEqual([...commandNames]);
});

test('our window gets the answer, a success or a problem, as it is', async () => {
  const { ask } = served({
    chooseFolder: async () => succeeded(true),
    prepareClip: async ({ key }) => failed('clip-gone', { subject: `clip ${key}` }),
  });
  expect(await ask('chooseFolder')).toEqual({ ok: true, value: true });
  expect(await ask('prepareClip', { key: 12 })).toEqual({
    ok: false,
    problem: { kind: 'clip-gone', subject: 'clip 12' },
  });
});

test('what the window asks before the app is open is answered once it is', async () => {
  const { ask, open } = serving({ chooseFolder: async () => succeeded(true) });
  const early = ask('chooseFolder');
  expect(await ask('prepareClip', { key: 'none' })).toEqual(wrong('prepareClip: wrong key'));
  open();
  expect(await early).toEqual({ ok: true, value: true });
});

test('a foreign page in our window is refused, and the log says who asked', async () => {
  const { ask, logged } = served({ chooseFolder: async () => succeeded(true) });
  const caller = { ...ours, senderFrame: { url: 'https://example.org/', parent: null } };
  expect(await ask('chooseFolder', undefined, caller)).toEqual(refused);
  expect(logged).toEqual(['warn: chooseFolder was refused: asked by https://example.org/']);
});

test('an address that only begins like ours is refused', async () => {
  const { ask } = served({ chooseFolder: async () => succeeded(true) });
  const caller = { ...ours, senderFrame: { url: 'app://bundle.example.org/', parent: null } };
  expect(await ask('chooseFolder', undefined, caller)).toEqual(refused);
});

test('a frame inside our page is refused', async () => {
  const { ask } = served({ chooseFolder: async () => succeeded(true) });
  const caller = { ...ours, senderFrame: { url: 'app://bundle/index.html', parent: {} } };
  expect(await ask('chooseFolder', undefined, caller)).toEqual(refused);
});

test('a frame that is gone is refused', async () => {
  const { ask } = served({ chooseFolder: async () => succeeded(true) });
  expect(await ask('chooseFolder', undefined, { ...ours, senderFrame: null })).toEqual(refused);
});

test('a window that is not ours, such as one of another part of the app, is refused', async () => {
  const { ask } = served({ chooseFolder: async () => succeeded(true) });
  expect(await ask('chooseFolder', undefined, { ...ours, sender: { id: 8 } })).toEqual(refused);
});

test('input of the wrong shape never reaches the handler, and is not quoted', async () => {
  const { ask, logged } = served();
  expect(await ask('prepareClip', { key: '../../etc/passwd' })).toEqual(wrong('prepareClip: wrong key'));
  expect(await ask('prepareClip')).toEqual(wrong('prepareClip: wrong input'));
  expect(logged).toEqual(['error: prepareClip was refused: wrong key', 'error: prepareClip was refused: wrong input']);
});

test('a bug in a handler is logged, and the window hears only that something was unexpected', async () => {
  const { ask, logged } = served({
    showFolder: async () => {
      throw new TypeError('secret path /home/ann');
    },
  });
  expect(await ask('showFolder')).toEqual(wrong('showFolder: TypeError'));
  expect(logged).toEqual(['error: showFolder failed']);
});
