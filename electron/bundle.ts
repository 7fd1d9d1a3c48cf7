// The built page as a web server would serve it: which file an address names, and the policy that the page lives under.
// Knows nothing of Electron.
import { hash } from 'node:crypto';
import path from 'node:path';
import { readShipped } from './shipped.ts';

/** Header, not <meta>: frame-ancestors works in headers only, and a page can't take a header back. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  'frame-src mail:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  // What PDFs take for granted: tables of characters and fonts.
  '.bin': 'application/octet-stream',
};

const refused = () => new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } });

/** The file that an address names, or undefined where it leaves the folder or is not of a kind that we serve. */
export function fileFor(url: string, folder: string): { readonly file: string; readonly type: string } | undefined {
  const { host, pathname } = new URL(url);
  if (host !== 'bundle') return undefined;
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  const file = path.resolve(folder, `.${path.posix.normalize(name)}`);
  const inside = path.relative(folder, file);
  const type = types[path.extname(file)];
  if (!type || name.includes('\0') || inside === '' || inside.startsWith('..') || path.isAbsolute(inside))
    return undefined;
  return { file, type };
}

/** What is asked for first, once for nothing: Node loads what a Response is made of when it makes the first one. */
export async function readAhead(folder: string): Promise<void> {
  await answer(new Request('app://bundle/index.html'), folder);
}

/** The built page's own style, by its hash: no other that somebody gets into the document is applied. */
function policyOf(builtPage: string): string {
  const [, style] = /<style>(.*?)<\/style>/s.exec(builtPage) ?? [];
  if (style === undefined) return contentSecurityPolicy;
  return contentSecurityPolicy.replace("style-src 'self'", `$& 'sha256-${hash('sha256', style, 'base64')}'`);
}

/** `fill`: what becomes of the document before it is delivered. */
export async function answer(
  request: Request,
  folder: string,
  fill: (document: string) => Promise<string> = async (document) => document,
): Promise<Response> {
  const found = request.method === 'GET' ? fileFor(request.url, folder) : undefined;
  if (!found) return refused();
  try {
    const read = await readShipped(found.file);
    const page = path.extname(found.file) === '.html' ? read.toString() : undefined;
    // What is printed is asked for by a query.
    const isWindow = new URL(request.url).search === '';
    return new Response(page === undefined ? read : isWindow ? await fill(page) : page, {
      headers: {
        'content-type': found.type,
        'content-security-policy': page === undefined ? contentSecurityPolicy : policyOf(page),
        'x-content-type-options': 'nosniff',
        // There may be mail in it.
        ...(page !== undefined && { 'cache-control': 'no-store' }),
        'referrer-policy': 'no-referrer',
      },
    });
  } catch {
    return refused();
  }
}
