// One authorised call to Gmail, as its methods see it, and how they read its parameters.
import type { FakeUser } from './clients.ts';
import type { ApiErrorOptions } from './google-error.ts';
import type { Handles } from './handles.ts';
import type { Mailbox } from './mailbox.ts';
import type { StoredPosition } from './message-order.ts';

export interface Page {
  /** The request that the token continues: with any other it is invalid. */
  readonly of: string;
  readonly position: StoredPosition | number;
}

/** What an attachment id stands for. */
export interface AttachmentName {
  readonly messageId: string;
  readonly partId: string;
}

export interface GmailCall {
  readonly user: FakeUser;
  readonly mailbox: Mailbox;
  /** What the path's pattern caught: message id, attachment id… */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  /** The grant has `gmail.metadata`, which takes more away than it gives. */
  readonly metadataOnly: boolean;
  readonly pageTokens: Handles<Page>;
  readonly attachmentIds: Handles<AttachmentName>;
  /** Rows that a page has at the most, whatever is asked for. */
  readonly largestPage: number;
}

/** A refusal in Google's shape, thrown from anywhere below a method. */
export class ApiProblem extends Error {
  readonly options: ApiErrorOptions;

  constructor(options: ApiErrorOptions) {
    super(options.message ?? options.reason ?? 'API problem');
    this.options = options;
  }
}

export function invalidArgument(message: string): ApiProblem {
  return new ApiProblem({ reason: 'invalidArgument', message });
}

export const notFound = (): ApiProblem => new ApiProblem({ reason: 'notFound' });

export function readMaxResults({ query, largestPage }: GmailCall): number {
  const text = query.get('maxResults') ?? '100';
  if (!/^\d{1,10}$/.test(text)) throw invalidArgument(`Invalid value at 'max_results' (TYPE_UINT32), "${text}"`);
  return Math.min(Number(text) || 100, largestPage);
}

const ofThePage = new Set(['pageToken', 'maxResults', 'fields', 'prettyPrint', 'alt']);

/** What a page token belongs to: everything that is asked for but where to go on and how to show it. */
function askedFor({ user, path, query }: GmailCall, method: string): string {
  const parameters = [...query].filter(([name]) => !ofThePage.has(name)).sort();
  return JSON.stringify([method, user.sub, path, parameters]);
}

export function readPage(call: GmailCall, method: string): StoredPosition | number | undefined {
  const token = call.query.get('pageToken');
  if (token === null || token === '') return undefined;
  const page = call.pageTokens.read(token);
  if (!page || page.of !== askedFor(call, method)) throw invalidArgument('Invalid pageToken');
  return page.position;
}

export function issuePage(call: GmailCall, method: string, position: StoredPosition | number): string {
  return call.pageTokens.issue({ of: askedFor(call, method), position });
}
