// Another program's window on a test's display, that files can be dropped on and dragged from.
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Display } from './display.ts';
import { movePointer, type Point, pressButton, releaseButton } from './pointer.ts';
import { end, start } from './process.ts';
import { until } from './until.ts';

export interface DroppedFile {
  readonly path: string;
  readonly exists: boolean;
}

interface Happened {
  readonly event: 'ready' | 'motion' | 'drop' | 'given';
  readonly files?: readonly DroppedFile[];
}

export interface DropTarget {
  /** Presses at `from`, carries what hangs on the pointer here, and lets go; gives what arrived. */
  receive(from: Point): Promise<readonly DroppedFile[]>;
  /** Drags its own file from here to `to`, and lets go when `isOver` says that it was noticed there. */
  give(to: Point, isOver: () => Promise<boolean>): Promise<void>;
  stop(): Promise<void>;
}

const size = { x: 880, y: 150, width: 300, height: 300 };
const centre: Point = { x: size.x + size.width / 2, y: size.y + size.height / 2 };

/** `offered`: the file that it gives. */
export async function startDropTarget(display: Display, offered: string): Promise<DropTarget> {
  const place = Object.entries(size).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = start('/usr/bin/python3', [`${import.meta.dirname}/drop-target.py`, ...place, '--offer', offered], {
    env: { ...process.env, ...display.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const happened: Happened[] = [];
  const output = child.stdout as Readable; // it is piped, as said above
  createInterface({ input: output }).on('line', (line) => happened.push(JSON.parse(line) as Happened)); // its own format
  await until('the drop target', () => happened.some(({ event }) => event === 'ready'));

  /** Until `isOver`. */
  async function drag(from: Point, to: Point, isOver: () => unknown): Promise<void> {
    await movePointer(display, from);
    await pressButton(display);
    try {
      await carry(display, from);
      // It has to keep moving over a window until that says that something hangs on it.
      let turn = 0;
      await until('the drag over the other window', async () => {
        await movePointer(display, { x: to.x + 10 * (turn++ % 2), y: to.y });
        return isOver();
      });
    } finally {
      await releaseButton(display);
    }
  }
  const nextOf = (before: number, event: Happened['event']) =>
    happened.slice(before).find((one) => one.event === event);

  return {
    async receive(from) {
      const before = happened.length;
      await drag(from, centre, () => nextOf(before, 'motion'));
      return (await until('the drop', () => nextOf(before, 'drop'))).files ?? [];
    },
    async give(to, isOver) {
      const before = happened.length;
      await drag(centre, to, isOver);
      await until('the end of the drag', () => nextOf(before, 'given'));
    },
    stop: () => end(child),
  };
}

/** Moves far enough that pressing has become dragging. */
export async function carry(display: Display, from: Point): Promise<void> {
  for (const distance of [3, 6, 9, 14]) await movePointer(display, { x: from.x + distance, y: from.y + 2 });
}
