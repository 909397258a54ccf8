import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultSize, windowPlace } from '../../../main/desktop/window-place.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const screen = { x: 1440, y: 0, width: 2560, height: 1400 };
const at = (x: number, y: number, width = 1100, height = 720) => ({ x, y, width, height, maximized: false });

test('a first window stands in the middle of the main display', () => {
  expect(windowPlace(null, [laptop, screen])).toEqual({ x: 170, y: 103, ...defaultSize });
});

test('a window comes back where it was, on whichever display', () => {
  expect(windowPlace(at(300, 60), [laptop, screen])).toEqual({ x: 300, y: 60, width: 1100, height: 720 });
  expect(windowPlace(at(2000, 100), [laptop, screen])).toEqual({ x: 2000, y: 100, width: 1100, height: 720 });
});

test('a window on a display that was unplugged opens in the middle of the main one', () => {
  expect(windowPlace(at(2000, 100), [laptop])).toEqual({ x: 170, y: 103, width: 1100, height: 720 });
});

test('a window that sticks out is moved in, and its title bar is never above the screen', () => {
  expect(windowPlace(at(1300, 800), [laptop])).toEqual({ x: 340, y: 180, width: 1100, height: 720 });
  expect(windowPlace(at(-500, -300), [laptop])).toEqual({ x: 0, y: 25, width: 1100, height: 720 });
});

test('a window that is larger than the display fills it', () => {
  expect(windowPlace(at(0, 0, 3000, 2000), [laptop])).toEqual(laptop);
});

test('whatever was remembered, the window lies whole inside one display that is large enough', () => {
  const number = fc.integer({ min: -100_000, max: 100_000 });
  const size = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(number, number, size, size, (x, y, width, height) => {
      const place = windowPlace(at(x, y, width, height), [laptop, screen]);
      return [laptop, screen].some(
        (area) =>
          place.x >= area.x &&
          place.y >= area.y &&
          place.x + place.width <= area.x + area.width &&
          place.y + place.height <= area.y + area.height,
      );
    }),
  );
});
