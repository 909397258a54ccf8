// The real pointer of a test's display, in xdotool's hands.
import type { Display } from './display.ts';
import { run } from './process.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

const limitMs = 10_000;

async function xdotool({ env }: Display, ...args: readonly (string | number)[]): Promise<void> {
  await run('xdotool', args.map(String), { env: { ...process.env, ...env }, timeout: limitMs });
}

export const movePointer = (display: Display, { x, y }: Point) =>
  xdotool(display, 'mousemove', Math.round(x), Math.round(y));
export const pressButton = (display: Display) => xdotool(display, 'mousedown', 1);
export const releaseButton = (display: Display) => xdotool(display, 'mouseup', 1);
