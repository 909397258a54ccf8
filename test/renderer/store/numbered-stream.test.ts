import { beforeEach, expect, test } from 'vitest';
import { NumberedStream } from '../../../renderer/store/numbered-stream.ts';

interface Message {
  readonly number: number;
  readonly text: string;
}

let shown: string[];
let answers: ((message: Message | null) => void)[];
let stream: NumberedStream<Message, Message>;

beforeEach(() => {
  shown = [];
  answers = [];
  stream = new NumberedStream<Message, Message>({
    ask: () => new Promise((resolve) => answers.push(resolve)),
    numberOf: ({ number }) => number,
    start: ({ text }) => shown.push(`all ${text}`),
    apply: ({ text }) => shown.push(text),
  });
});

const answer = async (number: number, text: string) => {
  answers.shift()?.({ number, text });
  await new Promise((resolve) => setImmediate(resolve));
};

test('patches that overtake the snapshot are kept until it is there, those that it contains are not applied twice', async () => {
  void stream.restart();
  stream.receive({ number: 4, text: 'four' });
  stream.receive({ number: 5, text: 'five' });
  await answer(4, 'up to four');
  expect(shown).toEqual(['all up to four', 'five']);
});

test('after a lost patch everything is asked for again', async () => {
  void stream.restart();
  await answer(1, 'one');
  stream.receive({ number: 3, text: 'three' });
  expect(answers).toHaveLength(1);
  await answer(3, 'up to three');
  stream.receive({ number: 4, text: 'four' });
  expect(shown).toEqual(['all one', 'all up to three', 'four']);
});

test('a reset while a snapshot is on its way asks once more, and the stale one is not shown', async () => {
  void stream.restart();
  void stream.restart();
  await answer(1, 'stale');
  await answer(1, 'fresh');
  expect(shown).toEqual(['all fresh']);
});

test('a snapshot that could not be had leaves things as they are', async () => {
  void stream.restart();
  answers.shift()?.(null);
  await new Promise((resolve) => setImmediate(resolve));
  expect(shown).toEqual([]);
});
