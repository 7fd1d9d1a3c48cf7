// How accounts stand, as the window is told: each for itself, and all as one. Pure.
import type { Account, AccountState, Connection, SessionState, SyncState } from '../contract/model.ts';
import type { AccountRecord } from './account-file.ts';
import type { Accounts } from './accounts.ts';
import type { OpenAccounts } from './open-accounts.ts';

const noSync: SyncState = {
  running: false,
  paused: false,
  diskFull: false,
  syncedAt: null,
  onDisk: 0,
  inMailbox: 0,
  messagesPerMinute: null,
  leftMs: null,
};

export const accountOf = ({ id, kind, email, name }: Account): Account => ({ id, kind, email, name });

/** What passes by itself, and what the person has decided, needs nobody. */
function needsAttention(connection: Connection): boolean {
  if (connection.state === 'signed-out') return connection.reason !== 'by-you';
  if (connection.state !== 'refused') return false;
  const { kind } = connection.failure;
  return kind !== 'busy' && kind !== 'offline';
}

/** Of an account that is not open yet, as far as its file tells. */
function expected({ kind, signedOut }: AccountRecord): Connection {
  if (kind === 'sample') return { state: 'local' };
  return signedOut ? { state: 'signed-out', reason: signedOut } : { state: 'connecting' };
}

function accountState(record: AccountRecord, open: OpenAccounts): AccountState {
  const mailbox = open.find(record.id)?.mailbox;
  const failure = open.failure(record.id);
  const connection = mailbox?.connection() ?? (failure ? { state: 'refused' as const, failure } : expected(record));
  return {
    account: accountOf(record),
    open: mailbox !== undefined,
    connection,
    sync: mailbox?.sync() ?? noSync,
    unread: open.unread(record.id),
    needsAttention: needsAttention(connection),
  };
}

/** What needs a person is said of each account alone. */
function connectionOfAll(accounts: readonly AccountState[]): Connection {
  const connections = accounts.filter(({ account }) => account.kind === 'gmail').map(({ connection }) => connection);
  for (const wanted of ['online', 'connecting', 'offline'] as const)
    if (connections.some(({ state }) => state === wanted)) return { state: wanted };
  return connections[0] ?? { state: 'local' };
}

function syncOfAll(accounts: readonly AccountState[]): SyncState {
  const all = accounts.map(({ sync }) => sync);
  const gmail = accounts.filter(({ account }) => account.kind === 'gmail').map(({ sync }) => sync);
  const sum = (of: (sync: SyncState) => number) => all.reduce((total, sync) => total + of(sync), 0);
  const syncedAt = gmail.map((sync) => sync.syncedAt);
  const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
  const paces = known(gmail.map(({ messagesPerMinute }) => messagesPerMinute));
  const left = known(gmail.map(({ leftMs }) => leftMs));
  return {
    running: all.some(({ running }) => running),
    paused: gmail.length > 0 && gmail.every(({ paused }) => paused),
    diskFull: all.some(({ diskFull }) => diskFull),
    // As of when all of it holds.
    syncedAt: syncedAt.includes(null) || syncedAt.length === 0 ? null : Math.min(...known(syncedAt)),
    onDisk: sum(({ onDisk }) => onDisk),
    inMailbox: sum(({ inMailbox }) => inMailbox),
    messagesPerMinute: paces.length > 0 ? paces.reduce((total, pace) => total + pace, 0) : null,
    leftMs: left.length > 0 ? Math.max(...left) : null,
  };
}

interface Looked {
  readonly accounts: Pick<Accounts, 'all'>;
  readonly open: OpenAccounts;
  readonly shownId: string | null;
  readonly all: boolean;
}

type OfAccounts = 'account' | 'all' | 'accounts' | 'ownAddresses' | 'connection' | 'sync' | 'tokenKept';

export function sessionOf({ accounts, open, shownId, all }: Looked): Pick<SessionState, OfAccounts> {
  const known = accounts.all().map((record) => accountState(record, open));
  const one = known.find(({ account }) => account.id === shownId);
  const shown = all ? known : one ? [one] : [];
  const own = shown.flatMap(({ account }) => open.find(account.id)?.mailbox.ownAddresses() ?? []);
  return {
    account: one?.account ?? null,
    all,
    accounts: known,
    ownAddresses: [...new Set(own)],
    connection: all ? connectionOfAll(known) : (one?.connection ?? { state: 'local' }),
    sync: all ? syncOfAll(known) : (one?.sync ?? noSync),
    tokenKept: (one && open.find(one.account.id)?.linking.tokenKept()) ?? 'none',
  };
}
