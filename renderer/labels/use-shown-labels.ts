// The labels that rows show, the same object for as long as it says the same: counts come and go with every message, names
// and colours hardly ever, and rows are drawn anew for those only.
import { useMemo } from 'react';
import type { CountedLabel } from '../../electron/contract/model.ts';
import { type ShownLabels, shownLabels } from './shown.ts';

export function useShownLabels(labels: readonly CountedLabel[] | null, text: string): ShownLabels {
  const said = useMemo(() => JSON.stringify([...shownLabels(labels ?? [], text)]), [labels, text]);
  return useMemo(() => new Map(JSON.parse(said)), [said]);
}
