// Which labels the rows of a list show: pure. The one whose list it is would stand on every row.
import type { CountedLabel, LabelColour } from '../../electron/contract/model.ts';
import { labelQuery } from '../../electron/search/labels.ts';
import { meaningOf } from '../search/meaning.ts';

export interface ShownLabel {
  readonly name: string;
  /** Undefined where it has no colour of its own. */
  readonly ground: string | undefined;
  /** Undefined where Gmail's is hard to read, too. */
  readonly ink: string | undefined;
}
export type ShownLabels = ReadonlyMap<string, ShownLabel>;

/** Relative luminance, as WCAG 2.2 has it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Gmail offers pairs of colours that few can read. */
function legible(colour: LabelColour | null): string | undefined {
  if (!colour) return undefined;
  const [darker = 0, lighter = 0] = [luminance(colour.text), luminance(colour.background)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05) >= 4.5 ? colour.text : undefined;
}

export function shownLabels(labels: readonly CountedLabel[], text: string): ShownLabels {
  const listed = meaningOf(text);
  return new Map(
    labels
      .filter(({ type, messageVisibility, name }) => {
        return type === 'user' && messageVisibility === 'show' && meaningOf(labelQuery(name)) !== listed;
      })
      .map(({ id, name, colour }) => [id, { name, ground: colour?.background, ink: legible(colour) }]),
  );
}
