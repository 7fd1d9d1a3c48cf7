// A process of its own for quiet.test.ts, because Google's library decides once, when it is loaded, whether it logs.
// `porthole`: signs in, refreshes, fails and signs out through our code. `library`: refreshes with the library alone.
import { parseClientFile } from '../../../electron/auth/client-file.ts';
import { revokeToken } from '../../../electron/auth/revoke.ts';
import { createSignIn } from '../../../electron/auth/sign-in.ts';
import { openAuthSession } from '../../support/auth-session.ts';
import { englishPages } from '../../support/pages.ts';
import { clientFile, comeBack, idToken, refuse, startScripted, tokens } from './scripted-google.ts';

const google = await startScripted();
google.script('/token', tokens({ access_token: 'ya29.loud', refresh_token: '1//loud', id_token: idToken(google) }));
google.script('/revoke', {});
const { endpoints } = google;

async function porthole(): Promise<void> {
  const signIn = createSignIn();
  const { grant } = await signIn({
    client: parseClientFile(clientFile),
    endpoints,
    fetch,
    now: Date.now,
    openExternal: async (url) => void comeBack(url, { code: 'loud-code' }),
    pages: async () => englishPages,
    onLink: () => {},
    onReturn: () => {},
    isAllowed: () => true,
    storedGrant: async () => undefined,
    signal: new AbortController().signal,
  });
  const open = () => openAuthSession({ grant, endpoints });
  const session = await open();
  await session.authorized(() => session.client.request({ url: `${endpoints.apiRootUrl}mail` })).catch(() => {});
  google.script('/token', refuse('invalid_grant', { error_description: 'Token has been expired or revoked.' }));
  const dying = await open();
  await dying.authorized(async () => 'never').catch(() => {});
  await revokeToken({ token: grant.refreshToken, revokeUrl: endpoints.revokeUrl, fetch });
}

async function library(): Promise<void> {
  const { auth } = await import('googleapis/build/src/apis/gmail/index.js');
  const oauth2 = new auth.OAuth2({
    clientId: 'a',
    clientSecret: 'b',
    endpoints: { oauth2TokenUrl: endpoints.tokenUrl },
  });
  oauth2.setCredentials({ refresh_token: '1//loud' });
  await oauth2.refreshAccessToken();
}

await (process.argv[2] === 'library' ? library() : porthole());
// What was asked proves to the parent that it all happened.
process.send?.(google.asked.map(({ path }) => path));
await google.close();
