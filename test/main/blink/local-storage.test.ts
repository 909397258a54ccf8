// The state of a module's drive (§4.9), which not every module tells.
import { expect, test } from 'vitest';
import { address, json, localStorage, signedIn } from './scripted.ts';

const status = `GET ${localStorage}/status`;
const asked = async (answer: () => Response) => {
  const { cloud, clock, calls } = await signedIn(({ route }) => (route === status ? answer() : undefined));
  const ask = () => clock.run(cloud.driveStatus(address, 'bulk'));
  return { first: await ask(), second: await ask(), times: calls.filter(({ route }) => route === status).length };
};

test('state and use of the drive', async () => {
  const { first, times } = await asked(() =>
    json({ usb_state: 'memory_full', usb_storage_used: 99, usb_storage_full: true }),
  );
  expect(first).toEqual({ ok: true, value: { state: 'memory_full', usedPercent: 99 } });
  expect(times).toBe(2);
});

test('a drive that says both is full', async () => {
  const { first } = await asked(() => json({ usb_state: 'active', usb_storage_used: 100, usb_storage_full: true }));
  expect(first).toEqual({ ok: true, value: { state: 'memory_full', usedPercent: 100 } });
});

test('words and figures that are new to us are unknown', async () => {
  const { first } = await asked(() => json({ usb_state: 'levitating', usb_storage_used: 'a lot' }));
  expect(first).toEqual({ ok: true, value: { state: 'unknown', usedPercent: null } });
});

test('a module that does not offer it is not asked again', async () => {
  const { first, second, times } = await asked(() => json({ message: 'Not found' }, 404));
  expect(first).toEqual({ ok: true, value: null });
  expect(second).toEqual({ ok: true, value: null });
  expect(times).toBe(1);
});
