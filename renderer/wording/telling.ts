// What the window says of being told of mail, and of going on without it. A part of `wording`.
import { translate } from './translate.ts';

export const telling = {
  news: translate('telling.news'),
  newsNote: translate('telling.newsNote'),
  noAccount: translate('telling.noAccount'),
  inbox: translate('telling.inbox'),
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

/** Said to those who hear the window, and shown to nobody. */
export const announced = {
  offline: translate('announced.offline'),
  online: translate('announced.online'),
  signedOut: translate('announced.signedOut'),
  refused: translate('announced.refused'),
  begun: translate('announced.begun'),
  part: (percent: number) => translate('announced.part', { percent }),
  whole: translate('announced.whole'),
  paused: translate('announced.paused'),
} as const;
