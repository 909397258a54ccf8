// Where the window opens: where it was, but never out of sight.
import type { WindowBounds } from '../settings.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const defaultSize = { width: 1100, height: 720 };
/** What the design still fits into. */
export const minimumSize = { width: 480, height: 320 };

/**
 * `remembered`: where it stood when it was closed; null: never. `workAreas`: of all displays, the main one first.
 * A window that would lie on no display opens in the middle of the main one; one that sticks out is moved in.
 */
export function windowPlace(
  remembered: WindowBounds | null,
  workAreas: readonly [Rectangle, ...Rectangle[]],
): Rectangle {
  const shared = (area: Rectangle) => (remembered ? sharedArea(remembered, area) : 0);
  const area = workAreas.reduce((best, other) => (shared(other) > shared(best) ? other : best));
  const wanted = remembered ?? defaultSize;
  const width = within(wanted.width, minimumSize.width, area.width);
  const height = within(wanted.height, minimumSize.height, area.height);
  const from = remembered && shared(area) > 0 ? remembered : middleOf(area, width, height);
  return {
    x: within(from.x, area.x, area.x + area.width - width),
    y: within(from.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

const middleOf = (area: Rectangle, width: number, height: number) => ({
  x: Math.round(area.x + (area.width - width) / 2),
  y: Math.round(area.y + (area.height - height) / 2),
});

/** Where both cannot hold, the lower limit does: a title bar above the screen could not be reached. */
const within = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

function sharedArea(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
