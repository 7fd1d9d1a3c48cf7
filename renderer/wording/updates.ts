// What the settings say of newer versions. Loaded with them.
import './later.ts';
import type { CannotUpdate, UpdateChoice, UpdateFailure } from '../../electron/contract/updates.ts';
import { moment, share } from './format.ts';
import { translate } from './translate.ts';

const cannot: Readonly<Record<Exclude<CannotUpdate, 'organisation'>, string>> = {
  'not-packed': translate('later.updates.cannot.not-packed'),
  'package-manager': translate('later.updates.cannot.package-manager'),
  portable: translate('later.updates.cannot.portable'),
  'no-feed': translate('later.updates.cannot.no-feed'),
};

const choices: Readonly<Record<UpdateChoice, string>> = {
  ask: translate('later.updates.choices.ask'),
  off: translate('later.updates.choices.off'),
};

const failed: Readonly<Record<Exclude<UpdateFailure['kind'], 'storage' | 'internal'>, string>> = {
  unreachable: translate('later.updates.failed.unreachable'),
  unexpected: translate('later.updates.failed.unexpected'),
  altered: translate('later.updates.failed.altered'),
};

export const updates = {
  name: translate('later.updates.name'),
  choice: translate('later.updates.choice'),
  choiceNote: translate('later.updates.choiceNote'),
  choices,
  /** Null where the organisation says so: that is said as whatever else it has fixed. */
  cannot: (why: CannotUpdate): string | null => (why === 'organisation' ? null : cannot[why]),
  idle: (lookedAt: number | null) =>
    lookedAt === null
      ? translate('later.updates.never')
      : translate('later.updates.newest', { when: moment(lookedAt, Date.now()) }),
  looking: translate('later.updates.looking'),
  available: (version: string) => translate('later.updates.available', { version }),
  downloading: (version: string, done: number) =>
    translate('later.updates.downloading', { version, share: share(Math.floor(done * 100) / 100) }),
  ready: (version: string) => translate('later.updates.ready', { version }),
  failed,
  notes: translate('later.updates.notes'),
  look: translate('later.updates.look'),
  download: translate('later.updates.download'),
  restart: translate('later.updates.restart'),
} as const;
