// A fake Google on 127.0.0.1: makes every part, joins them, and is what tests hold in their hands.
import {
  type ClientKind,
  type ClientOptions,
  clientFileOf,
  createClient,
  createUser,
  type FakeClient,
  type FakeUser,
  type UserOptions,
} from './clients.ts';
import { type Fault, type FaultHandle, Faults, replacement, spoil } from './faults.ts';
import { gmailRoutes } from './gmail.ts';
import type { AttachmentName, Page } from './gmail-call.ts';
import { unknownPath } from './google-error.ts';
import { attachmentIds, pageTokens } from './handles.ts';
import { type CutOff, listen } from './listener.ts';
import { Mailbox } from './mailbox.ts';
import { bearerOf, type OAuthSettings, oauthRoutes } from './oauth.ts';
import { Quota, type QuotaSetting } from './quota.ts';
import { type Incoming, json, type Reply, type Wait } from './reply.ts';
import { emailScope, gmailScopes, profileScope } from './scopes.ts';
import { type Grant, Tokens } from './tokens.ts';

export interface GoogleOptions {
  /** One installed client unless given. */
  readonly clients?: readonly ClientOptions[];
  /** `ada.lovelace@example.org` unless given. */
  readonly users?: readonly UserOptions[];
  readonly now?: () => number;
  /** 0: any free one. */
  readonly port?: number;
  /** Off unless given. Units are counted all the same. */
  readonly quota?: QuotaSetting;
  /** Every reply takes that long: without it nothing is ever in flight together. */
  readonly latencyMs?: number;
  /** Rows that a page of a listing or of history has at the most. 500 unless given, as Gmail's. */
  readonly largestPage?: number;
  /** Where every mailbox's history begins. Beyond 2^53 unless given, as a uint64 may be. */
  readonly firstHistoryId?: bigint;
}

/** What was asked, without any of its secrets. */
interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly queryKeys: readonly string[];
  /** 0: the connection was cut, or the client hung up. */
  readonly status: number;
  readonly units: number;
  readonly bearer: boolean;
}

interface AccessWish {
  readonly clientId?: string;
  /** The user's `sub`. */
  readonly sub?: string;
  /** `openid`, address, profile and `gmail.readonly` unless given. */
  readonly scopes?: readonly string[];
}

