// The pages that a person sees in the browser: consent, and Google's own refusals. Knows no state and no route.
import type { FakeUser } from './clients.ts';
import { escapeHtml } from './html-text.ts';
import { describeScope } from './scopes.ts';

export interface ConsentView {
  readonly ticket: string;
  readonly app: string;
  readonly scopes: readonly string[];
  readonly users: readonly FakeUser[];
  readonly chosen: FakeUser | undefined;
  /** Whether the person can refuse Gmail and allow the rest. */
  readonly granular: boolean;
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f0f4f9, #1e1f20) }
main { width: min(31rem, 100vw - 2rem); padding: 2rem; box-sizing: border-box; border-radius: 1.5rem; background: light-dark(#fff, #0e0e0e) }
h1 { margin: 0 0 1rem; font-size: 1.5rem; font-weight: 500 }
fieldset { margin: 0 0 1rem; padding: 0; border: 0 } legend { padding: 0; font-weight: 500 }
label { display: block } ul { margin: .25rem 0 1.5rem; padding-left: 1.25rem }
button { margin: 0 .5rem .5rem 0; padding: .5rem 1.25rem; border: 1px solid #747775; border-radius: 99rem; font: inherit; background: none; color: inherit }
button[value=allow] { border-color: #0b57d0; background: #0b57d0; color: #fff }
small { opacity: .7 }`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
<main>
${body}
</main>
</html>
`;
}

export function consentPage(view: ConsentView): string {
  const accounts = view.users.map((user) => {
    const checked = user === view.chosen ? ' checked' : '';
    const who = `${escapeHtml(user.name)} <small>${escapeHtml(user.email)}</small>`;
    return `<label><input type="radio" name="account" value="${user.sub}"${checked}> ${who}</label>`;
  });
  const scopes = view.scopes.map(
    (scope) => `<li title="${escapeHtml(scope)}">${escapeHtml(describeScope(scope))}</li>`,
  );
  const partly = view.granular ? '<button name="decision" value="partly">Allow without Gmail</button>' : '';
  return page(
    'Sign in - Fake Google accounts',
    `<h1>${escapeHtml(view.app)} wants to access your account</h1>
<form method="post" action="/o/oauth2/v2/auth/decision">
<input type="hidden" name="ticket" value="${view.ticket}">
<fieldset><legend>Account</legend>
${accounts.join('\n')}
</fieldset>
<fieldset><legend>This will allow it to</legend>
<ul>
${scopes.join('\n')}
</ul></fieldset>
<button name="decision" value="allow">Allow</button>
${partly}
<button name="decision" value="deny">Deny</button>
<p><small>This is a stand-in for Google on this computer. Nothing leaves it.</small></p>
</form>`,
  );
}

/** Google's "Access blocked" page: the app is not told. */
export function refusalPage(status: number, code: string, sentence: string): string {
  return page(
    `Error ${status}: ${code}`,
    `<h1>Access blocked: authorization error</h1>
<p>${escapeHtml(sentence)}</p>
<p><b>Error ${status}: ${escapeHtml(code)}</b></p>`,
  );
}

/** What Google shows of an app that it has not reviewed. */
export function warningPage(app: string, onwards: string): string {
  return page(
    'Google hasn’t verified this app',
    `<h1>Google hasn’t verified this app</h1>
<details><summary>Advanced</summary>
<p><a id="onwards" href="${escapeHtml(onwards)}">Go to ${escapeHtml(app)} (unsafe)</a></p></details>`,
  );
}
