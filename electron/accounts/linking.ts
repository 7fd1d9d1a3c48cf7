// Joins an account's mailbox to Gmail by the grant that is kept of it, and takes the grant back. Knows nothing of windows.
import { needsConsent } from '../auth/grant.ts';
import { revokeToken } from '../auth/revoke.ts';
import type { SignedIn } from '../auth/sign-in.ts';
import type { GrantUpdate, Vault } from '../auth/vault.ts';
import { FailureError } from '../contract/failure.ts';
import type { Notice, SessionState } from '../contract/model.ts';
import type { Endpoints } from '../endpoints.ts';
import type { Allowance } from '../gmail/allowance.ts';
import type { Log } from '../log.ts';
import { type Mailbox, signedOut } from '../mailbox/mailbox.ts';
import type { Rules } from '../policy.ts';
import type { Accounts } from './accounts.ts';

export interface LinkingOptions {
  readonly accounts: Accounts;
  readonly vault: Vault;
  readonly endpoints: Endpoints;
  /** Of the organisation: an account that it does not allow is not followed. */
  readonly rules: Rules;
  readonly readingWorker: URL;
  /** How fast Gmail may be asked, where that is not to be learnt. */
  readonly allowance?: Allowance;
  readonly fetch: typeof fetch;
  /** Epoch ms. */
  readonly now: () => number;
  readonly log: Log;
  readonly tell: (notice: Notice) => void;
}

export interface Linking {
  readonly tokenKept: () => SessionState['tokenKept'];
  /** Follows Gmail with the grant that is kept, or leaves the mailbox saying why it can't. */
  readonly link: (mailbox: Mailbox, accessToken?: SignedIn['accessToken']) => Promise<void>;
  /** Ends the link: nothing of its grant is kept afterwards. */
  readonly cut: () => void;
  readonly allowWeak: (id: string) => Promise<void>;
  /** Erases the grant here, and gives it back to Google meanwhile, who may be slow: `givenBack` never rejects. */
  readonly withdraw: (id: string) => Promise<{ readonly givenBack: Promise<void> }>;
}

export function createLinking(options: LinkingOptions): Linking {
  const { accounts, vault, endpoints, fetch, now, log, tell } = options;
  let tokenKept: SessionState['tokenKept'] = 'none';
  let linked = new AbortController();
  /** Messages that were kept without some of their fields, in this run. */
  const malformed = new Set<string>();
  /** The token of the link, which may be the only copy within reach: a key store can be locked meanwhile. */
  let held: { readonly id: string; readonly refreshToken: string } | undefined;

  /** What is written by the way holds for this run where the disk is full, and is written the next time. */
  const orBug = (error: unknown) => {
    if (!(error instanceof FailureError)) log.bug(error);
  };

  const endGrant = (id: string, grantedAt: number, { failure }: FailureError) => {
    if (failure.kind !== 'signed-out') return;
    const { reason } = failure;
    if (reason === 'refused' || reason === 'testing-expiry') accounts.grantEnded(id, { grantedAt, endedAt: now() });
    accounts.signedOut(id, reason);
  };

  const connect = async (mailbox: Mailbox, accessToken?: SignedIn['accessToken']): Promise<void> => {
    const { id } = mailbox.account;
    await mailbox.disconnect({ state: 'connecting' });
    linked.abort();
    linked = new AbortController();
    const { signal } = linked;
    // As it was kept last: whoever has signed in again may be known by another address.
    options.rules.check(accounts.find(id)?.email ?? mailbox.account.email);
    const loaded = await vault.load(id);
    if (loaded.state === 'unreadable') {
      tell('token-set-aside');
      // It is still the reason when the file is no longer there.
      accounts.signedOut(id, 'unreadable');
    }
    tokenKept = loaded.state === 'kept' ? loaded.kept : 'none';
    const record = accounts.find(id);
    if (loaded.state !== 'kept' || record?.signedOut) {
      const reason = record?.signedOut ?? (loaded.state === 'unreadable' ? 'unreadable' : 'not-kept');
      await mailbox.disconnect(signedOut(reason));
      return;
    }
    const { grant } = loaded;
    if (needsConsent(grant, options.rules.client ?? grant.client)) {
      await mailbox.disconnect(signedOut('consent-changed'));
      return;
    }
    const { syncedAt } = mailbox.sync();
    const { createLink } = await import('./link.ts');
    held = { id, refreshToken: grant.refreshToken };
    // What a link says after it was cut speaks of a grant that may have been replaced.
    const keep = (update: GrantUpdate) => {
      if (!signal.aborted) vault.save(id, update).catch(orBug);
    };
    const api = createLink({
      grant,
      accessToken,
      endpoints,
      fetch,
      now,
      ticks: () => performance.now(),
      readingWorker: options.readingWorker,
      allowance: options.allowance,
      rememberedLimits: await mailbox.limits(),
      restedMs: syncedAt === null ? null : now() - syncedAt,
      onLimits: (learnt) => {
        if (!signal.aborted) mailbox.rememberLimits(learnt).catch(orBug);
      },
      onMalformed: (messageId) => {
        // It is asked for again, and may come no better.
        if (malformed.has(messageId)) return;
        malformed.add(messageId);
        log.note('message malformed', { count: malformed.size }, messageId);
      },
      onLeftOut: (count) => log.note('entries left out', { count }),
      earlier: record?.ended ?? [],
      signal,
      onHeld: mailbox.held,
      onRefreshToken: (refreshToken) => {
        if (!signal.aborted) held = { id, refreshToken };
        keep({ refreshToken });
      },
      onUsed: (lastUsedAt) => keep({ lastUsedAt }),
      onSignedOut: (failure) => {
        if (!signal.aborted) endGrant(id, grant.grantedAt, failure);
      },
    });
    await mailbox.connect(api);
  };

  const load = (id: string) => vault.load(id).catch(() => undefined);

  return {
    tokenKept: () => tokenKept,
    link: async (mailbox, accessToken) => {
      try {
        await connect(mailbox, accessToken);
      } catch (error) {
        if (!(error instanceof FailureError)) throw error;
        // A locked key store: nothing is lost, and Refresh tries again.
        await mailbox.disconnect({ state: 'refused', failure: error.failure });
      }
    },
    cut: () => linked.abort(),
    allowWeak: async (id) => {
      tokenKept = await vault.allowWeak(id);
    },
    withdraw: async (id) => {
      const ended = accounts.find(id)?.signedOut;
      // What nobody can read any more is good at Google all the same.
      const wasSignedIn = ended === null || ended === 'unreadable';
      const loaded = await load(id);
      const kept = loaded?.state === 'kept' ? loaded.grant.refreshToken : undefined;
      const token = held?.id === id ? held.refreshToken : kept;
      // First here, then at Google, who may be slow: from now on nothing links this account again.
      accounts.signedOut(id, 'by-you');
      await vault.erase(id);
      held = undefined;
      tokenKept = 'none';
      const giveBack = async (): Promise<void> => {
        const revocation = token && (await revokeToken({ token, revokeUrl: endpoints.auth.revokeUrl, fetch }));
        if (revocation === 'unreachable' || (!token && wasSignedIn)) tell('grant-not-revoked');
      };
      return { givenBack: giveBack() };
    },
  };
}
