// One term of a query → a condition on messages, or on those that it does not hold for.
import { isOwn } from '../search/addresses.ts';
import { onlyGmailKnows } from '../search/answerable.ts';
import { instantBefore, instantOf } from '../search/dates.ts';
import { categoryIds, labelsNamed, type NamedLabel, systemLabelId } from '../search/labels.ts';
import { print } from '../search/print.ts';
import type { Address, Feature, Phrase, Place, Query, State, Term, TextField } from '../search/query.ts';
import { variantsOf } from '../search/variants.ts';
import { filenameWords, wordsOf } from '../search/words.ts';
import { addressWord, ownWords } from './address-words.ts';
import { inflateBody } from './body.ts';
import type { Columns } from './columns.ts';
import { type Condition, match, node, noMatch, open } from './find-condition.ts';
import { expressionAtOnce, isComplete, type NodeContext, nodeOf } from './find-nodes.ts';
import { type Asked, anyOf, columnsOf, rolesOf, textColumns, words } from './find-words.ts';
import { headersNamed, messageIdHash } from './headers.ts';
import { keyFrom } from './keys.ts';
import { butNot, everywhere, nowhere, only, range, test } from './nodes.ts';
import { complete, linkTraits } from './traits.ts';

export interface FindContext extends NodeContext {
  /** Epoch ms; what `newer_than:` counts from. */
  readonly now: number;
  readonly labels: readonly (NamedLabel & { readonly type: 'system' | 'user' })[];
  readonly ownAddresses: readonly string[];
  /** Whether what stands in a message is not looked at: everything passes that could pass. */
  readonly lenient: boolean;
  /** What Gmail once found by a term that only it can answer, as printed: keys. */
  readonly remembered: (term: string) => ReadonlySet<number> | undefined;
}

type Passes = (place: number) => boolean;

/** Known of every message, complete or not. */
function known(passes: Passes, not: boolean): Condition {
  return node(test(not ? (place) => !passes(place) : passes));
}

/** Known of complete messages only: nothing is said of the others, neither yes nor no. */
function ofComplete(passes: Passes, not: boolean, { columns }: FindContext): Condition {
  return node(test((place) => ((columns.traits[place] ?? 0) & complete) !== 0 && passes(place) !== not));
}

const mostMarked = 50;
/** Every query leaves out Spam and Trash, and label sets are thousands: as long as no set has come, what was found stays. */
const markedSets = new WeakMap<readonly (readonly string[])[], Map<string, Uint8Array>>();

/** Which label sets have any of them, by number. */
function setsWith(sets: readonly (readonly string[])[], wanted: ReadonlySet<string>): Uint8Array {
  const known = markedSets.get(sets) ?? new Map<string, Uint8Array>();
  markedSets.set(sets, known);
  const name = [...wanted].join();
  const before = known.get(name);
  if (before?.length === sets.length) return before;
  const marked = new Uint8Array(sets.length);
  if (known.size > mostMarked) known.clear();
  known.set(name, marked);
  sets.forEach((set, number) => {
    if (set.some((one) => wanted.has(one))) marked[number] = 1;
  });
  return marked;
}

export function labelled(ids: Iterable<string>, not: boolean, { columns }: FindContext): Condition {
  const sets = setsWith(columns.labelSets, new Set(ids));
  return known((place) => sets[columns.labelSet[place] ?? 0] === 1, not);
}

/** Asked of the words of a message. */
function wordsOfMessage(asked: Asked, not: boolean, context: FindContext): Condition {
  const expression = expressionAtOnce(asked, context);
  if (expression !== undefined) return not ? noMatch(expression) : match(expression);
  if (not) return node(butNot(nodeOf(asked, context), isComplete(context)));
  return open((within) => nodeOf(asked, context, within));
}

/** Variants are for what is written, not for names. */
function phrase({ field, words: sequence, exact, unfinished }: Phrase): Asked {
  const variants = exact || unfinished ? [] : variantsOf(sequence[0] ?? '');
  if (variants.length < 2 || (field !== 'any' && field !== 'subject'))
    return words(columnsOf[field], sequence, unfinished);
  const others = variants.slice(1).map((variant) => words(field === 'any' ? textColumns : ['subject'], [variant]));
  return anyOf([words(columnsOf[field], sequence), ...others]);
}

const oneOf = (all: readonly string[]): Asked => anyOf(all.map((word) => words(['addresses'], [word])));

const ownAddress = (field: TextField, ownAddresses: readonly string[]): Asked =>
  oneOf(rolesOf(field).flatMap((role) => ownWords(role, ownAddresses)));

function wholeAddress({ field, address }: Address, { ownAddresses }: FindContext): Asked {
  const written = isOwn(address, ownAddresses)
    ? ownAddress(field, ownAddresses)
    : oneOf(rolesOf(field).map((role) => addressWord(role, address)));
  return field === 'any' ? anyOf([words([...textColumns, 'filenames'], wordsOf(address)), written]) : written;
}

const placesOf = (keys: Iterable<number>, { placeOf }: Columns) =>
  only([...keys].sort((one, other) => one - other).map(placeOf));

