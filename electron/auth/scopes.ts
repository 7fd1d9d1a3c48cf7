// The permissions that Porthole asks for, all of them. A mailbox opened with these can't be changed.
// Knows nothing of when they are asked.

export const gmailScope = 'https://www.googleapis.com/auth/gmail.readonly';

export const scopes: readonly string[] = [
  'openid',
  'https://www.googleapis.com/auth/userinfo.email',
  'https://www.googleapis.com/auth/userinfo.profile',
  gmailScope,
];

/** OpenID Connect's short names (Core 5.4) for what Google also writes as a URL. */
const longNames = new Map([
  ['email', 'https://www.googleapis.com/auth/userinfo.email'],
  ['profile', 'https://www.googleapis.com/auth/userinfo.profile'],
]);

/** The scopes in a token reply's `scope`, each once, short names written out. */
export function parseScope(scope: string): ReadonlySet<string> {
  const names = scope.split(' ').filter((name) => name !== '');
  return new Set(names.map((name) => longNames.get(name) ?? name));
}

/** Whether mail may be read. Consent is granular: people can untick Gmail and still press Continue. */
export function grantsGmail(granted: string): boolean {
  return parseScope(granted).has(gmailScope);
}