interface GrantedAccess {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export interface FakeGoogle {
  /** Without a slash at the end. Also the issuer of its id tokens. */
  readonly url: string;
  readonly clients: readonly FakeClient[];
  readonly users: readonly FakeUser[];
  readonly settings: OAuthSettings;
  readonly requests: readonly LoggedRequest[];
  readonly unitsSpent: number;
  readonly grants: readonly Grant[];
  /** Rejects where the fake itself has failed on the way. */
  readonly close: () => Promise<void>;
  /** Pulls the network cable: nothing listens, and every connection is dead. */
  readonly disconnect: () => Promise<void>;
  /** On the same port. */
  readonly reconnect: () => Promise<void>;
  readonly addClient: (options?: ClientOptions) => FakeClient;
  readonly addUser: (options: UserOptions) => FakeUser;
  /** Of the first user unless an address is given. */
  readonly mailbox: (email?: string) => Mailbox;
  readonly clientFile: (kind?: ClientKind) => Record<string, unknown>;
  /** The person takes the app's access away: every token of theirs is dead. */
  readonly revokeAll: (sub?: string) => void;
  readonly changePassword: (sub?: string) => void;
  /** As if their hour were over. */
  readonly expireAccessTokens: () => void;
  readonly expirePageTokens: () => void;
  readonly expireAttachmentIds: () => void;
  /** Tokens as a consent would have given them, without the consent. Of the first client and user unless said otherwise. */
  readonly grantAccess: (wish?: AccessWish) => GrantedAccess;
  readonly fault: (fault: Fault) => FaultHandle;
  readonly clearFaults: () => void;
  readonly switchQuota: (setting: QuotaSetting) => void;
  /** Resolves with the next request that is done and that `match` accepts. */
  readonly nextRequest: (match: (request: LoggedRequest) => boolean) => Promise<LoggedRequest>;
  /** Codes, tokens, id tokens and client secrets in clear, for tests that look for leaks. */
  readonly issuedSecrets: () => string[];
}

const defaultUser: UserOptions = { email: 'ada.lovelace@example.org' };
// Above Number.MAX_SAFE_INTEGER, below the largest signed 64-bit integer.
const firstHistoryId = 9_007_199_254_741_000n;

export async function startGoogle(options: GoogleOptions = {}): Promise<FakeGoogle> {
  const now = options.now ?? Date.now;
  const clients = (options.clients ?? [{}]).map(createClient);
  const users = (options.users ?? [defaultUser]).map(createUser);
  const settings: OAuthSettings = { redirectIss: undefined, accessTokenSeconds: 3599, codeSeconds: 600 };
  const tokens = new Tokens(now);
  const quota = new Quota(now, options.quota ?? 'off');
  const faults = new Faults();
  const mailboxes = new Map<FakeUser, Mailbox>();
  const handles = { pageTokens: pageTokens<Page>(now), attachmentIds: attachmentIds<AttachmentName>(now) };
  const requests: LoggedRequest[] = [];
  const waiting = new Set<(request: LoggedRequest) => void>();
  const bugs: unknown[] = [];
  const closing = new AbortController();

  function mailboxOf(user: FakeUser): Mailbox {
    const known = mailboxes.get(user);
    if (known) return known;
    const mailbox = new Mailbox({ email: user.email, now, firstHistoryId: options.firstHistoryId ?? firstHistoryId });
    mailboxes.set(user, mailbox);
    return mailbox;
  }

  const oauth = oauthRoutes({ clients, users, tokens, settings, issuer: () => listener.origin, now });
  const gmail = gmailRoutes({ tokens, quota, mailboxOf, handles, largestPage: options.largestPage ?? 500 });

  async function route(incoming: Incoming, wait: Wait): Promise<Reply> {
    const mail = gmail(incoming, wait);
    if (mail) return mail;
    await wait();
    if (incoming.method === 'GET' && incoming.path === '/client.json') return json(200, clientFile());
    return oauth(incoming) ?? unknownPath();
  }

  async function answer(incoming: Incoming, gone: AbortSignal): Promise<{ reply: Reply; cutOff?: CutOff | undefined }> {
    const fault = faults.take(incoming);
    const wait = () =>
      pause([options.latencyMs ?? 0, fault?.delayMs ?? 0], fault?.until, AbortSignal.any([gone, closing.signal]));
    const at = now();
    const reply = await orBug(async () => {
      const replaced = fault && replacement(fault);
      if (replaced) await wait();
      const routed = replaced ?? (await route(incoming, wait));
      return fault ? spoil(fault, routed) : routed;
    });
    const cutOff = fault && 'cutOff' in fault ? fault.cutOff : undefined;
    log(incoming, at, reply, gone.aborted || cutOff !== undefined);
    const date = new Date(now()).toUTCString();
    return { reply: { ...reply, headers: { date, ...reply.headers } }, cutOff };
  }

  // An app under test takes a 500 in its stride: a fault of the fake's own must not hide behind one.
  async function orBug(make: () => Promise<Reply>): Promise<Reply> {
    try {
      return await make();
    } catch (error) {
      bugs.push(error);
      return { status: 500, headers: { 'content-type': 'text/plain' }, body: 'The fake itself has failed.' };
    }
  }

  function log(incoming: Incoming, at: number, reply: Reply, cut: boolean): void {
    const request: LoggedRequest = {
      at,
      method: incoming.method,
      path: incoming.path,
      queryKeys: [...new Set(incoming.query.keys())],
      status: cut ? 0 : reply.status,
      units: reply.units ?? 0,
      bearer: bearerOf(incoming) !== undefined,
    };
    requests.push(request);
    for (const tell of waiting) tell(request);
  }

  function firstUser(sub: string | undefined): string {
    return sub ?? users[0]?.sub ?? '';
  }

  function clientFile(kind: ClientKind = 'installed'): Record<string, unknown> {
    const client = clients.find((registered) => registered.kind === kind);
    if (!client) throw new Error(`No ${kind} client is registered: name one in options.clients, or add one`);
    return clientFileOf(client);
  }

  function grantAccess(wish: AccessWish = {}): GrantedAccess {
    const client = clients.find(({ clientId }) => clientId === (wish.clientId ?? clients[0]?.clientId));
    const user = users.find(({ sub }) => sub === firstUser(wish.sub));
    if (!client || !user) throw new Error('There is no such client, or no such user');
    const scopes = wish.scopes ?? ['openid', emailScope, profileScope, gmailScopes.readonly];
    const asked = { client, user, scopes, redirectUri: '', challenge: null, nonce: null, refreshable: true };
    const grant = tokens.exchange(tokens.issueCode(asked, settings.codeSeconds));
    return {
      accessToken: tokens.issueAccess(grant, settings.accessTokenSeconds),
      refreshToken: grant.refreshToken ?? '',
    };
  }

  const listener = await listen(options.port ?? 0, answer);

  return {
    url: listener.origin,
    clients,
    users,
    settings,
    requests,
    get unitsSpent() {
      return quota.unitsSpent;
    },
    grants: tokens.grants,
    async close() {
      closing.abort();
      await listener.stop();
      const [bug] = bugs.splice(0);
      if (bug !== undefined) throw new Error('The fake itself has failed', { cause: bug });
    },
    disconnect: listener.stop,
    reconnect: listener.start,
    addClient(client) {
      const registered = createClient(client);
      clients.push(registered);
      return registered;
    },
    addUser(user) {
      const registered = createUser(user, users.length);
      users.push(registered);
      return registered;
    },
    mailbox(email = users[0]?.email) {
      const user = users.find((known) => known.email === email);
      if (!user) throw new Error('There is no such user: name them in options.users, or add them');
      return mailboxOf(user);
    },
    clientFile,
    revokeAll: (sub) => tokens.revokeAll(firstUser(sub)),
    changePassword: (sub) => tokens.changePassword(firstUser(sub)),
    expireAccessTokens: () => tokens.expireAccessTokens(),
    expirePageTokens: () => handles.pageTokens.expire(),
    expireAttachmentIds: () => handles.attachmentIds.expire(),
    grantAccess,
    fault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    switchQuota: (setting) => quota.switch(setting),
    nextRequest: (match) =>
      new Promise((resolve) => {
        const tell = (request: LoggedRequest) => {
          if (!match(request)) return;
          waiting.delete(tell);
          resolve(request);
        };
        waiting.add(tell);
      }),
    issuedSecrets: () => [...tokens.issued(), ...clients.map((client) => client.clientSecret)],
  };
}

/** Waits as long as is asked for, or until nobody waits for the reply any more. */
async function pause(
  delaysMs: readonly number[],
  until: Promise<unknown> | undefined,
  over: AbortSignal,
): Promise<void> {
  const total = delaysMs.reduce((sum, ms) => sum + ms, 0);
  if ((total === 0 && !until) || over.aborted) return;
  const ended = new Promise((resolve) => over.addEventListener('abort', resolve, { once: true }));
  if (total > 0) await Promise.race([new Promise((resolve) => setTimeout(resolve, total).unref()), ended]);
  if (until && !over.aborted) await Promise.race([until.catch(() => undefined), ended]);
}
