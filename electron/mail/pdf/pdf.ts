// What runs in the frame of a PDF, and the only script there: it draws the pages that the window hands it. It follows no link,
// fills in no form and runs no script of the document's: nothing here could. It has no network, and an origin that is thrown
// away with it.
import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import { type FromPdf, mostPages, parseToPdf, type ToPdf } from '../pdf-frame.ts';
import { createFiles } from './files.ts';
import { layPages } from './pages.ts';

const app = 'app://bundle';
/** What a picture may have of pixels. */
const mostPixels = 50_000_000;

const say = (message: FromPdf) => window.parent.postMessage(message, app);
const files = createFiles((name) => say({ kind: 'wants', name }));

/** What TypeScript's DOM takes where Chromium wants a TrustedScriptURL is a string. */
interface Policy {
  readonly createScriptURL: (url: string) => string;
}

declare const trustedTypes: { readonly createPolicy: (name: string, rules: Policy) => Policy };

/** The header lets no other policy be made, and this one knows one script. */
const policy = trustedTypes.createPolicy('pdf', { createScriptURL: () => '/pdf-worker.js' });

function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { promise } = getDocument({
    data: bytes,
    worker: new PDFWorker({ port: new Worker(policy.createScriptURL(''), { type: 'module' }) as never }),
    BinaryDataFactory: files.Factory,
    cMapUrl: '/',
    cMapPacked: true,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    maxImageSize: mostPixels,
  });
  return promise;
}

async function show({ bytes, pageName }: Extract<ToPdf, { kind: 'show' }>): Promise<void> {
  const document = await open(bytes);
  const shown = Math.min(document.numPages, mostPages);
  await layPages(document, shown, (page) =>
    pageName.replace('{page}', String(page)).replace('{pages}', String(document.numPages)),
  );
  say({ kind: 'shown', pages: document.numPages, shown });
}

window.addEventListener('message', ({ source, origin, data }) => {
  if (source !== window.parent || origin !== app) return;
  const message = parseToPdf(data);
  if (message?.kind === 'file') files.take(message.name, message.bytes);
  if (message?.kind === 'show') {
    show(message).catch((error: unknown) => {
      const asks = error instanceof Error && error.name === 'PasswordException';
      say({ kind: 'failed', reason: asks ? 'password' : 'broken' });
    });
  }
});
window.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') say({ kind: 'escape' });
});
say({ kind: 'ready' });
