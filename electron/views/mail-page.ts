// mail://<host>/: the page that a message is shown in, its script, and the pictures that main has of it; and the policies under
// which they live. Whatever else is asked for is not there. Knows nothing of Electron.
import { isTooLarge, readPicture } from '../mail/picture-kinds.ts';
import { type PdfScript, pdfContent } from './pdf-page.ts';
import type { Views } from './views.ts';

export interface MailPageOptions {
  readonly views: Views;
  /** The script of the page. */
  readonly script: () => Promise<Uint8Array>;
  readonly pdfScript: (name: PdfScript) => Promise<Uint8Array>;
  /** A picture that the person allowed; undefined where it is not to be had. */
  readonly picture: (url: string) => Promise<Uint8Array | undefined>;
  /** A part of the message; undefined where it is not to be had. */
  readonly part: (messageId: string, partId: string) => Promise<Uint8Array | undefined>;
}

/** A frame without a source inherits it, and with it the one in which mail stands. */
export const mailPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "form-action 'none'",
  "base-uri 'none'",
  'frame-ancestors app://bundle',
  "require-trusted-types-for 'script'",
  'trusted-types mailshell',
].join('; ');

const picturePolicy = "default-src 'none'; sandbox";

/** Every feature that Chromium knows of and a page could want; a name that it does not know costs a warning. */
const features = [
  'accelerometer autoplay camera clipboard-read clipboard-write display-capture encrypted-media fullscreen geolocation gyroscope',
  'hid idle-detection local-fonts magnetometer microphone midi payment picture-in-picture publickey-credentials-get',
  'screen-wake-lock serial storage-access usb window-management xr-spatial-tracking',
].flatMap((names) => names.split(' '));

const shell =
  '<!doctype html><html><head><meta charset="utf-8"><title>Message</title><style>html,body{margin:0;height:100%;overflow:hidden}iframe{display:block;border:0;width:100%;height:100%}</style></head><body><script src="/shell.js"></script></body></html>';

function headers(type: string, policy: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-dns-prefetch-control': 'off',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': features.map((feature) => `${feature}=()`).join(', '),
    'cache-control': 'no-store',
  };
}

const absent = () =>
  new Response('Not found', { status: 404, headers: headers('text/plain; charset=utf-8', picturePolicy) });

/** By its first bytes, whatever its sender says it is; none that would fill the memory once it is drawn. */
function pictureOf(bytes: Uint8Array | undefined): Response {
  const header = bytes && readPicture(bytes);
  if (!header || isTooLarge(header)) return absent();
  return new Response(Buffer.from(bytes), { headers: headers(header.mimeType, picturePolicy) });
}

export async function answerMail(request: Request, options: MailPageOptions): Promise<Response> {
  const { host, pathname, search } = new URL(request.url);
  if (!options.views.isLive(host) || request.method !== 'GET' || search !== '') return absent();
  if (pathname === '/shell') {
    return new Response(shell, { headers: headers('text/html; charset=utf-8', mailPolicy) });
  }
  if (pathname === '/shell.js') {
    const script = Buffer.from(await options.script());
    return new Response(script, { headers: headers('text/javascript; charset=utf-8', mailPolicy) });
  }
  const messageId = options.views.messageAt(host);
  if (messageId === undefined) return absent();
  const pdf = await pdfContent(pathname, options.pdfScript);
  if (pdf) return new Response(Buffer.from(pdf.body), { headers: headers(pdf.type, pdf.policy) });
  const [, kind, name = ''] = /^\/(img|cid)\/([\w.-]{0,300})$/.exec(pathname) ?? [];
  if (kind === 'cid') return pictureOf(await options.part(messageId, name).catch(() => undefined));
  const url = kind === 'img' ? options.views.pictureAt(host, name) : undefined;
  return url === undefined ? absent() : pictureOf(await options.picture(url).catch(() => undefined));
}
