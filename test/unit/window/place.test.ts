import { expect, test } from 'vitest';
import { visiblePlace } from '../../../electron/window/place.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const right = { x: 1920, y: 0, width: 1920, height: 1080 };
const place = (x: number, y: number) => ({ x, y, width: 1000, height: 700, maximized: false });

test.each([
  ['where it was', place(100, 100), [screen], { x: 100, y: 100, width: 1000, height: 700 }],
  ['on the second screen', place(2000, 0), [screen, right], { x: 2000, y: 0, width: 1000, height: 700 }],
  ['in view, when its screen is gone', place(2000, 0), [screen], { width: 1000, height: 700 }],
  ['in view, when its title bar is above every screen', place(100, -500), [screen], { width: 1000, height: 700 }],
  [
    'no larger than the screen that is left',
    { ...place(2000, 0), width: 3_000, height: 1_500 },
    [screen],
    { width: 1920, height: 1080 },
  ],
  ['where the system likes, the first time', undefined, [screen], { width: 1180, height: 760 }],
])('the window opens %s', (_where, remembered, screens, expected) => {
  expect(visiblePlace(remembered, screens)).toEqual(expected);
});
