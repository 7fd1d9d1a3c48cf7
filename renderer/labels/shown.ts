// Which labels the rows of a list show: pure. The one whose list it is would stand on every row.
import type { CountedLabel, LabelColour } from '../../electron/contract/model.ts';
import { labelQuery } from '../../electron/search/labels.ts';
import { meaningOf } from '../search/meaning.ts';

export interface ShownLabel {
  readonly name: string;
  readonly colour: LabelColour | null;
}
export type ShownLabels = ReadonlyMap<string, ShownLabel>;

export function shownLabels(labels: readonly CountedLabel[], text: string): ShownLabels {
  const listed = meaningOf(text);
  return new Map(
    labels
      .filter(({ type, messageVisibility, name }) => {
        return type === 'user' && messageVisibility === 'show' && meaningOf(labelQuery(name)) !== listed;
      })
      .map(({ id, name, colour }) => [id, { name, colour }]),
  );
}
