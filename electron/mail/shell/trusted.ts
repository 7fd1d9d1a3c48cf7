// The one policy under which this page makes HTML out of strings: DOMPurify's input, and what goes into the scriptless frame.
// `trusted-types mailshell` in the header lets no other be made. It calls no sanitiser itself: DOMPurify is given this policy,
// and would call itself.

/** What TypeScript's DOM takes where Chromium wants a TrustedHTML is a string. */
interface Policy {
  readonly createHTML: (html: string) => string;
  readonly createScriptURL: (url: string) => string;
}

declare const trustedTypes: { readonly createPolicy: (name: string, rules: Policy) => Policy };

export const policy = trustedTypes.createPolicy('mailshell', {
  createHTML: (html) => html,
  // DOMPurify wants one.
  createScriptURL: () => {
    throw new TypeError('this page loads no script');
  },
});

/** A document that loads nothing and runs nothing. */
export function parseInertly(html: string): Document {
  return new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
}

/** For elements whose style is read, and never shown. */
export const inert = document.implementation.createHTMLDocument('');
