// One term of a query → a condition on messages.
import { instantBefore, instantOf } from '../search/dates.ts';
import { labelsNamed, type NamedLabel, systemLabelId } from '../search/labels.ts';
import type { Around, CategoryName, Feature, Phrase, Place, State, Term } from '../search/query.ts';
import { filenameWords, wordsOf } from '../search/words.ts';
import { ownAddress, wholeAddress } from './find-addresses.ts';
import { allOf, anyOf, type Condition, everything, match, noneOf, nothing, sql } from './find-condition.ts';
import { deliveredTo, mailingList, messageId } from './find-headers.ts';
import { inOrder, inSequence, scan } from './find-scan.ts';
import { aroundMatch, phraseMatch, type WordField, wordsMatch } from './find-words.ts';

export interface FindContext {
  /** Epoch ms; what `newer_than:` counts from. */
  readonly now: number;
  readonly labels: readonly NamedLabel[];
  readonly ownAddresses: readonly string[];
  /** Whether there is a word index. */
  readonly fts: boolean;
}

/** Slots of a key per millisecond: see migrations/001-mail.ts. */
const slots = 1024;

export function labelled(ids: readonly string[]): Condition {
  if (ids.length === 0) return nothing;
  return sql(
    'key IN (SELECT key FROM message_label WHERE label_id IN (SELECT value FROM json_each(?)))',
    JSON.stringify(ids),
  );
}

const userLabelled = sql(
  `key IN (SELECT key FROM message_label JOIN label ON label.id = message_label.label_id WHERE label.type = 'user')`,
);

function phrase(query: Phrase, { fts }: FindContext): Condition {
  return fts ? match(phraseMatch(query)) : scan(query.field, inSequence(query.words));
}

const words = (field: WordField, sequence: readonly string[], { fts }: FindContext): Condition =>
  fts ? match(wordsMatch(field, sequence)) : scan(field, inSequence(sequence));

const isAscii = (text: string) => /^[\0-\x7f]*$/.test(text);

function around(query: Around, { fts }: FindContext): Condition {
  const forwards = [...query.left, ...query.right];
  const inThisOrder = scan(query.field, inOrder(forwards));
  if (!fts) {
    const backwards = scan(query.field, inOrder([...query.right, ...query.left]));
    return query.ordered ? inThisOrder : anyOf([inThisOrder, backwards]);
  }
  const near = match(aroundMatch(query));
  // LIKE would miss other words than these in another case.
  return query.ordered && forwards.every(isAscii) ? allOf([near, inThisOrder]) : near;
}

function place(name: Place): Condition {
  if (name === 'anywhere') return everything;
  if (name === 'all') return noneOf(labelled(['SPAM', 'TRASH']));
  if (name === 'archive') return noneOf(labelled(['INBOX', 'SENT', 'DRAFT', 'SPAM', 'TRASH', 'CHAT']));
  const id = systemLabelId(name);
  return id === undefined ? nothing : labelled([id]);
}

function state(name: State): Condition {
  if (name === 'read') return noneOf(labelled(['UNREAD']));
  const id = systemLabelId(name);
  return id === undefined ? nothing : labelled([id]);
}

const categoryIds: Readonly<Partial<Record<CategoryName, string>>> = {
  primary: 'CATEGORY_PERSONAL',
  social: 'CATEGORY_SOCIAL',
  promotions: 'CATEGORY_PROMOTIONS',
  updates: 'CATEGORY_UPDATES',
  forums: 'CATEGORY_FORUMS',
};

function category(name: CategoryName): Condition {
  const id = categoryIds[name];
  return id === undefined ? nothing : labelled([id]);
}

function feature(name: Feature): Condition {
  if (name === 'attachment') return sql('attachment_count > 0');
  if (name === 'userlabels') return userLabelled;
  return name === 'nouserlabels' ? noneOf(userLabelled) : nothing;
}

const receivedFrom = (instant: number) => sql('key >= ?', instant * slots);
const receivedBefore = (instant: number) => sql('key < ?', instant * slots);

/** What only Gmail knows finds nothing here. */
export function conditionOf(query: Term, context: FindContext): Condition {
  switch (query.kind) {
    case 'phrase':
      return phrase(query, context);
    case 'around':
      return around(query, context);
    case 'address':
      return query.field === 'any'
        ? anyOf([words('text', wordsOf(query.address), context), wholeAddress('any', query.address, context)])
        : wholeAddress(query.field, query.address, context);
    case 'domain':
      return words(query.field, wordsOf(query.domain), context);
    case 'me':
      return ownAddress(query.field, context);
    case 'label':
      return labelled(labelsNamed(query.name, context.labels).ids);
    case 'in':
      return place(query.place);
    case 'is':
      return state(query.state);
    case 'category':
      return category(query.category);
    case 'has':
      return feature(query.feature);
    case 'filename':
      return words('filename', filenameWords(query.name), context);
    case 'list':
      return mailingList(query.list);
    case 'deliveredto':
      return deliveredTo(query.address);
    case 'rfc822msgid':
      return messageId(query.id);
    case 'date': {
      const instant = instantOf(query.moment);
      return query.bound === 'after' ? receivedFrom(instant) : receivedBefore(instant);
    }
    case 'age': {
      const instant = instantBefore(context.now, query);
      return query.bound === 'newer' ? receivedFrom(instant) : receivedBefore(instant);
    }
    case 'size':
      return sql(`size_bytes ${query.bound === 'larger' ? '>' : '<'} ?`, query.bytes);
    case 'unknown':
      return nothing;
  }
}
