// What closing the window leads to, on every kind of desktop.
import { expect, test } from 'vitest';
import { afterClosing } from '../../../main/desktop/background.ts';

const withTray = { quitting: false, host: true, closeToTray: true, working: false };
const withoutTray = { ...withTray, host: false };

test('with a tray the app stays in it, unless the person wants it otherwise', () => {
  expect(afterClosing(withTray)).toBe('stay');
  expect(afterClosing({ ...withTray, closeToTray: false, working: true })).toBe('quit');
});

test('without a tray it quits, and while clips are being saved goes on in the minimised window', () => {
  expect(afterClosing(withoutTray)).toBe('quit');
  expect(afterClosing({ ...withoutTray, working: true })).toBe('minimise');
});

test('nothing holds up an app that is quitting', () => {
  expect(afterClosing({ ...withTray, quitting: true })).toBe('quit');
  expect(afterClosing({ ...withoutTray, working: true, quitting: true })).toBe('quit');
});
