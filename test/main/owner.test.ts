// Two processes and one profile: only one may save.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { takeOwnership, whenOwner } from '../../main/owner.ts';
import { end, firstLine } from '../desktop/process.ts';
import { virtualClock } from '../virtual-clock.ts';
import { given } from './blink/connected.ts';
import { temporaryFolder } from './library/room.ts';

/** A process that owns the profile until it ends. */
async function otherOwner(profile: string) {
  const owner = new URL('../../main/owner.ts', import.meta.url).href;
  const program = `const { takeOwnership } = await import(${JSON.stringify(owner)});
    console.log(takeOwnership(process.argv[1]).ok);
    setInterval(() => {}, 1000);`;
  const args = ['--input-type=module', '-e', program, profile];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => end(child));
  expect(await firstLine('the other owner', child)).toBe('true');
  return child;
}

test('a profile has one owner at a time', async () => {
  const profile = await temporaryFolder();
  const first = given(takeOwnership(profile));
  expect(takeOwnership(profile)).toMatchObject({ ok: false, problem: { kind: 'already-running' } });
  first.release();
  given(takeOwnership(profile)).release();
});

test('the system frees the profile of an owner that is killed', async () => {
  const profile = await temporaryFolder();
  const other = await otherOwner(profile);
  expect(takeOwnership(profile)).toMatchObject({ ok: false, problem: { kind: 'already-running' } });
  other.kill('SIGKILL');
  await once(other, 'exit');
  given(takeOwnership(profile)).release();
});

test('who waits for the profile takes it as soon as it is free', async () => {
  const profile = await temporaryFolder();
  const clock = virtualClock();
  const first = given(takeOwnership(profile));
  const heard: boolean[] = [];
  const taking = whenOwner(profile, clock, (waiting) => heard.push(waiting));
  await clock.run(clock.sleep(60_000));
  expect(heard).toEqual([true]);
  first.release();
  expect(await clock.run(taking.taken)).toBe(true);
  expect(heard).toEqual([true, false]);
  (await taking.stop())?.release();
});

test('who stops waiting has nothing', async () => {
  const profile = await temporaryFolder();
  const clock = virtualClock();
  const first = given(takeOwnership(profile));
  onTestFinished(() => first.release());
  const taking = whenOwner(profile, clock, () => undefined);
  expect(await taking.stop()).toBeNull();
  expect(await taking.taken).toBe(false);
});

test('a profile that is not there is a bug, not another process', async () => {
  const missing = join(await temporaryFolder(), 'missing');
  expect(() => takeOwnership(missing)).toThrow();
});
