// The person in the system browser: opens the consent page, decides, and follows the redirect to the app's loopback server.
// Knows the fake only through its pages.

export type Decision = 'allow' | 'partly' | 'deny';

export interface ConsentOptions {
  /** E-mail address or `sub`; whom the page has chosen already unless given. */
  readonly account?: string;
  /** False: stops before the app's own server and tells where the browser was sent. */
  readonly follow?: boolean;
  readonly fetch?: typeof fetch;
}

export interface FinalPage {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** Every address that the browser was at, the last one last. */
  readonly visited: readonly string[];
  /** Where Google sent the browser: the app's redirect with its code or error. Absent where Google kept it. */
  readonly redirectedTo?: string;
}

// A browser, and not Electron: Google refuses the latter.
const headers = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
  accept: 'text/html,application/xhtml+xml',
};
const mostRedirects = 5;

export async function consent(
  authorizeUrl: string,
  decision: Decision,
  options: ConsentOptions = {},
): Promise<FinalPage> {
  const ask = options.fetch ?? fetch;
  const asked = await ask(authorizeUrl, { headers, redirect: 'manual' });
  const warning = await asked.text();
  const onwards = readOnwards(warning);
  const page =
    onwards === undefined ? asked : await ask(new URL(onwards, authorizeUrl), { headers, redirect: 'manual' });
  const text = onwards === undefined ? warning : await page.text();
  const sentBack = page.headers.get('location');
  if (sentBack !== null) return arrive(ask, sentBack, [authorizeUrl], options.follow ?? true);
  const form = readForm(text, options.account);
  if (!form) return { status: page.status, text, headers: page.headers, visited: [authorizeUrl] };
  form.set('decision', decision);
  const action = new URL('/o/oauth2/v2/auth/decision', authorizeUrl).href;
  const decided = await ask(action, { method: 'POST', headers, body: form, redirect: 'manual' });
  const location = decided.headers.get('location');
  const visited = [authorizeUrl, action];
  if (location === null)
    return { status: decided.status, text: await decided.text(), headers: decided.headers, visited };
  return arrive(ask, location, visited, options.follow ?? true);
}

/** Past the warning of an app that Google has not reviewed. */
function readOnwards(page: string): string | undefined {
  return /id="onwards" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
}

function readForm(page: string, account: string | undefined): URLSearchParams | undefined {
  const ticket = /name="ticket" value="([^"]+)"/.exec(page)?.[1];
  if (ticket === undefined) return undefined;
  const rows = [...page.matchAll(/name="account" value="([^"]+)"( checked)?>[^<]*<small>([^<]*)<\/small>/g)];
  const chosen = rows.find(([, sub, checked, email]) =>
    account === undefined ? checked !== undefined : sub === account || email === account,
  );
  if (!chosen?.[1]) throw new Error('The consent page does not offer that account');
  return new URLSearchParams({ ticket, account: chosen[1] });
}

async function arrive(
  ask: typeof fetch,
  location: string,
  before: readonly string[],
  follow: boolean,
): Promise<FinalPage> {
  const visited = [...before];
  let next: string | null = location;
  let reply = new Response(null, { status: 302, headers: { location } });
  while (follow && next !== null && visited.length < before.length + mostRedirects) {
    visited.push(next);
    reply = await ask(next, { headers, redirect: 'manual' });
    const further: string | null = reply.headers.get('location');
    next = further === null ? null : new URL(further, next).href;
    if (next !== null) await reply.body?.cancel();
  }
  const text = reply.bodyUsed ? '' : await reply.text();
  return { status: reply.status, text, headers: reply.headers, visited, redirectedTo: location };
}
