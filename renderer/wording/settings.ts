// What the settings say. A part of `wording`.
import { translate } from './translate.ts';

export const settings = {
  title: translate('settings.title'),
  open: translate('settings.open'),
  close: translate('settings.close'),
  list: translate('settings.list'),
  sections: {
    privacy: translate('settings.sections.privacy'),
    appearance: translate('settings.sections.appearance'),
  },
  privacy: {
    strictNote: translate('settings.privacy.strictNote'),
    recent: translate('settings.privacy.recent'),
    recentNote: (count: number) => translate('settings.privacy.recentNote', { count }),
    clearRecent: translate('settings.privacy.clearRecent'),
  },
} as const;
