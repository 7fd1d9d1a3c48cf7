// Google's own client library against the fake: what neither of the two was written for.
import { auth, gmail } from 'googleapis/build/src/apis/gmail/index.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decide, firstClient, gmailReadonly, redirectUri } from './asking.ts';
import { type FakeGoogle, startGoogle } from './google.ts';

let google: FakeGoogle;

beforeEach(async () => {
  google = await startGoogle();
});

afterEach(() => google.close());

function makeClient() {
  const { clientId, clientSecret } = firstClient(google);
  return new auth.OAuth2({
    clientId,
    clientSecret,
    redirectUri,
    issuers: [google.url],
    endpoints: {
      oauth2AuthBaseUrl: `${google.url}/o/oauth2/v2/auth`,
      oauth2TokenUrl: `${google.url}/token`,
      oauth2RevokeUrl: `${google.url}/revoke`,
      oauth2FederatedSignonPemCertsUrl: `${google.url}/oauth2/v1/certs`,
    },
  });
}

async function signedIn() {
  const client = makeClient();
  const { codeVerifier, codeChallenge } = await client.generateCodeVerifierAsync();
  const url = client.generateAuthUrl({
    access_type: 'offline',
    scope: ['openid', 'email', gmailReadonly],
    code_challenge: codeChallenge ?? '',
    code_challenge_method: 'S256' as never,
    state: 's',
  });
  const code = (await decide(url, 'allow')).get('code') ?? '';
  const { tokens } = await client.getToken({ code, codeVerifier });
  client.setCredentials(tokens);
  return { client, tokens };
}

test('it signs in, checks the id token’s signature, and reads mail', async () => {
  const { client, tokens } = await signedIn();
  const ticket = await client.verifyIdToken({ idToken: tokens.id_token ?? '', audience: firstClient(google).clientId });
  expect(ticket.getPayload()?.sub).toBe(google.users[0]?.sub);
  const id = google.mailbox().add({ raw: 'Subject: Hello\r\n\r\nWorld' });
  const api = gmail({ version: 'v1', auth: client, rootUrl: `${google.url}/` });
  const list = await api.users.messages.list({ userId: 'me', labelIds: ['INBOX', 'UNREAD'], q: 'world' });
  expect(list.data.messages).toEqual([{ id, threadId: id }]);
  const message = await api.users.messages.get({ userId: 'me', id, fields: 'id,payload/headers' });
  expect(message.data.payload?.headers).toEqual([{ name: 'Subject', value: 'Hello' }]);
});

test('it refreshes by itself, and stops at a grant that was revoked', async () => {
  const { client, tokens } = await signedIn();
  client.setCredentials({ refresh_token: tokens.refresh_token ?? null });
  const api = gmail({ version: 'v1', auth: client, rootUrl: `${google.url}/` });
  expect((await api.users.getProfile({ userId: 'me' })).status).toBe(200);
  google.revokeAll();
  client.setCredentials({ refresh_token: tokens.refresh_token ?? null });
  await expect(api.users.getProfile({ userId: 'me' }, { retry: false })).rejects.toMatchObject({
    message: 'invalid_grant',
    response: { data: { error: 'invalid_grant' } },
  });
});

test('its way of revoking, with the token in the query, revokes', async () => {
  const { client, tokens } = await signedIn();
  await client.revokeToken(tokens.refresh_token ?? '');
  expect(google.grants.map(({ live }) => live)).toEqual([false]);
});
