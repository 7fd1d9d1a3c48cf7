// What is said to those who hear the window of how the synchronisation goes. A part of `wording`.
import { translate } from './translate.ts';

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
