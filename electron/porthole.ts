// The program as the window sees it: which account is open, who is signing in, what is to be told. Joins accounts, vault,
// consent and mailbox; knows neither Electron nor how any of them does its work.
import path from 'node:path';
import type { Accounts } from './accounts.ts';
import { type OAuthClient, parseClientFile } from './auth/client-file.ts';
import { revokeToken } from './auth/revoke.ts';
import type { SignedIn } from './auth/sign-in.ts';
import type { Vault } from './auth/vault.ts';
import { type Consent, createConsent } from './consent.ts';
import type { PortholeEvent } from './contract/events.ts';
import { FailureError } from './contract/failure.ts';
import type { Account, ClientSummary, Connection, Notice, SessionState, SyncState } from './contract/model.ts';
import type { Endpoints } from './endpoints.ts';
import type { Limits } from './gmail/costs.ts';
import { createLink } from './link.ts';
import type { Log } from './log.ts';
import { type Mailbox, openMailbox, signedOut } from './mailbox.ts';
import { openStore } from './store/store.ts';

export interface PortholeOptions {
  readonly accounts: Accounts;
  readonly vault: Vault;
  readonly endpoints: Endpoints;
  readonly storeWorker: URL;
  /** How fast Gmail may be asked. */
  readonly limits: Limits;
  readonly fetch: typeof fetch;
  /** Epoch ms. */
  readonly now: () => number;
  readonly openExternal: (url: string) => Promise<void>;
  readonly writeClipboard: (text: string) => Promise<void>;
  readonly bringToFront: () => void;
  readonly emit: (event: PortholeEvent) => void;
  readonly log: Log;
  readonly notices: readonly Notice[];
}

export interface Porthole {
  /** Opens the account that was open last, from disk. */
  readonly start: () => Promise<void>;
  readonly state: () => SessionState;
  readonly consent: Consent;
  /** The open one. @throws FailureError `gone` where none is */
  readonly mailbox: () => Mailbox;
  /** Remembers the client of a client file for the next sign-in. @throws FailureError `client-file` */
  readonly acceptClient: (text: string) => ClientSummary;
  /** Shows the consent page, for the open account where there is one. */
  readonly signIn: () => Promise<void>;
  readonly openSample: () => Promise<void>;
  /** The token may go to disk although nothing protects it well there. */
  readonly keepToken: () => Promise<void>;
  readonly signOut: (eraseMail: boolean) => Promise<void>;
  readonly syncNow: () => Promise<void>;
  readonly dismiss: (notice: Notice) => void;
  readonly close: () => Promise<void>;
}

const noSync: SyncState = { running: false, syncedAt: null, onDisk: 0, progress: null };

/** Its texts are a fifth of the bundle, and most runs never need them. */
const loadSample = () => import('./sample-account.ts');

