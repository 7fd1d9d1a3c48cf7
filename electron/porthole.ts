// The program as the window sees it: which accounts are there, which is shown, who is signing in, what is to be told. Joins
// accounts, vault, consent and mailboxes; knows neither Electron nor how any of them does its work.
import type { AccountRecord } from './accounts/account-file.ts';
import type { Accounts } from './accounts/accounts.ts';
import { createClients } from './accounts/clients.ts';
import { type Consent, createConsent } from './accounts/consent.ts';
import { createOpenAccounts } from './accounts/open-accounts.ts';
import { accountOf, sessionOf } from './accounts/session-state.ts';
import { createShowing } from './accounts/showing.ts';
import type { Pages } from './auth/pages.ts';
import { revokeToken } from './auth/revoke.ts';
import type { SignedIn } from './auth/sign-in.ts';
import type { Vault } from './auth/vault.ts';
import type { PortholeEvent } from './contract/events.ts';
import { FailureError } from './contract/failure.ts';
import type { AccountDetails, ClientSummary, Label, Notice, SessionState } from './contract/model.ts';
import type { Endpoints } from './endpoints.ts';
import type { Allowance } from './gmail/allowance.ts';
import type { Log } from './log.ts';
import { type Mailbox, type MailboxOptions, type MailInView, signedOut } from './mailbox/mailbox.ts';
import type { Rules } from './policy.ts';
import type { Listener } from './telling/listener.ts';

export interface PortholeOptions {
  readonly accounts: Accounts;
  readonly vault: Vault;
  readonly endpoints: Endpoints;
  /** Of the organisation that handed this Porthole out. */
  readonly rules: Rules;
  readonly storeWorker: URL;
  readonly readingWorker: URL;
  /** How fast Gmail may be asked, where that is not to be learnt. */
  readonly allowance?: Allowance;
  readonly fetch: typeof fetch;
  /** Of pictures that lie elsewhere in the net, which a person has allowed. */
  readonly fetchPicture: MailboxOptions['fetchPicture'];
  /** How much of what can be had again is kept. */
  readonly cacheLimit?: (() => number) | undefined;
  /** How long to wait between two looks at Gmail. */
  readonly everyMs?: MailboxOptions['everyMs'];
  /** Who tells of mail that comes, and counts it. */
  readonly listener?: Listener;
  /** Epoch ms. */
  readonly now: () => number;
  readonly openExternal: (url: string) => Promise<void>;
  /** What the browser shows when it has come back from Google. */
  readonly pages: () => Promise<Pages>;
  readonly writeClipboard: (text: string) => Promise<void>;
  readonly bringToFront: () => void;
  readonly emit: (event: PortholeEvent) => void;
  /** Mail of another account is shown from now on, or of all. */
  readonly onOther?: () => void;
  readonly log: Log;
  readonly notices: readonly Notice[];
}

export interface Porthole {
  /** Opens what was shown last, from disk, and follows Gmail as soon as the key store is `ready`; then, once that is
   *  `painted`, the other accounts. */
  readonly start: (ready?: Promise<void>, painted?: Promise<void>) => Promise<void>;
  /** When what is shown can be looked at, or it is clear that it can't. */
  readonly opened: Promise<void>;
  readonly state: () => SessionState;
  readonly consent: Consent;
  /** The one that is shown, or all as one. @throws FailureError why it can't be opened, `gone` where none is shown */
  readonly mailbox: () => MailInView;
  /** Remembers the client of a client file for the next sign-in. @throws FailureError `client-file` */
  readonly acceptClient: (text: string) => ClientSummary;
  /** Shows the consent page, for the account that is shown unless another is named. */
  readonly signIn: (accountId?: string) => Promise<void>;
  /** Shows the consent page for an account that comes in addition. */
  readonly add: () => Promise<void>;
  readonly show: (what: string | 'all') => Promise<void>;
  readonly details: (accountId: string) => Promise<AccountDetails>;
  /** Of any account, shown or not; none of one that is not open yet. @throws FailureError `gone` */
  readonly labels: (accountId: string) => Promise<readonly Label[]>;
  readonly openSample: () => Promise<void>;
  /** The token may go to disk although nothing protects it well there. */
  readonly keepToken: () => Promise<void>;
  /** Of the account that is shown, unless another is named. */
  readonly signOut: (eraseMail: boolean, accountId?: string) => Promise<void>;
  /** Every account. @throws FailureError where the one that is shown can't be opened */
  readonly syncNow: () => Promise<void>;
  readonly dismiss: (notice: Notice) => void;
  readonly close: Mailbox['close'];
}

