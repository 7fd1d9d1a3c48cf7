// What is said of the lock and of erasing everything. Loaded with the screens that say it.
import './later.ts';
import type { Erasable } from '../../electron/contract/erasing.ts';
import { number, size } from './format.ts';
import { translate } from './translate.ts';

export const lock = {
  name: translate('later.lock.name'),
  note: translate('later.lock.note'),
  limits: translate('later.lock.limits'),
  passcode: translate('later.lock.passcode'),
  again: translate('later.lock.again'),
  differ: translate('later.lock.differ'),
  short: (count: number) => translate('later.lock.short', { count }),
  after: translate('later.lock.after'),
  minutes: (count: number) => translate('later.lock.minutes', { count }),
  turnOn: translate('later.lock.turnOn'),
  turnOff: translate('later.lock.turnOff'),
  now: translate('later.lock.now'),
  unlock: translate('later.lock.unlock'),
  touch: translate('later.lock.touch'),
  damaged: translate('later.lock.damaged'),
  forgotten: translate('later.lock.forgotten'),
  forgottenNote: translate('later.lock.forgottenNote'),
} as const;

const things: Readonly<Record<Erasable, string>> = {
  mail: translate('later.erase.things.mail'),
  tokens: translate('later.erase.things.tokens'),
  settings: translate('later.erase.things.settings'),
  network: translate('later.erase.things.network'),
  lock: translate('later.erase.things.lock'),
  logs: translate('later.erase.things.logs'),
  browser: translate('later.erase.things.browser'),
};

export const erase = {
  name: translate('later.erase.name'),
  note: translate('later.erase.note'),
  title: translate('later.erase.title'),
  lead: translate('later.erase.lead'),
  revoke: translate('later.erase.revoke'),
  revokeNote: translate('later.erase.revokeNote'),
  erase: translate('later.erase.erase'),
  running: translate('later.erase.running'),
  done: translate('later.erase.done'),
  things,
  much: (files: number, bytes: number) => translate('later.erase.much', { count: files, size: size(bytes) }),
  empty: translate('later.erase.empty'),
  left: (count: number) => translate('later.erase.left', { count }),
  revoked: (count: number) => translate('later.erase.revoked', { count, shown: number(count) }),
  notRevoked: (count: number) => translate('later.erase.notRevoked', { count }),
  quit: translate('later.erase.quit'),
} as const;
