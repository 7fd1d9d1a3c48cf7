// The two pages on which the browser ends, in the language of the window. Nothing of the request is in them, and their policy
// forbids everything but this one style sheet.
import { createHash } from 'node:crypto';

export interface PageTexts {
  /** A language tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly returned: string;
  readonly returnedNote: string;
  readonly declined: string;
  readonly declinedNote: string;
}

export interface Page {
  readonly html: string;
  readonly policy: string;
}

const style = `
:root { color-scheme: light dark; --back: #f4f6f8; --ink: #1d2630; --soft: #5b6876; --ring: #b9c4cf; --glass: #2f6f9f; }
@media (prefers-color-scheme: dark) {
  :root { --back: #14191f; --ink: #e8edf2; --soft: #9aa7b4; --ring: #3a4652; --glass: #6db3e2; }
}
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--back); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; }
main { padding: 2rem; max-width: 26rem; text-align: center; }
i { display: block; width: 3.5rem; height: 3.5rem; margin: 0 auto 1.5rem; box-sizing: border-box; border-radius: 50%;
  border: .5rem solid var(--ring); background: linear-gradient(var(--back) 45%, var(--glass) 45%); }
h1 { margin: 0 0 .5rem; font-size: 1.375rem; font-weight: 600; }
p { margin: 0; color: var(--soft); text-wrap: balance; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** For replies without any content of their own. */
export const barePolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

export interface Pages {
  readonly returned: Page;
  readonly declined: Page;
}

function page({ language, direction }: PageTexts, title: string, sentence: string): Page {
  const html = `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Porthole</title>
<style>${style}</style>
</head>
<body><main><i aria-hidden="true"></i><h1>${title}</h1><p>${sentence}</p></main></body>
</html>
`;
  return { html, policy: `${barePolicy}; style-src 'sha256-${styleHash}'` };
}

/** The texts are ours, and stand in the pages as they are. */
export function pagesIn(texts: PageTexts): Pages {
  return {
    returned: page(texts, texts.returned, texts.returnedNote),
    declined: page(texts, texts.declined, texts.declinedNote),
  };
}
