// The session as the window last heard of it.
import type { SessionState } from '../../electron/contract/model.ts';
import { ofAll } from '../../electron/contract/of-all.ts';
import { createAnswers } from '../asked.ts';
import { listen, request } from '../bridge.ts';
import { forgetWhere } from '../where.ts';
import { forgetMailbox } from './forgetting.ts';

/** Which mailbox is shown: one account's, or that of all. */
export const mailboxKey = ({ account, all }: Pick<SessionState, 'account' | 'all'>) =>
  all ? ofAll : (account?.id ?? null);

/** Nothing has come from Gmail so far: that a list is empty says nothing of the mailbox. */
export const knowsNothingYet = ({ sync }: Pick<SessionState, 'sync'>) => sync.syncedAt === null && sync.onDisk === 0;

export const session = createAnswers({
  ask: async () => {
    const result = await request('session.read', {});
    const known = session.read().value;
    if (result.ok && known && mailboxKey(known) !== mailboxKey(result.value)) forgetMailbox();
    if (result.ok) {
      const there = result.value.accounts.map(({ account }) => account.id);
      const oneHasGone = known?.accounts.some(({ account }) => !there.includes(account.id)) ?? false;
      forgetWhere(oneHasGone ? there : [...there, ofAll]);
    }
    return result;
  },
  listen,
  concerns: (event) => event.name === 'session.changed',
});
