// Where the window stands. Pure.
import type { Rectangle } from 'electron';

export interface Place extends Rectangle {
  readonly maximized: boolean;
}

const usual = { width: 1180, height: 760 };

/** The remembered place, if enough of it is still on a screen: a monitor may have gone, and the one that is left be smaller. */
export function visiblePlace(place: Place | undefined, screens: readonly Rectangle[]): Partial<Rectangle> {
  if (!place) return usual;
  const overlap = ({ x, y, width, height }: Rectangle) =>
    Math.min(place.x + place.width, x + width) - Math.max(place.x, x) >= 100 &&
    Math.min(place.y + 40, y + height) - Math.max(place.y, y) >= 20;
  const { x, y, width, height } = place;
  if (screens.some(overlap)) return { x, y, width, height };
  const [screen] = screens;
  return { width: Math.min(width, screen?.width ?? width), height: Math.min(height, screen?.height ?? height) };
}