export function createPorthole(options: PortholeOptions): Porthole {
  const { accounts, vault, endpoints, now, log } = options;
  let mailbox: Mailbox | undefined;
  let client: OAuthClient | undefined;
  let tokenKept: SessionState['tokenKept'] = 'none';
  let notices: readonly Notice[] = options.notices;

  const changed = () => options.emit({ name: 'session.changed' });
  const tell = (notice: Notice) => {
    notices = [...notices.filter((other) => other !== notice), notice];
    changed();
  };

  const openAccount = async (account: Account): Promise<Mailbox> => {
    if (mailbox?.account.id === account.id) return mailbox;
    await mailbox?.close();
    mailbox = undefined;
    let opened: Mailbox | undefined;
    const store = await openStore({
      file: path.join(accounts.folder(account.id), 'mail.db'),
      workerUrl: options.storeWorker,
      onRebuilt: () => {
        tell('database-rebuilt');
        options.emit({ name: 'messages.changed', ids: null });
        opened?.syncNow();
      },
    });
    if (store.rebuilt) tell('database-rebuilt');
    if (account.kind === 'sample') await (await loadSample()).fillSample(store, now());
    opened = await openMailbox({
      account,
      store,
      now,
      onState: changed,
      onMessages: (ids) => options.emit({ name: 'messages.changed', ids }),
      onAnswer: (query) => options.emit({ name: 'search.answered', query }),
      onUnreadable: () => log.note('message unreadable'),
      onBug: log.bug,
    });
    mailbox = opened;
    return opened;
  };

  const endGrant = (id: string, grantedAt: number, failure: FailureError) => {
    if (failure.failure.kind !== 'signed-out') return;
    const { reason } = failure.failure;
    if (reason === 'refused' || reason === 'testing-expiry') accounts.grantEnded(id, { grantedAt, endedAt: now() });
    accounts.signedOut(id, reason);
  };

  /** Follows Gmail with the grant that is kept, or says why it can't. */
  const connect = async (opened: Mailbox, accessToken?: SignedIn['accessToken']): Promise<void> => {
    const { id } = opened.account;
    const loaded = await vault.load(id);
    if (loaded.state === 'unreadable') tell('token-set-aside');
    tokenKept = loaded.state === 'kept' ? loaded.kept : 'none';
    const record = accounts.find(id);
    if (loaded.state !== 'kept' || record?.signedOut) {
      const reason = record?.signedOut ?? (loaded.state === 'unreadable' ? 'unreadable' : 'not-kept');
      await opened.disconnect(signedOut(reason));
      return;
    }
    client = loaded.grant.client;
    const keep = (update: Parameters<Vault['save']>[1]) => void vault.save(id, update).catch(log.bug);
    const api = createLink({
      grant: loaded.grant,
      accessToken,
      endpoints,
      fetch: options.fetch,
      now,
      limits: options.limits,
      earlier: record?.ended ?? [],
      onRefreshToken: (refreshToken) => keep({ refreshToken }),
      onUsed: (lastUsedAt) => keep({ lastUsedAt }),
      onSignedOut: (failure) => endGrant(id, loaded.grant.grantedAt, failure),
    });
    await opened.connect(api);
  };

  const connectOrSay = async (opened: Mailbox, accessToken?: SignedIn['accessToken']): Promise<void> => {
    try {
      await connect(opened, accessToken);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      // A locked key store: nothing is lost, and Refresh tries again.
      await opened.disconnect({ state: 'refused', failure: error.failure });
    }
  };

  const consent = createConsent({
    endpoints: endpoints.auth,
    fetch: options.fetch,
    now,
    openExternal: options.openExternal,
    writeClipboard: options.writeClipboard,
    onReturn: options.bringToFront,
    onState: changed,
    onBug: log.bug,
    storedGrant: async (accountId) => {
      const loaded = await vault.load(accountId);
      // A grant that Google has ended is no grant to go on with.
      return loaded.state === 'kept' && !accounts.find(accountId)?.signedOut ? loaded.grant : undefined;
    },
    onSignedIn: async ({ account, grant, accessToken }) => {
      await vault.save(account.id, grant);
      accounts.keep(account);
      await connectOrSay(await openAccount(account), accessToken);
    },
  });

  const connectionOf = (opened: Mailbox | undefined): Connection => opened?.connection() ?? { state: 'local' };

  const current = (): Mailbox => {
    if (!mailbox) throw new FailureError({ kind: 'gone' });
    return mailbox;
  };

  const revoke = async (id: string): Promise<void> => {
    const loaded = await vault.load(id).catch(() => undefined);
    if (loaded?.state !== 'kept') return;
    const { refreshToken } = loaded.grant;
    const answer = await revokeToken({
      token: refreshToken,
      revokeUrl: endpoints.auth.revokeUrl,
      fetch: options.fetch,
    });
    if (answer === 'unreachable') tell('grant-not-revoked');
  };

  const erase = async (opened: Mailbox): Promise<void> => {
    mailbox = undefined;
    await opened.close();
    await accounts.erase(opened.account.id);
  };

  const signOut = async (eraseMail: boolean): Promise<void> => {
    const opened = current();
    const { id, kind } = opened.account;
    consent.cancel();
    if (kind === 'gmail') {
      await opened.disconnect(signedOut('by-you'));
      await revoke(id);
      await vault.erase(id);
      accounts.signedOut(id, 'by-you');
      tokenKept = 'none';
    }
    if (eraseMail || kind === 'sample') await erase(opened);
    changed();
  };

  const show = async (account: Account): Promise<Mailbox> => {
    const opened = await openAccount(account);
    changed();
    return opened;
  };

  return {
    consent,
    mailbox: current,
    start: async () => {
      const record = accounts.open();
      if (!record) return;
      const opened = await show(record);
      if (record.kind === 'gmail') await connectOrSay(opened);
    },
    state: () => ({
      account: mailbox?.account ?? null,
      connection: connectionOf(mailbox),
      sync: mailbox?.sync() ?? noSync,
      signIn: consent.state(),
      tokenKept,
      hasClient: client !== undefined,
      notices,
    }),
    acceptClient: (text) => {
      client = parseClientFile(text);
      changed();
      return { kind: client.kind, projectId: client.projectId };
    },
    signIn: async () => {
      const account = mailbox?.account.kind === 'gmail' ? mailbox.account : undefined;
      if (!client && account) {
        const loaded = await vault.load(account.id);
        if (loaded.state === 'kept') client = loaded.grant.client;
      }
      if (!client) throw new FailureError({ kind: 'client-file', problem: 'not-a-client' });
      consent.start(client, account);
    },
    openSample: async () => {
      const { sampleAccount } = await loadSample();
      await show(sampleAccount);
      accounts.keep(sampleAccount);
    },
    keepToken: async () => {
      const kept = await vault.allowWeak(current().account.id);
      tokenKept = kept;
      changed();
    },
    signOut,
    syncNow: async () => {
      const opened = current();
      if (!opened.syncNow() && opened.account.kind === 'gmail') await connectOrSay(opened);
    },
    dismiss: (notice) => {
      notices = notices.filter((other) => other !== notice);
      changed();
    },
    close: async () => {
      consent.cancel();
      await mailbox?.close();
      mailbox = undefined;
    },
  };
}
