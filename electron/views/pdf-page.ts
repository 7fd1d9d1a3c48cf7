// mail://<host>/pdf: the page in which a PDF is drawn, its two scripts, and the policy under which they live. Knows neither
// Electron nor any PDF: the window hands it over.

export type PdfScript = 'pdf.js' | 'pdf-worker.js';

interface PdfContent {
  readonly type: string;
  readonly policy: string;
  readonly body: string | Uint8Array;
}

/** It runs what is ours and loads nothing: fonts and pictures are made of what is in the document itself. */
export const pdfPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  "base-uri 'none'",
  'frame-ancestors app://bundle',
  "require-trusted-types-for 'script'",
  'trusted-types pdf',
].join('; ');

const page =
  '<!doctype html><html><head><meta charset="utf-8"><title>PDF</title><style>body{margin:0;padding:12px;background:#8a9099}canvas{display:block;inline-size:min(100%,1000px);margin:0 auto 12px;background:#fff}</style></head><body><script type="module" src="/pdf.js"></script></body></html>';

/** Undefined where the path is none of these. */
export async function pdfContent(
  pathname: string,
  script: (name: PdfScript) => Promise<Uint8Array>,
): Promise<PdfContent | undefined> {
  switch (pathname) {
    case '/pdf':
      return { type: 'text/html; charset=utf-8', policy: pdfPolicy, body: page };
    case '/pdf.js':
    case '/pdf-worker.js':
      return {
        type: 'text/javascript; charset=utf-8',
        policy: pdfPolicy,
        body: await script(pathname === '/pdf.js' ? 'pdf.js' : 'pdf-worker.js'),
      };
    default:
      return undefined;
  }
}
