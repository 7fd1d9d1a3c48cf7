import { expect, test } from 'vitest';
import { nextZoom } from '../../electron/contract/appearance.ts';
import { widthAfter, within } from '../../renderer/panes/sizes.ts';

test('a pane is never narrower or wider than it may be', () => {
  expect([within('labels', 10), within('labels', 9_999), within('list', 400.4)]).toEqual([140, 420, 400]);
});

test.each([
  ['ArrowRight', 'ArrowRight', 316],
  ['ArrowLeft', 'ArrowRight', 284],
  // Mirrored.
  ['ArrowRight', 'ArrowLeft', 284],
  ['Home', 'ArrowRight', 260],
  ['End', 'ArrowRight', 900],
  ['x', 'ArrowRight', undefined],
])('%s moves the edge of the list where %s leads onwards', (key, forwards, to) => {
  expect(widthAfter('list', 300, key, forwards)).toBe(to);
});

test('the zoom goes in steps, and ends', () => {
  expect([nextZoom(1, 'in'), nextZoom(1, 'out'), nextZoom(3, 'in'), nextZoom(0.5, 'out')]).toEqual([1.1, 0.9, 3, 0.5]);
  // As somebody wrote it into the file.
  expect(nextZoom(1.23, 'in')).toBe(1.25);
});
