// What the window says of accounts.
import { translate } from './translate.ts';

export const accounts = {
  name: translate('accounts.name'),
  shown: translate('accounts.shown'),
  all: translate('accounts.all'),
  sample: translate('accounts.sample'),
  sampleNote: translate('accounts.sampleNote'),
  add: translate('accounts.add'),
  manage: translate('accounts.manage'),
  show: translate('accounts.show'),
  unread: (count: number) => translate('accounts.unread', { count }),
  unreadElsewhere: (count: number) => translate('accounts.unreadElsewhere', { count }),
  needsAttention: translate('accounts.needsAttention'),
  needsAttentionElsewhere: translate('accounts.needsAttentionElsewhere'),
  attention: (email: string, sentence: string) => translate('accounts.attention', { email, sentence }),
  permission: translate('accounts.permission'),
  readOnly: translate('accounts.readOnly'),
  noPermission: translate('accounts.noPermission'),
  since: translate('accounts.since'),
  client: translate('accounts.client'),
  onDisk: translate('accounts.onDisk'),
  messages: (count: number, written: string) => translate('accounts.messages', { count, written }),
} as const;
