// The program as the window sees it: which account is open, who is signing in, what is to be told. Joins accounts, vault,
// consent and mailbox; knows neither Electron nor how any of them does its work.
import type { Accounts } from './accounts.ts';
import { type OAuthClient, parseClientFile } from './auth/client-file.ts';
import { revokeToken } from './auth/revoke.ts';
import type { SignedIn } from './auth/sign-in.ts';
import type { Vault } from './auth/vault.ts';
import { type Consent, createConsent } from './consent.ts';
import type { PortholeEvent } from './contract/events.ts';
import { type Failure, FailureError } from './contract/failure.ts';
import type { Account, ClientSummary, Connection, Notice, SessionState, SyncState } from './contract/model.ts';
import type { Endpoints } from './endpoints.ts';
import type { Allowance } from './gmail/allowance.ts';
import { createLinking } from './linking.ts';
import type { Log } from './log.ts';
import { type Mailbox, type MailboxOptions, signedOut } from './mailbox.ts';
import { openAccountMail } from './open-account.ts';

export interface PortholeOptions {
  readonly accounts: Accounts;
  readonly vault: Vault;
  readonly endpoints: Endpoints;
  readonly storeWorker: URL;
  readonly readingWorker: URL;
  /** How fast Gmail may be asked, where that is not to be learnt. */
  readonly allowance?: Allowance;
  readonly fetch: typeof fetch;
  /** Of pictures that lie elsewhere in the net, which a person has allowed. */
  readonly fetchPicture: MailboxOptions['fetchPicture'];
  /** How much of what can be had again is kept. */
  readonly cacheLimit?: (() => number) | undefined;
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
  /** Opens the account that was open last, from disk, and follows Gmail as soon as the key store is `ready`. */
  readonly start: (ready?: Promise<void>) => Promise<void>;
  /** When that account can be looked at, or it is clear that none can. */
  readonly opened: Promise<void>;
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
  readonly close: Mailbox['close'];
}

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

export function createPorthole(options: PortholeOptions): Porthole {
  const { accounts, vault, endpoints, now, log } = options;
  let mailbox: Mailbox | undefined;
  let client: OAuthClient | undefined;
  let notices: readonly Notice[] = options.notices;
  /** An account whose mail can't be opened, and why. */
  let unopened: { readonly account: Account; readonly failure: Failure } | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const opening = Promise.withResolvers<void>();

  /** Accounts are opened, connected and closed one after the other: two stores on one file would be one too many. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const changed = () => options.emit({ name: 'session.changed' });
  const tell = (notice: Notice) => {
    notices = [...notices.filter((other) => other !== notice), notice];
    changed();
  };

  const linking = createLinking({ ...options, tell });

  const openAccount = async (account: Account): Promise<Mailbox> => {
    if (mailbox?.account.id === account.id) return mailbox;
    linking.cut();
    await mailbox?.close();
    mailbox = undefined;
    const opened = await openAccountMail(account, { ...options, tell, onState: changed });
    unopened = undefined;
    mailbox = opened;
    return opened;
  };

  /** Opens the account that was open last and follows Gmail, or remembers why it can't be opened. */
  const reopen = async (ready?: Promise<void>): Promise<void> => {
    const record = accounts.open();
    if (!record) return;
    try {
      const opened = await show(record);
      opening.resolve();
      await ready;
      if (record.kind === 'gmail') await linking.link(opened);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      unopened = { account: record, failure: error.failure };
      changed();
    }
  };

  /** Gives back what nobody wants any more, unless the account has a grant that this would take along. */
  const giveBack = async ({ account, grant }: SignedIn): Promise<void> => {
    if (accounts.find(account.id)?.signedOut === null) return;
    await revokeToken({
      token: grant.refreshToken,
      revokeUrl: endpoints.auth.revokeUrl,
      fetch: options.fetch,
    });
  };

  const keepSignedIn = async (signedIn: SignedIn, signal: AbortSignal): Promise<void> => {
    if (signal.aborted) {
      await giveBack(signedIn);
      return;
    }
    const { account, grant, accessToken } = signedIn;
    await vault.save(account.id, grant);
    accounts.keep(account);
    await linking.link(await openAccount(account), accessToken);
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
    onSignedIn: (signedIn, signal) => inTurn(() => keepSignedIn(signedIn, signal)),
  });

  const connection = (): Connection => {
    if (mailbox) return mailbox.connection();
    return unopened ? { state: 'refused', failure: unopened.failure } : { state: 'local' };
  };

  const current = (): Mailbox => {
    if (!mailbox) throw new FailureError(unopened?.failure ?? { kind: 'gone' });
    return mailbox;
  };

  /** There is no account again only when nothing of it is left: whoever sees that may take its mail for erased. */
  const erase = async (opened: Mailbox): Promise<void> => {
    try {
      await opened.close();
      await accounts.erase(opened.account.id);
    } finally {
      mailbox = undefined;
    }
  };

  const signOut = async (eraseMail: boolean): Promise<void> => {
    const opened = current();
    const { id, kind } = opened.account;
    let givenBack = Promise.resolve();
    if (kind === 'gmail') {
      linking.cut();
      await opened.disconnect(signedOut('by-you'));
      ({ givenBack } = await linking.withdraw(id));
    }
    // Not after Google has answered: whoever quits now has erased it all the same.
    if (eraseMail || kind === 'sample') await erase(opened);
    changed();
    await givenBack;
  };

  const show = async (account: Account): Promise<Mailbox> => {
    const opened = await openAccount(account);
    changed();
    return opened;
  };

  return {
    consent,
    mailbox: current,
    start: (ready) => inTurn(() => reopen(ready)).finally(opening.resolve),
    opened: opening.promise,
    state: () => ({
      account: mailbox?.account ?? unopened?.account ?? null,
      ownAddresses: mailbox?.ownAddresses() ?? [],
      connection: connection(),
      sync: mailbox?.sync() ?? noSync,
      signIn: consent.state(),
      tokenKept: linking.tokenKept(),
      hasClient: client !== undefined || linking.tokenKept() !== 'none',
      notices,
    }),
    acceptClient: (text) => {
      client = parseClientFile(text);
      changed();
      return { kind: client.kind, projectId: client.projectId };
    },
    signIn: async () => {
      const account = mailbox?.account.kind === 'gmail' ? mailbox.account : undefined;
      if (account) client ??= await linking.clientOf(account.id);
      if (!client) throw new FailureError({ kind: 'client-file', problem: 'not-a-client' });
      consent.start(client, account);
    },
    openSample: () =>
      inTurn(async () => {
        const { sampleAccount } = await import('./sample-account.ts');
        await show(sampleAccount);
        accounts.keep(sampleAccount);
      }),
    keepToken: async () => {
      await linking.allowWeak(current().account.id);
      changed();
    },
    signOut: (eraseMail) => {
      // First, because a consent that ends just now would sign in again.
      consent.cancel();
      return inTurn(() => signOut(eraseMail));
    },
    syncNow: () =>
      inTurn(async () => {
        if (unopened) await reopen();
        const opened = current();
        if (!opened.syncNow() && opened.account.kind === 'gmail') await linking.link(opened);
      }),
    dismiss: (notice) => {
      notices = notices.filter((other) => other !== notice);
      changed();
    },
    close: (last) => {
      consent.cancel();
      linking.cut();
      return inTurn(async () => {
        await mailbox?.close(last);
        mailbox = undefined;
      });
    },
  };
}
