// What the real keychain does only now and then: hang behind a prompt, or be impossible to load.
import { expect, test } from 'vitest';
import { type Keytar, keychainSecrets } from '../../../main/keychain/keytar.ts';
import { virtualClock } from '../../virtual-clock.ts';

/** A keychain whose prompt stands on the screen until `answer` is called. */
function prompting() {
  const asked: string[] = [];
  let answer = (_value: string | null) => {};
  const prompt = (account: string) => {
    asked.push(account);
    return new Promise<string | null>((resolve) => {
      answer = resolve;
    });
  };
  const keytar: Keytar = {
    getPassword: (_service, account) => prompt(account),
    setPassword: async (_service, account) => {
      await prompt(account);
    },
    deletePassword: async (_service, account) => (await prompt(account)) !== null,
  };
  const time = virtualClock();
  // A prompt is nobody's work in hand: time passes while it stands.
  const clock = { ...time, busy: <Value>(work: Promise<Value>) => work };
  const secrets = keychainSecrets({
    service: 'Cliptray/000000000000',
    clock,
    load: async () => keytar,
    isLocked: async () => false,
  });
  return { secrets, asked, time, answer: (value: string | null) => answer(value) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a prompt that nobody answers counts as locked after five seconds', async () => {
  const { secrets, time } = prompting();
  const before = time.now();
  expect(await time.run(secrets.get('refresh'))).toEqual({ kind: 'locked' });
  expect(time.now() - before).toBe(5_000);
});

test('while a prompt stands nothing else is asked of the keychain', async () => {
  const { secrets, asked, time } = prompting();
  await time.run(secrets.get('refresh'));
  expect(await secrets.get('access')).toEqual({ kind: 'locked' });
  expect(await secrets.set('access', 'one')).toEqual({ kind: 'locked' });
  expect(await secrets.remove('access')).toEqual({ kind: 'locked' });
  expect(asked).toEqual(['refresh']);
});

test('an answer that comes late is taken, without asking the person again', async () => {
  const { secrets, asked, answer, time } = prompting();
  await time.run(secrets.get('refresh'));
  answer('one');
  await settled();
  expect(await secrets.get('refresh')).toEqual({ kind: 'found', value: 'one' });
  expect(asked).toEqual(['refresh']);
});

test('a late answer is not given once something newer was to be stored', async () => {
  const { secrets, asked, answer, time } = prompting();
  await time.run(secrets.get('refresh'));
  answer('old');
  await settled();
  const stored = secrets.set('refresh', 'new');
  await settled();
  answer(null);
  await stored;
  void secrets.get('refresh');
  await settled();
  expect(asked).toEqual(['refresh', 'refresh', 'refresh']);
});

test('two calls at the same time reach the keychain one after the other', async () => {
  const { secrets, asked, answer } = prompting();
  const both = [secrets.get('refresh'), secrets.get('access')];
  await settled();
  expect(asked).toEqual(['refresh']);
  answer('one');
  await settled();
  expect(asked).toEqual(['refresh', 'access']);
  answer('two');
  expect(await Promise.all(both)).toEqual([
    { kind: 'found', value: 'one' },
    { kind: 'found', value: 'two' },
  ]);
});

test('where keytar cannot be loaded, as without libsecret, the store is unavailable', async () => {
  const secrets = keychainSecrets({
    service: 'Cliptray/000000000000',
    clock: virtualClock(),
    load: () => Promise.reject(new Error('Failed to load keytar native addon')),
    isLocked: async () => false,
  });
  const unavailable = { kind: 'unavailable', details: 'Failed to load keytar native addon' };
  expect(await secrets.get('refresh')).toEqual(unavailable);
  expect(await secrets.set('refresh', 'one')).toEqual(unavailable);
  expect(await secrets.remove('refresh')).toEqual(unavailable);
});

test('where nobody can say whether a keyring is locked, a missing secret is not called absent', async () => {
  const secrets = keychainSecrets({
    service: 'Cliptray/000000000000',
    clock: virtualClock(),
    load: async () => ({
      getPassword: async () => null,
      setPassword: async () => {},
      deletePassword: async () => false,
    }),
    isLocked: () => Promise.reject(new Error('access denied')),
  });
  expect(await secrets.get('refresh')).toEqual({ kind: 'unavailable', details: 'access denied' });
  expect(await secrets.remove('refresh')).toEqual({ kind: 'unavailable', details: 'access denied' });
});
