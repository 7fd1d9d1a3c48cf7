// Gmail's routes: who asks, whether they may, what it costs, and which method answers. Knows no socket and no OAuth page.
import type { FakeUser } from './clients.ts';
import type { GmailMethod } from './costs.ts';
import { applyMask, BadMask, parseMask } from './fields.ts';
import { getLabel, getProfile, listHistory, listLabels, listSendAs } from './gmail-account.ts';
import { ApiProblem, type GmailCall } from './gmail-call.ts';
import { getAttachment, getMessage, getThread, listMessages, listThreads } from './gmail-messages.ts';
import { apiError, unknownPath } from './google-error.ts';
import type { Mailbox } from './mailbox.ts';
import { bearerOf } from './oauth.ts';
import type { Quota, Refusal } from './quota.ts';
import { type Incoming, json, type Reply, type Wait } from './reply.ts';
import { gmailScopes } from './scopes.ts';
import type { Grant, Tokens } from './tokens.ts';

export interface GmailOptions {
  readonly tokens: Tokens;
  readonly quota: Quota;
  readonly mailboxOf: (user: FakeUser) => Mailbox;
  readonly handles: Pick<GmailCall, 'pageTokens' | 'attachmentIds'>;
  readonly largestPage: number;
}

interface Method {
  readonly name: GmailMethod;
  readonly path: RegExp;
  readonly scopes: readonly string[];
  readonly answer: (call: GmailCall) => unknown;
}

const { full, modify, readonly, metadata, labels, compose, settings } = gmailScopes;
const reading = [full, modify, readonly];
const seeing = [...reading, metadata];

const methods: readonly Method[] = [
  { name: 'users.getProfile', path: /^profile$/, scopes: [...seeing, compose], answer: getProfile },
  { name: 'messages.list', path: /^messages$/, scopes: seeing, answer: listMessages },
  { name: 'messages.get', path: /^messages\/([^/]+)$/, scopes: seeing, answer: getMessage },
  {
    name: 'attachments.get',
    path: /^messages\/([^/]+)\/attachments\/([^/]+)$/,
    scopes: reading,
    answer: getAttachment,
  },
  { name: 'threads.list', path: /^threads$/, scopes: seeing, answer: listThreads },
  { name: 'threads.get', path: /^threads\/([^/]+)$/, scopes: seeing, answer: getThread },
  { name: 'labels.list', path: /^labels$/, scopes: [...seeing, labels], answer: listLabels },
  { name: 'labels.get', path: /^labels\/([^/]+)$/, scopes: [...seeing, labels], answer: getLabel },
  { name: 'history.list', path: /^history$/, scopes: seeing, answer: listHistory },
  { name: 'sendAs.list', path: /^settings\/sendAs$/, scopes: [...reading, settings], answer: listSendAs },
];

const root = /^\/gmail\/v1\/users\/([^/]+)\/(.+)$/;

/** Undefined: no path of Gmail's. */
export function gmailRoutes(options: GmailOptions): (incoming: Incoming, wait: Wait) => Promise<Reply> | undefined {
  return (incoming, wait) => {
    const [, user, rest] = root.exec(incoming.path) ?? [];
    return user === undefined || rest === undefined ? undefined : answer(options, incoming, wait, decode(user), rest);
  };
}

async function answer(
  options: GmailOptions,
  incoming: Incoming,
  wait: Wait,
  user: string,
  rest: string,
): Promise<Reply> {
  const grant = options.tokens.readAccess(bearerOf(incoming) ?? '');
  if (!grant) return apiError({ reason: 'authError', message: invalidCredentials });
  const method = methods.find(({ path }) => path.test(rest));
  // Whatever writes needs a scope that a reader never has.
  if (incoming.method !== 'GET') return insufficient();
  if (!method) return unknownPath();
  if (!method.scopes.some((scope) => grant.scopes.includes(scope))) return insufficient();
  if (user !== 'me' && user.toLowerCase() !== grant.user.email.toLowerCase()) {
    return apiError({ reason: 'forbidden', message: `Delegation denied for ${grant.user.email}` });
  }
  const admission = options.quota.admit(grant.user.sub, method.name);
  if (!admission.admitted) return refuse(admission.refusal);
  try {
    await wait();
    return {
      ...render(incoming, () => method.answer(callOf(options, incoming, grant, method, rest))),
      units: admission.units,
    };
  } finally {
    admission.leave();
  }
}

function callOf(options: GmailOptions, incoming: Incoming, grant: Grant, method: Method, rest: string): GmailCall {
  return {
    user: grant.user,
    mailbox: options.mailboxOf(grant.user),
    path: (method.path.exec(rest) ?? []).slice(1).map(decode),
    query: incoming.query,
    // Even beside a wider scope: a known fault of Google's own (issue tracker 115621456).
    metadataOnly: grant.scopes.includes(metadata),
    ...options.handles,
    largestPage: options.largestPage,
  };
}

/** Applies `fields` and `prettyPrint`, and turns a method's refusal into Google's JSON. */
function render(incoming: Incoming, result: () => unknown): Reply {
  try {
    const fields = incoming.query.get('fields');
    const mask = fields === null || fields === '' ? 'all' : parseMask(fields);
    const body = applyMask(result(), mask);
    const reply = json(200, body, { 'cache-control': 'private' });
    return incoming.query.get('prettyPrint') === 'false' ? { ...reply, body: JSON.stringify(body) } : reply;
  } catch (error) {
    if (error instanceof ApiProblem) return apiError(error.options);
    if (error instanceof BadMask)
      return apiError({ reason: 'invalidParameter', message: `Invalid field selection ${error.message}` });
    throw error;
  }
}

function refuse(refusal: Refusal): Reply {
  switch (refusal.why) {
    case 'concurrency':
      return apiError({ status: 429, reason: 'rateLimitExceeded', message: 'Too many concurrent requests for user' });
    case 'day':
      return apiError({ reason: 'dailyLimitExceeded' });
    case 'rate':
      return apiError({ reason: 'rateLimitExceeded', retryAt: refusal.retryAt });
  }
}

function insufficient(): Reply {
  return apiError({ reason: 'insufficientPermissions', message: 'Request had insufficient authentication scopes.' });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const invalidCredentials =
  'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid ' +
  'authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';
