// What a newcomer is told. A part of `wording`.
import { translate } from './translate.ts';

export const hints = {
  name: translate('hints.name'),
  known: translate('hints.known'),
  dismiss: (hint: string) => translate('hints.dismiss', { hint }),
  keys: { filter: '/', keys: '?', panes: '↔' },
  said: {
    filter: translate('hints.filter'),
    keys: translate('hints.keys'),
    panes: translate('hints.panes'),
  },
} as const;
