// What the fake has issued: codes, grants with their refresh token, access tokens; how each is found and how each dies.
// Knows no HTTP.
import { randomBytes } from 'node:crypto';
import type { FakeClient, FakeUser } from './clients.ts';
import { isGmail } from './scopes.ts';

/** What the person allowed, waiting to be exchanged. */
export interface Authorization {
  readonly client: FakeClient;
  readonly user: FakeUser;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly challenge: { readonly value: string; readonly method: 'S256' | 'plain' } | null;
  readonly nonce: string | null;
  readonly refreshable: boolean;
}

export interface Grant {
  readonly client: FakeClient;
  readonly user: FakeUser;
  readonly scopes: readonly string[];
  readonly issuedAt: number;
  /** Null where the app did not ask for access while the person is away. */
  readonly refreshToken: string | null;
  readonly accessTokens: string[];
  readonly expiresAt: number | null;
  usedAt: number;
  live: boolean;
}

interface Code {
  readonly authorization: Authorization;
  readonly expiresAt: number;
  grant: Grant | null;
}

interface Access {
  readonly grant: Grant;
  readonly expiresAt: number;
  live: boolean;
}

const day = 24 * 60 * 60 * 1000;
const unusedFor = 180 * day;
const testingLife = 7 * day;
const liveTokensPerClient = 100;

export class Tokens {
  readonly grants: Grant[] = [];
  readonly #now: () => number;
  readonly #codes = new Map<string, Code>();
  readonly #access = new Map<string, Access>();
  readonly #refresh = new Map<string, Grant>();
  readonly #consents = new Set<string>();
  readonly #idTokens: string[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  issueCode(authorization: Authorization, lifeSeconds: number): string {
    // Google's codes hold a slash: whoever forgets to encode or decode them finds out here.
    const code = `4/0A${randomBytes(48).toString('base64url')}`;
    this.#codes.set(code, { authorization, expiresAt: this.#now() + lifeSeconds * 1000, grant: null });
    this.#consents.add(consentKey(authorization.client, authorization.user));
    return code;
  }

  /** The authorization behind a code that still can be used. A replay kills what the code gave (RFC 6749 section 4.1.2). */
  readCode(code: string): Authorization | undefined {
    const found = this.#codes.get(code);
    if (found?.grant) this.kill(found.grant);
    return found && !found.grant && found.expiresAt > this.#now() ? found.authorization : undefined;
  }

  /** Uses the code up. */
  exchange(code: string): Grant {
    const found = this.#codes.get(code);
    if (!found) throw new Error('Exchanged a code that was never issued');
    const { client, user, scopes, refreshable } = found.authorization;
    const grant: Grant = {
      client,
      user,
      scopes,
      issuedAt: this.#now(),
      refreshToken: refreshable ? `1//0${randomBytes(60).toString('base64url')}` : null,
      accessTokens: [],
      expiresAt: this.#expiryOf(client, scopes),
      usedAt: this.#now(),
      live: true,
    };
    found.grant = grant;
    this.grants.push(grant);
    if (grant.refreshToken !== null) {
      this.#refresh.set(grant.refreshToken, grant);
      this.#killOldest(grant);
    }
    return grant;
  }

  #expiryOf(client: FakeClient, scopes: readonly string[]): number | null {
    if (client.grantLifeSeconds !== undefined) return this.#now() + client.grantLifeSeconds * 1000;
    return client.testing && scopes.some(isGmail) ? this.#now() + testingLife : null;
  }

  #killOldest(grant: Grant): void {
    const live = this.grants.filter(
      (other) => other.live && other.refreshToken && other.client === grant.client && other.user === grant.user,
    );
    // Only the refresh token: what it gave lives out its hour.
    for (const oldest of live.slice(0, -liveTokensPerClient)) oldest.live = false;
  }

  issueAccess(grant: Grant, lifeSeconds: number): string {
    const token = `ya29.a0${randomBytes(120).toString('base64url')}`;
    this.#access.set(token, { grant, expiresAt: this.#now() + lifeSeconds * 1000, live: true });
    grant.accessTokens.push(token);
    return token;
  }

  rememberIdToken(token: string): void {
    this.#idTokens.push(token);
  }

  /** The grant behind an access token that is good now. */
  readAccess(token: string): Grant | undefined {
    const access = this.#access.get(token);
    return access?.live && access.expiresAt > this.#now() ? access.grant : undefined;
  }

  /** The grant behind a refresh token, dead or alive. */
  readRefresh(token: string): Grant | undefined {
    const grant = this.#refresh.get(token);
    if (grant && this.#isOver(grant)) grant.live = false;
    return grant;
  }

  #isOver(grant: Grant): boolean {
    return (grant.expiresAt !== null && grant.expiresAt <= this.#now()) || this.#now() - grant.usedAt > unusedFor;
  }

  /** As the endpoint does it: an access token takes its refresh token along. False where there is nothing to revoke. */
  revoke(token: string): boolean {
    const grant = this.readAccess(token) ?? this.readRefresh(token);
    if (!grant || (!grant.live && !this.readAccess(token))) return false;
    this.kill(grant);
    this.#consents.delete(consentKey(grant.client, grant.user));
    return true;
  }

  kill(grant: Grant): void {
    grant.live = false;
    for (const token of grant.accessTokens) {
      const access = this.#access.get(token);
      if (access) access.live = false;
    }
  }

  /** The person takes the app's access away on their account page. */
  revokeAll(sub: string): void {
    for (const grant of this.grants) if (grant.user.sub === sub) this.kill(grant);
    for (const key of this.#consents) if (key.endsWith(` ${sub}`)) this.#consents.delete(key);
  }

  /** A new password kills what can read mail, and nothing else. */
  changePassword(sub: string): void {
    for (const grant of this.grants) if (grant.user.sub === sub && grant.scopes.some(isGmail)) this.kill(grant);
  }

  /** Access tokens end now, as if their hour were over; refresh tokens live on. */
  expireAccessTokens(): void {
    for (const access of this.#access.values()) access.live = false;
  }

  hasConsented(client: FakeClient, user: FakeUser): boolean {
    return this.#consents.has(consentKey(client, user));
  }

  /** Every secret ever issued, in clear, for tests that look for leaks. */
  issued(): string[] {
    return [...this.#codes.keys(), ...this.#access.keys(), ...this.#refresh.keys(), ...this.#idTokens];
  }
}

function consentKey(client: FakeClient, user: FakeUser): string {
  return `${client.clientId} ${user.sub}`;
}
