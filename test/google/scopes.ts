// The scopes that Google knows, as far as they matter here: how they are spelt, and what each lets one do.

const auth = 'https://www.googleapis.com/auth/';

export const gmailScopes = {
  full: 'https://mail.google.com/',
  modify: `${auth}gmail.modify`,
  readonly: `${auth}gmail.readonly`,
  metadata: `${auth}gmail.metadata`,
  labels: `${auth}gmail.labels`,
  compose: `${auth}gmail.compose`,
  send: `${auth}gmail.send`,
  settings: `${auth}gmail.settings.basic`,
} as const;

export const emailScope = `${auth}userinfo.email`;
export const profileScope = `${auth}userinfo.profile`;

const short: Readonly<Record<string, string>> = { email: emailScope, profile: profileScope };
const identity: ReadonlySet<string> = new Set(['openid', emailScope, profileScope]);

/** What is asked for, in Google's spelling. Whoever asks for an address or a profile gets `openid` as well. */
export function readScopes(text: string): string[] {
  const scopes = new Set(
    text
      .split(/\s+/)
      .filter(Boolean)
      .map((scope) => short[scope] ?? scope),
  );
  if (scopes.has(emailScope) || scopes.has(profileScope)) scopes.add('openid');
  return [...scopes];
}

export function unknownScopes(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => !identity.has(scope) && scope !== gmailScopes.full && !scope.startsWith(auth));
}

export function isIdentity(scope: string): boolean {
  return identity.has(scope);
}

export function isGmail(scope: string): boolean {
  return scope === gmailScopes.full || scope.startsWith(`${auth}gmail.`);
}

const sentences: Readonly<Record<string, string>> = {
  openid: 'Associate you with your personal info on Google',
  [emailScope]: 'See your primary Google Account email address',
  [profileScope]: 'See your personal info, including any personal info you have made publicly available',
  [gmailScopes.readonly]: 'View your email messages and settings',
  [gmailScopes.metadata]: 'View your email message metadata such as labels and headers, but not the email body',
  [gmailScopes.modify]: 'Read, compose, and send emails from your Gmail account',
  [gmailScopes.full]: 'Read, compose, send, and permanently delete all your email from Gmail',
  [gmailScopes.send]: 'Send email on your behalf',
};

export function describeScope(scope: string): string {
  return sentences[scope] ?? scope;
}
