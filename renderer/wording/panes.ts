// What is said of the panes. A part of `wording`.
import { translate } from './translate.ts';

export const panes = {
  name: translate('panes.name'),
  width: { labels: translate('panes.width.labels'), list: translate('panes.width.list') },
  shown: {
    labels: translate('panes.shown.labels'),
    list: translate('panes.shown.list'),
    message: translate('panes.shown.message'),
  },
} as const;
