// What the window says of being told of mail, and of going on without it. Loaded with the section that says it.
import './later.ts';
import { translate } from './translate.ts';

export const telling = {
  news: translate('later.telling.news'),
  newsNote: translate('later.telling.newsNote'),
  noAccount: translate('later.telling.noAccount'),
  inbox: translate('place.inbox'),
  primary: translate('place.primary'),
  more: translate('later.telling.more'),
  chosen: (count: number) => translate('later.telling.chosen', { count }),
  content: translate('later.telling.content'),
  contentNote: translate('later.telling.contentNote'),
  badge: translate('later.telling.badge'),
  badgeNote: translate('later.telling.badgeNote'),
  tray: translate('later.telling.tray'),
  trayNote: translate('later.telling.trayNote'),
  background: translate('later.telling.background'),
  backgroundNote: translate('later.telling.backgroundNote'),
  atLogin: translate('later.telling.atLogin'),
  atLoginNote: translate('later.telling.atLoginNote'),
} as const;
