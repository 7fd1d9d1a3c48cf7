// The consent page and the decision behind it: checks what an app asks for, and sends the browser back to it.
// Knows neither tokens' insides nor the socket.
import { randomBytes } from 'node:crypto';
import { acceptsRedirect, type ClientRefusal, type FakeClient, type FakeUser } from './clients.ts';
import { consentPage, refusalPage, warningPage } from './consent-page.ts';
import { html, type Incoming, type Reply, redirect } from './reply.ts';
import { isGmail, isIdentity, readScopes, unknownScopes } from './scopes.ts';
import type { Authorization, Tokens } from './tokens.ts';

export interface AuthorizeOptions {
  readonly clients: readonly FakeClient[];
  readonly users: readonly FakeUser[];
  readonly tokens: Tokens;
  readonly settings: {
    /** Sent as `iss` with the redirect (RFC 9207). Google may or may not: off unless a test sets it. */
    readonly redirectIss: string | undefined;
    readonly codeSeconds: number;
  };
}

interface Asked {
  readonly client: FakeClient;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly challenge: Authorization['challenge'];
  readonly state: string | null;
  readonly nonce: string | null;
  readonly offline: boolean;
  readonly forced: boolean;
}

const refusals: Readonly<Record<ClientRefusal, { readonly status: number; readonly sentence: string }>> = {
  deleted_client: { status: 401, sentence: 'The OAuth client was deleted.' },
  org_internal: { status: 403, sentence: 'This app is restricted to users within its organization.' },
  admin_policy_enforced: {
    status: 400,
    sentence: 'Your institution’s administrator has not allowed this app to access these Google services.',
  },
  access_denied: { status: 403, sentence: 'The app is being tested, and this account is not one of its testers.' },
};

/** A refusal that Google shows on a page of its own: the app never hears of it. */
class Refused extends Error {
  readonly reply: Reply;

  constructor(status: number, code: string, sentence: string) {
    super(code);
    this.reply = html(status, refusalPage(status, code, sentence));
  }
}

/** Says that the person has gone on in spite of the warning. Ours: what Google does there is its own affair. */
const warned = 'warned';

const invalid = (sentence: string) => new Refused(400, 'invalid_request', sentence);

export class Authorize {
  readonly #options: AuthorizeOptions;
  readonly #tickets = new Map<string, Asked>();

  constructor(options: AuthorizeOptions) {
    this.#options = options;
  }

  show(incoming: Incoming): Reply {
    return orRefusal(() => {
      if (/\bElectron\//.test(incoming.headers['user-agent'] ?? '')) {
        throw new Refused(403, 'disallowed_useragent', 'This app shows Google’s page in a window of its own.');
      }
      const asked = this.#read(incoming.query);
      if (incoming.query.get('prompt') === 'none') return sendBack(asked, { error: 'interaction_required' });
      if (asked.client.unverified && incoming.query.get(warned) === null) {
        incoming.query.set(warned, '1');
        return html(200, warningPage(asked.client.name, `${incoming.path}?${incoming.query}`));
      }
      const ticket = randomBytes(16).toString('hex');
      this.#tickets.set(ticket, asked);
      const hint = incoming.query.get('login_hint');
      const hinted = this.#options.users.find((user) => hint !== null && (user.email === hint || user.sub === hint));
      return html(
        200,
        consentPage({
          ticket,
          app: asked.client.name,
          scopes: asked.scopes,
          users: this.#options.users,
          chosen: hinted ?? this.#options.users[0],
          granular: asked.scopes.some(isGmail) && asked.scopes.some((scope) => !isGmail(scope)),
        }),
      );
    });
  }

  decide(incoming: Incoming): Reply {
    return orRefusal(() => {
      const form = new URLSearchParams(incoming.body);
      const ticket = form.get('ticket') ?? '';
      const asked = this.#tickets.get(ticket);
      const user = this.#options.users.find(({ sub }) => sub === form.get('account'));
      const decision = form.get('decision');
      if (!asked) throw invalid('This page has been used already. Go back to the app.');
      if (!user) throw invalid('Choose an account.');
      this.#tickets.delete(ticket);
      if (decision === 'deny') return sendBack(asked, { error: 'access_denied' });
      if (decision !== 'allow' && decision !== 'partly') throw invalid('Choose whether to allow it.');
      return this.#allow(asked, user, decision === 'allow' ? asked.scopes : asked.scopes.filter((s) => !isGmail(s)));
    });
  }

