// What the window says of being told of mail, and of going on without it. Loaded with the section that says it.
import { translate } from './translate.ts';

export const telling = {
  news: translate('telling.news'),
  newsNote: translate('telling.newsNote'),
  noAccount: translate('telling.noAccount'),
  inbox: translate('place.inbox'),
  primary: translate('place.primary'),
  more: translate('telling.more'),
  chosen: (count: number) => translate('telling.chosen', { count }),
  content: translate('telling.content'),
  contentNote: translate('telling.contentNote'),
  badge: translate('telling.badge'),
  badgeNote: translate('telling.badgeNote'),
  tray: translate('telling.tray'),
  trayNote: translate('telling.trayNote'),
  background: translate('telling.background'),
  backgroundNote: translate('telling.backgroundNote'),
  atLogin: translate('telling.atLogin'),
  atLoginNote: translate('telling.atLoginNote'),
} as const;
