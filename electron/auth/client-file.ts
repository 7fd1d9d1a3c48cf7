// Reads the OAuth client file that Google Cloud hands out. Takes who the client is and where the browser may return to;
// ignores the endpoints in it, because a hostile `token_uri` would be sent the code and its verifier.
import * as z from 'zod/mini';
import { type ClientFileProblem, FailureError } from '../contract/failure.ts';

export interface Redirect {
  readonly host: '127.0.0.1' | '::1' | 'localhost';
  /** 0 = any free one. */
  readonly port: number;
  readonly path: string;
  /** As registered, which Google compares letter by letter; null where any port and path will do. */
  readonly registered: string | null;
}

export interface OAuthClient {
  readonly kind: 'installed' | 'web';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly projectId: string | null;
  readonly redirect: Redirect;
}

const longestText = 50_000;
const visible = z.string().check(z.regex(/^[\x21-\x7e]{1,512}$/));
const projectId = z.catch(z.nullable(z.string().check(z.regex(/^[\x21-\x7e]{1,128}$/))), null);
const installedShape = z.object({ client_id: visible, client_secret: visible, project_id: projectId });
const webShape = z.object({ ...installedShape.shape, redirect_uris: z.array(z.unknown()) });

const loopback = /^http:\/\/(127\.0\.0\.1|\[::1\]|localhost)(?::(\d{1,5}))?(\/[\x21-\x22\x24-\x3e\x40-\x7e]*)?$/;

// Without a cause, on purpose: JSON.parse quotes the text in its message, and the text holds the secret.
function refuse(problem: ClientFileProblem, field?: string): never {
  throw new FailureError({ kind: 'client-file', problem, ...(field === undefined ? {} : { field }) });
}

/** @throws FailureError `client-file` */
export function parseClientFile(text: string): OAuthClient {
  if (text.length > longestText) refuse('too-large');
  const file = asObject(parseJson(text.replace(/^\ufeff/, ''))) ?? refuse('not-a-client');
  if (file['type'] === 'service_account') refuse('service-account');
  if (file['type'] === 'authorized_user') refuse('authorized-user');
  if (Object.hasOwn(file, 'installed')) return readInstalled(file['installed']);
  if (Object.hasOwn(file, 'web')) return readWeb(file['web']);
  return refuse('not-a-client');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('not-json');
  }
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function readInstalled(section: unknown): OAuthClient {
  const fields = check(installedShape, section);
  // Google takes any port and path for this kind, although the file lists `http://localhost` only.
  const redirect: Redirect = { host: '127.0.0.1', port: 0, path: '/callback', registered: null };
  return { kind: 'installed', ...name(fields), redirect };
}

function readWeb(section: unknown): OAuthClient {
  const fields = check(webShape, section);
  const redirects = fields.redirect_uris.map(readRedirect).filter((redirect) => redirect !== null);
  const redirect = redirects.find(({ host }) => host === '127.0.0.1') ?? redirects[0];
  return { kind: 'web', ...name(fields), redirect: redirect ?? refuse('no-loopback-redirect') };
}

function check<Shape extends z.ZodMiniType>(shape: Shape, section: unknown): z.output<Shape> {
  const checked = z.safeParse(shape, asObject(section) ?? refuse('not-a-client'));
  if (checked.success) return checked.data;
  return refuse('field-missing', String(checked.error.issues[0]?.path[0]));
}

function name(fields: z.output<typeof installedShape>) {
  return { clientId: fields.client_id, clientSecret: fields.client_secret, projectId: fields.project_id };
}

function readRedirect(uri: unknown): Redirect | null {
  if (typeof uri !== 'string' || uri.length > 2_000) return null;
  const [, host, port = '80'] = loopback.exec(uri) ?? [];
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) return null;
  return {
    host: host === '[::1]' ? '::1' : host === 'localhost' ? 'localhost' : '127.0.0.1',
    port: Number(port),
    path: new URL(uri).pathname,
    registered: uri,
  };
}
