// The OAuth clients that are at hand for signing in: one that was handed over just now, those of accounts that signed in, and
// those that the vault keeps with their grants.
import { type OAuthClient, parseClientFile } from '../auth/client-file.ts';
import type { Vault } from '../auth/vault.ts';
import { FailureError } from '../contract/failure.ts';
import type { ClientSummary } from '../contract/model.ts';
import type { Accounts } from './accounts.ts';

export interface Clients {
  /** @throws FailureError `client-file` */
  readonly accept: (text: string) => ClientSummary;
  /** Whether one is at hand without asking the vault. */
  readonly has: () => boolean;
  /** The account has signed in with it: what was accepted has done its service. */
  readonly used: (accountId: string, client: OAuthClient) => void;
  /** What was accepted, or the account's own, or another's where it has none. */
  readonly forAccount: (accountId: string) => Promise<OAuthClient | undefined>;
  /** What was accepted, or any account's, the preferred one's first: as a rule one client serves all of a person's. */
  readonly forAnother: (preferredId: string | null) => Promise<OAuthClient | undefined>;
}

interface ClientsOptions {
  readonly accounts: Pick<Accounts, 'all'>;
  readonly vault: Pick<Vault, 'load'>;
  /** The organisation's, which takes the place of every other. */
  readonly fixed: OAuthClient | undefined;
}

export function createClients({ accounts, vault, fixed }: ClientsOptions): Clients {
  let accepted: OAuthClient | undefined;
  /** Of this run: their grants may be gone, and with them the only other copy. */
  const used = new Map<string, OAuthClient>();

  const ownOf = async (id: string): Promise<OAuthClient | undefined> => {
    const known = used.get(id);
    if (known) return known;
    const loaded = await vault.load(id).catch(() => undefined);
    return loaded?.state === 'kept' ? loaded.grant.client : undefined;
  };

  const forAnother: Clients['forAnother'] = async (preferredId) => {
    if (fixed ?? accepted) return fixed ?? accepted;
    const known = accounts.all().filter(({ kind }) => kind === 'gmail');
    const ids = [...known.filter(({ id }) => id === preferredId), ...known].map(({ id }) => id);
    for (const id of new Set([...ids, ...used.keys()])) {
      const client = await ownOf(id);
      if (client) return client;
    }
    return undefined;
  };

  return {
    accept: (text) => {
      if (fixed) throw new FailureError({ kind: 'not-permitted', problem: 'organisation' });
      accepted = parseClientFile(text);
      return { kind: accepted.kind, projectId: accepted.projectId };
    },
    has: () => fixed !== undefined || accepted !== undefined || used.size > 0,
    used: (accountId, client) => {
      accepted = undefined;
      used.set(accountId, client);
    },
    forAccount: async (accountId) => fixed ?? accepted ?? (await ownOf(accountId)) ?? (await forAnother(accountId)),
    forAnother,
  };
}