export function createPorthole(options: PortholeOptions): Porthole {
  const { accounts, vault, endpoints, rules, now, log, emit } = options;
  /** Whom the last consent was asked for: an account, one that comes in addition, or one when none was shown. */
  let wanted: AccountRecord | 'another' | 'first' = 'first';
  let notices: readonly Notice[] = options.notices;
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;
  const opening = Promise.withResolvers<void>();

  /** Accounts are opened, connected and closed one after the other: two stores on one file would be one too many. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const changed = () => emit({ name: 'session.changed' });
  const tell = (notice: Notice) => {
    notices = [...notices.filter((other) => other !== notice), notice];
    changed();
  };

  const open = createOpenAccounts({
    ...options,
    tell,
    changed,
    seen: (id) => showing.seen(id),
    areSeveral: () => accounts.all().length > 1,
  });
  const showing = createShowing({ accounts, open, inTurn, emit, onOther: options.onOther });
  const clients = createClients({ accounts, vault, fixed: rules.client });

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
    const comes = wanted === 'another' || !accounts.find(account.id);
    await vault.save(account.id, grant);
    accounts.keep(account);
    clients.used(account.id, grant.client);
    const { mailbox, linking } = await open.open(account);
    // Who signs in again goes on where they were.
    if (comes) showing.look(account.id, false);
    await linking.link(mailbox, accessToken);
  };

  const consent = createConsent({
    endpoints: endpoints.auth,
    fetch: options.fetch,
    now,
    openExternal: options.openExternal,
    pages: options.pages,
    writeClipboard: options.writeClipboard,
    onReturn: options.bringToFront,
    onState: changed,
    onBug: log.bug,
    isAllowed: rules.allows,
    storedGrant: async (accountId) => {
      const loaded = await vault.load(accountId);
      // A grant that Google has ended is no grant to go on with.
      return loaded.state === 'kept' && !accounts.find(accountId)?.signedOut ? loaded.grant : undefined;
    },
    onSignedIn: (signedIn, signal) => inTurn(() => keepSignedIn(signedIn, signal)),
  });

  const named = (accountId = showing.id()): AccountRecord => {
    const record = accountId === null ? undefined : accounts.find(accountId);
    if (!record) throw new FailureError({ kind: 'gone' });
    return record;
  };

  const ask = async (whom: typeof wanted): Promise<void> => {
    const account = typeof whom === 'string' ? undefined : whom;
    // Where the file that says whose it is was spoilt, Google says so again.
    rules.check(account?.email || undefined);
    const client = await (account ? clients.forAccount(account.id) : clients.forAnother(showing.id()));
    if (!client) throw new FailureError({ kind: 'client-file', problem: 'not-a-client' });
    wanted = whom;
    consent.start(client, typeof whom === 'string' ? whom : accountOf(whom));
  };

  const whomToSignIn = (accountId: string | undefined): typeof wanted => {
    if (accountId !== undefined) return named(accountId);
    // Another try is for whom the one was that failed.
    if (consent.state().state === 'failed') return wanted;
    const shown = showing.id() === null ? undefined : named();
    return shown?.kind === 'gmail' ? shown : 'first';
  };

  /** It is gone for the window only when nothing of it is left: whoever sees that may take its mail for erased. */
  const erase = async (id: string): Promise<void> => {
    try {
      await open.close(id);
      await accounts.erase(id);
    } finally {
      const left = accounts.all().filter((record) => record.id !== id);
      const isShown = showing.id() === id;
      showing.look(isShown ? (left[0]?.id ?? null) : showing.id(), showing.isAll() && left.length > 1);
    }
  };

  const signOut = async (eraseMail: boolean, { id, kind }: AccountRecord): Promise<void> => {
    const { mailbox, linking } = await open.open(named(id));
    let givenBack = Promise.resolve();
    if (kind === 'gmail') {
      linking.cut();
      await mailbox.disconnect(signedOut('by-you'));
      ({ givenBack } = await linking.withdraw(id));
    }
    // Not after Google has answered: whoever quits now has erased it all the same.
    if (eraseMail || kind === 'sample') await erase(id);
    changed();
    await givenBack;
  };

  const refresh = async (record: AccountRecord): Promise<void> => {
    const { mailbox } = await open.open(record).finally(changed);
    if (!mailbox.syncNow()) await showing.link(record);
  };

  const refreshAll = async (): Promise<void> => {
    const first = named();
    await refresh(first);
    for (const record of accounts.all().filter(({ id }) => id !== first.id))
      await refresh(record).catch((error: unknown) => {
        // It says so itself.
        if (!(error instanceof FailureError)) throw error;
      });
  };

  return {
    consent,
    mailbox: showing.mailbox,
    start: async (ready, painted) => {
      await inTurn(() => showing.reopen(opening.resolve, ready)).finally(opening.resolve);
      await painted;
      await showing.openOthers(() => closed);
    },
    opened: opening.promise,
    state: () => {
      const session = sessionOf({ accounts, open, shownId: showing.id(), all: showing.isAll() });
      const isKept = ({ id }: AccountRecord) => (open.find(id)?.linking.tokenKept() ?? 'none') !== 'none';
      const hasClient = clients.has() || accounts.all().some(isKept);
      return { ...session, signIn: consent.state(), hasClient, policy: rules.shown, notices };
    },
    acceptClient: (text) => {
      rules.check();
      const accepted = clients.accept(text);
      changed();
      return accepted;
    },
    signIn: async (accountId) => ask(whomToSignIn(accountId)),
    add: () => ask('another'),
    show: showing.show,
    details: async (accountId) => {
      const { id } = named(accountId);
      const loaded = await vault.load(id).catch(() => undefined);
      if (loaded?.state !== 'kept') return { accountId, grantedAt: null, scopes: [], client: null, kept: 'none' };
      const { grantedAt, scopes, client } = loaded.grant;
      const { kind, projectId } = client;
      return { accountId, grantedAt, scopes, client: { kind, projectId }, kept: loaded.kept };
    },
    labels: async (accountId) => (await open.find(named(accountId).id)?.mailbox.labels()) ?? [],
    openSample: () =>
      inTurn(async () => {
        const { sampleAccount } = await import('./accounts/sample-account.ts');
        await open.open(sampleAccount);
        accounts.keep(sampleAccount);
        showing.look(sampleAccount.id, false);
      }),
    keepToken: async () => {
      const { id } = named();
      await open.find(id)?.linking.allowWeak(id);
      changed();
    },
    signOut: (eraseMail, accountId) => {
      // First, because a consent that ends just now would sign in again.
      consent.cancel();
      return inTurn(async () => signOut(eraseMail, named(accountId)));
    },
    syncNow: () => inTurn(refreshAll),
    dismiss: (notice) => {
      notices = notices.filter((other) => other !== notice);
      changed();
    },
    close: (last) => {
      closed = true;
      consent.cancel();
      for (const { id } of accounts.all()) open.find(id)?.linking.cut();
      return inTurn(() => open.closeAll(accounts.open()?.id, last));
    },
  };
}