function messageId(id: string, not: boolean, context: FindContext): Condition {
  const { db, columns } = context;
  const rows = db.all<{ key: number; body: Uint8Array }>(
    'SELECT key, body FROM content WHERE message_id = ?',
    messageIdHash(id),
  );
  const named = rows.filter(({ body }) =>
    headersNamed(inflateBody(body).headers, ['message-id']).some((value) => value.toLowerCase() === id),
  );
  const found = placesOf(
    named.map(({ key }) => key),
    columns,
  );
  return node(not ? butNot(found, isComplete(context)) : found);
}

const systemLabel = (name: string, not: boolean, context: FindContext): Condition =>
  labelled([systemLabelId(name) ?? ''], not, context);

function place(name: Place, not: boolean, context: FindContext): Condition {
  if (name === 'anywhere') return node(not ? nowhere : everywhere);
  if (name === 'all') return labelled(['SPAM', 'TRASH'], !not, context);
  if (name === 'archive') return labelled(['INBOX', 'SENT', 'DRAFT', 'SPAM', 'TRASH', 'CHAT'], !not, context);
  return systemLabel(name, not, context);
}

const state = (name: State, not: boolean, context: FindContext): Condition =>
  name === 'read' ? labelled(['UNREAD'], !not, context) : systemLabel(name, not, context);

const isLink = (feature: Feature): feature is keyof typeof linkTraits => Object.hasOwn(linkTraits, feature);

function feature(name: Feature, not: boolean, context: FindContext): Condition {
  const { columns, labels } = context;
  if (isLink(name)) return ofComplete((at) => ((columns.traits[at] ?? 0) & linkTraits[name]) !== 0, not, context);
  if (name === 'attachment')
    return ofComplete((at) => (columns.fileSets[columns.fileSet[at] ?? 0]?.length ?? 0) > 0, not, context);
  const own = labels.filter(({ type }) => type === 'user').map(({ id }) => id);
  if (name === 'userlabels') return labelled(own, not, context);
  return name === 'nouserlabels' ? labelled(own, !not, context) : node(nowhere);
}

function bounded(side: 'after' | 'before', instant: number, not: boolean, { columns }: FindContext): Condition {
  const first = columns.placeOf(keyFrom(instant) - 1) + 1;
  const isAfter = (side === 'after') !== not;
  return node(isAfter ? range(first, columns.size - 1) : range(0, first - 1));
}

/** Answered by what Gmail said once, as far as it has. */
function rememberedCondition(term: Term, not: boolean, context: FindContext): Condition | undefined {
  const keys = context.remembered(print(term));
  if (!keys) return undefined;
  const found = placesOf(keys, context.columns);
  return node(not ? butNot(found, everywhere) : found);
}

function asked(query: Query, context: FindContext): Asked | undefined {
  switch (query.kind) {
    case 'phrase':
      return phrase(query);
    case 'around':
      return { ...query, kind: 'near', columns: columnsOf[query.field] };
    case 'part':
      return { kind: 'inside', columns: columnsOf[query.field], part: query.part };
    case 'address':
      return wholeAddress(query, context);
    case 'domain':
      return words(columnsOf[query.field], wordsOf(query.domain));
    case 'me':
      return ownAddress(query.field, context.ownAddresses);
    case 'filename':
      return words(['filenames'], filenameWords(query.name), query.unfinished);
    case 'list':
      return words(['list'], wordsOf(query.list), query.unfinished);
    case 'deliveredto':
      return oneOf([addressWord('delivered', query.address)]);
    default:
      return undefined;
  }
}

/** What only Gmail knows finds nothing here, unless it has said it before. */
export function conditionOf(query: Term, not: boolean, context: FindContext): Condition {
  const ofWords = asked(query, context);
  const isGmails = onlyGmailKnows(query, context.labels);
  if (context.lenient && (ofWords || isGmails)) return node(everywhere);
  if (ofWords) return wordsOfMessage(ofWords, not, context);
  const remembered = isGmails ? rememberedCondition(query, not, context) : undefined;
  if (remembered) return remembered;
  const { columns } = context;
  switch (query.kind) {
    case 'label':
      return labelled(labelsNamed(query.name, context.labels).ids, not, context);
    case 'in':
      return place(query.place, not, context);
    case 'is':
      return state(query.state, not, context);
    case 'category':
      return labelled([categoryIds.get(query.category) ?? ''], not, context);
    case 'has':
      return feature(query.feature, not, context);
    case 'rfc822msgid':
      return messageId(query.id, not, context);
    case 'date':
      return bounded(query.bound, instantOf(query.moment), not, context);
    case 'age':
      return bounded(query.bound === 'newer' ? 'after' : 'before', instantBefore(context.now, query), not, context);
    case 'size': {
      const { bytes } = query;
      const passes: Passes =
        query.bound === 'larger'
          ? (at) => (columns.sizeBytes[at] ?? 0) > bytes
          : (at) => (columns.sizeBytes[at] ?? 0) < bytes;
      return ofComplete(passes, not, context);
    }
    // Asked of the words, above.
    case 'phrase':
    case 'part':
    case 'around':
    case 'address':
    case 'domain':
    case 'me':
    case 'filename':
    case 'list':
    case 'deliveredto':
    case 'unknown':
      return node(not ? everywhere : nowhere);
  }
}
