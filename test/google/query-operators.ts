// The operators of a query that are no words: a table, one line each where one line will do.
import { bareMessageId } from './document.ts';
import { readDate, readSize, readSpan } from './query-dates.ts';
import type { Costed, SearchContext, Test } from './query-match.ts';
import { wordLine, wordsOf } from './words.ts';

type Operator = (text: string, context: SearchContext) => Costed;

/** A table answers for its own keys only: `is:constructor` is no state. */
function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

const cheap = (test: Test): Costed => ({ cost: 0, test });
const never = cheap(() => false);
const always = cheap(() => true);
const labelled = (...ids: readonly string[]) => cheap(({ labelIds }) => ids.some((id) => labelIds.has(id)));
const notLabelled = (...ids: readonly string[]) => cheap(({ labelIds }) => !ids.some((id) => labelIds.has(id)));

const systemStates: Readonly<Record<string, Costed>> = {
  unread: labelled('UNREAD'),
  read: notLabelled('UNREAD'),
  starred: labelled('STARRED'),
  important: labelled('IMPORTANT'),
  sent: labelled('SENT'),
  draft: labelled('DRAFT'),
  drafts: labelled('DRAFT'),
  chat: labelled('CHAT'),
  chats: labelled('CHAT'),
  inbox: labelled('INBOX'),
  spam: labelled('SPAM'),
  trash: labelled('TRASH'),
};

const places: Readonly<Record<string, Costed>> = {
  ...systemStates,
  all: notLabelled('SPAM', 'TRASH'),
  anywhere: always,
  archive: notLabelled('INBOX', 'SENT', 'DRAFT', 'SPAM', 'TRASH', 'CHAT'),
};

const categories: Readonly<Record<string, Costed>> = {
  primary: labelled('CATEGORY_PERSONAL'),
  personal: labelled('CATEGORY_PERSONAL'),
  social: labelled('CATEGORY_SOCIAL'),
  promotions: labelled('CATEGORY_PROMOTIONS'),
  updates: labelled('CATEGORY_UPDATES'),
  forums: labelled('CATEGORY_FORUMS'),
};

const linked = (pattern: RegExp): Costed => ({ cost: 2, test: ({ document }) => pattern.test(document.content.links) });

const possessions: Readonly<Record<string, (context: SearchContext) => Costed>> = {
  attachment: () => ({ cost: 2, test: ({ document }) => document.attachments.any }),
  drive: () => linked(/drive\.google\.com/),
  document: () => linked(/docs\.google\.com\/document/),
  spreadsheet: () => linked(/docs\.google\.com\/spreadsheets/),
  presentation: () => linked(/docs\.google\.com\/presentation/),
  youtube: () => linked(/youtube\.com|youtu\.be/),
  // The star that one click gives.
  'yellow-star': () => labelled('STARRED'),
  userlabels: ({ userLabels }) => cheap(({ labelIds }) => [...labelIds].some((id) => userLabels.has(id))),
  nouserlabels: ({ userLabels }) => cheap(({ labelIds }) => ![...labelIds].some((id) => userLabels.has(id))),
};

const label: Operator = (text, { labelsNamed }) => labelled(...labelsNamed(text));

/** A bare day begins at midnight Pacific. Of epoch seconds the one that is named belongs to neither side. */
const since: Operator = (text) => {
  const date = readDate(text);
  if (!date) return always;
  if ('dayStartsAt' in date) return cheap(({ internalDate }) => internalDate >= date.dayStartsAt);
  return cheap(({ internalDate }) => Math.floor(internalDate / 1000) > date.seconds);
};

const until: Operator = (text) => {
  const date = readDate(text);
  if (!date) return always;
  if ('dayStartsAt' in date) return cheap(({ internalDate }) => internalDate < date.dayStartsAt);
  return cheap(({ internalDate }) => Math.floor(internalDate / 1000) < date.seconds);
};

const span = (holds: (internalDate: number, edge: number) => boolean): Operator => {
  return (text, { now }) => {
    const edge = readSpan(text, now);
    return edge === undefined ? never : cheap(({ internalDate }) => holds(internalDate, edge));
  };
};

const larger: Operator = (text) => {
  const size = readSize(text);
  return size === undefined ? always : cheap(({ sizeEstimate }) => sizeEstimate > size);
};

const smaller: Operator = (text) => {
  const size = readSize(text);
  return size === undefined ? always : cheap(({ sizeEstimate }) => sizeEstimate < size);
};

const inWords = (text: string, words: string) => words.includes(wordLine(wordsOf(text)));

export const operators: Readonly<Record<string, Operator>> = {
  label,
  l: label,
  in: (text, context) => own(places, text.toLowerCase()) ?? label(text, context),
  is: (text) => own(systemStates, text.toLowerCase()) ?? never,
  category: (text) => own(categories, text.toLowerCase()) ?? never,
  has: (text, context) => own(possessions, text.toLowerCase())?.(context) ?? never,
  filename: (text) => ({
    cost: 2,
    test: ({ document }) => document.attachments.names.some((name) => inWords(text, wordLine(wordsOf(name)))),
  }),
  list: (text) => ({ cost: 1, test: ({ document }) => inWords(text, document.envelope.list) }),
  deliveredto: (text) => ({ cost: 1, test: ({ document }) => document.envelope.deliveredTo.has(text.toLowerCase()) }),
  rfc822msgid: (text) => {
    const id = bareMessageId(text);
    return { cost: 1, test: ({ document }) => document.envelope.messageId === id };
  },
  after: since,
  newer: since,
  before: until,
  older: until,
  newer_than: span((internalDate, edge) => internalDate >= edge),
  older_than: span((internalDate, edge) => internalDate < edge),
  larger,
  size: larger,
  smaller,
};