  #allow(asked: Asked, user: FakeUser, scopes: readonly string[]): Reply {
    const { tokens, settings } = this.#options;
    const first = !tokens.hasConsented(asked.client, user);
    const refreshable = asked.client.kind === 'installed' || (asked.offline && (first || asked.forced));
    const code = tokens.issueCode({ ...asked, user, scopes, refreshable }, settings.codeSeconds);
    return sendBack(asked, {
      ...(settings.redirectIss === undefined ? {} : { iss: settings.redirectIss }),
      code,
      scope: scopes.toSorted((a, b) => Number(isIdentity(a)) - Number(isIdentity(b))).join(' '),
      authuser: '0',
      ...(user.hd === undefined ? {} : { hd: user.hd }),
      prompt: 'consent',
    });
  }

  #read(query: URLSearchParams): Asked {
    const client = this.#client(query.get('client_id'));
    const redirectUri = query.get('redirect_uri');
    if (redirectUri === null) throw invalid('Missing required parameter: redirect_uri');
    if (!acceptsRedirect(client, redirectUri)) {
      throw new Refused(
        400,
        'redirect_uri_mismatch',
        'The redirect_uri does not match one that the client has registered.',
      );
    }
    if (query.get('response_type') === null) throw invalid('Missing required parameter: response_type');
    if (query.get('response_type') !== 'code') {
      throw new Refused(400, 'unsupported_response_type', 'Only the response type "code" is offered here.');
    }
    const prompts = (query.get('prompt') ?? '').split(' ').filter(Boolean);
    if (prompts.length > 0 && query.has('approval_prompt')) {
      throw invalid('Conflict params: approval_prompt and prompt');
    }
    if (prompts.some((prompt) => !['none', 'consent', 'select_account'].includes(prompt))) {
      throw invalid('Invalid parameter value for prompt');
    }
    return {
      client,
      redirectUri,
      scopes: readAskedScopes(query.get('scope')),
      challenge: readChallenge(query),
      state: query.get('state'),
      nonce: query.get('nonce'),
      offline: query.get('access_type') === 'offline',
      forced: prompts.includes('consent') || query.get('approval_prompt') === 'force',
    };
  }

  #client(clientId: string | null): FakeClient {
    if (clientId === null) throw invalid('Missing required parameter: client_id');
    const client = this.#options.clients.find((known) => known.clientId === clientId);
    if (!client) throw new Refused(401, 'invalid_client', 'The OAuth client was not found.');
    if (client.refusal) {
      const { status, sentence } = refusals[client.refusal];
      throw new Refused(status, client.refusal, sentence);
    }
    return client;
  }
}

function orRefusal(answer: () => Reply): Reply {
  try {
    return answer();
  } catch (error) {
    if (error instanceof Refused) return error.reply;
    throw error;
  }
}

function readAskedScopes(text: string | null): string[] {
  if (!text) throw invalid('Missing required parameter: scope');
  const scopes = readScopes(text);
  const unknown = unknownScopes(scopes);
  if (unknown.length > 0) {
    throw new Refused(400, 'invalid_scope', `Some requested scopes were invalid: ${unknown.join(', ')}`);
  }
  return scopes;
}

function readChallenge(query: URLSearchParams): Authorization['challenge'] {
  const value = query.get('code_challenge');
  // Without the method Google assumes "plain" (RFC 7636 section 4.3).
  const method = query.get('code_challenge_method') ?? 'plain';
  if (value === null) {
    if (query.has('code_challenge_method')) throw invalid('Missing required parameter: code_challenge');
    return null;
  }
  if (method !== 'S256' && method !== 'plain') throw invalid('Invalid code_challenge_method');
  if (!/^[\w.~-]{43,128}$/.test(value)) throw invalid('Invalid code_challenge');
  return { value, method };
}

function sendBack(asked: Asked, parameters: Readonly<Record<string, string>>): Reply {
  const url = new URL(asked.redirectUri);
  if (asked.state !== null) url.searchParams.set('state', asked.state);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return redirect(url.href);
}
