// An access token of the fake Google's, by the whole way through its consent page, for tests that are about what follows.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { consent } from '../google/browser.ts';
import type { FakeGoogle } from '../google/google.ts';

export async function accessTokenFor(google: FakeGoogle): Promise<string> {
  const server = createServer((_request, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const redirectUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const [client] = google.clients;
  const ask = new URLSearchParams({
    client_id: client?.clientId ?? '',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid email https://www.googleapis.com/auth/gmail.readonly',
    state: 'x',
  });
  const { redirectedTo = '' } = await consent(`${google.url}/o/oauth2/v2/auth?${ask}`, 'allow');
  server.closeAllConnections();
  server.close();
  const response = await fetch(`${google.url}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: new URL(redirectedTo).searchParams.get('code') ?? '',
      client_id: client?.clientId ?? '',
      client_secret: client?.clientSecret ?? '',
      redirect_uri: redirectUri,
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
}
