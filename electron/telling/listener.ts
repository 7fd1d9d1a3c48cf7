// What tells of mail hears of each mailbox: which mail has come, and that something may count otherwise.
import type { Mailbox } from '../mailbox/mailbox.ts';
import type { Arrival } from '../sync/catch-up.ts';

export type HeardMailbox = Pick<Mailbox, 'account' | 'labels' | 'searching'>;

export interface Listener {
  readonly news: (mailbox: HeardMailbox, news: readonly Arrival[]) => void;
  readonly changed: (mailbox: HeardMailbox) => void;
}
