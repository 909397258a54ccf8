import { expect, test } from 'vitest';
import { messagesFor } from '../../../renderer/messages/index.ts';

const { problems } = messagesFor('en-GB');

test('a problem is told by the name of what it is about, with the time of the next try', () => {
  const nextTryAtMs = new Date(2026, 10, 23, 14, 5).getTime();
  expect(problems.text({ kind: 'module-busy', subject: 'Hallway module', nextTryAtMs })).toEqual({
    title: 'Hallway module is busy, probably with the phone app.',
    text: 'Next try at 14:05.',
    action: { label: 'Try now', does: { kind: 'check-now' } },
  });
});

test('without a name or a time the sentence is still whole', () => {
  const { title } = problems.text({ kind: 'module-busy' });
  expect(title).toBe('The sync module is busy, probably with the phone app.');
});

test('what is waited for is one line', () => {
  const nextTryAtMs = new Date(2026, 10, 23, 14, 5).getTime();
  expect(problems.waiting({ kind: 'offline', nextTryAtMs })).toBe('You are offline · next try at 14:05');
  expect(problems.waiting({ kind: 'module-busy' })).toBe('The sync module is busy, probably with the phone app');
});

test('technical details stay out of the words', () => {
  const { title, text } = problems.text({ kind: 'blink-unavailable', details: 'GET /homescreen: HTTP 503' });
  expect(`${title} ${text}`).not.toMatch(/503|HTTP/);
});

test('a row has room for one word', () => {
  expect([problems.short('clip-damaged'), problems.short('module-busy'), problems.short(null)]).toEqual([
    'Damaged',
    'Failed',
    'Failed',
  ]);
});
