// Tree → what `messages.list` is asked. Gmail gets the tree, never the text typed. Where its reading of a term is not
// certain it is asked for more than is meant, never for less: what it answers can be filtered again on this computer.
import { isOwn } from './addresses.ts';
import { instantBefore, instantOf } from './dates.ts';
import { beginsLabel, labelsNamed, type NamedLabel, serverNamesOf, systemLabelId } from './labels.ts';
import { print } from './print.ts';
import type { Address, In, Label, Me, ParsedQuery, Query, Span, Term } from './query.ts';
import { scopeOf } from './scope.ts';
import { and, childrenOf, not, or } from './tree.ts';

export interface ServerContext {
  readonly labels: readonly NamedLabel[];
  readonly ownAddresses: readonly string[];
  /** Epoch ms. */
  readonly now: number;
}

export interface ServerQuery {
  /** Empty: to be left out. */
  readonly q: string;
  /** A message must carry all of them, besides what `q` says. */
  readonly labelIds: readonly string[];
  readonly includeSpamTrash: boolean;
}

/** Whether more messages under this part mean more in the answer, or fewer. */
type Polarity = 'positive' | 'negative';

const opposite = (polarity: Polarity): Polarity => (polarity === 'positive' ? 'negative' : 'positive');
const place = (place: In['place'], span: Span): In => ({ kind: 'in', place, span });

/**
 * A bound in epoch seconds, because Gmail takes a date for midnight Pacific time. Whether it includes the edge is not
 * documented, so it lies a second beyond, towards more messages in the whole answer.
 */
function bound(side: 'after' | 'before', instant: number, polarity: Polarity, span: Span): Query {
  const seconds = side === 'after' ? Math.floor(instant / 1000) : Math.ceil(instant / 1000);
  const wider = side === 'after' ? -1 : 1;
  const edge = seconds + (polarity === 'positive' ? wider : -wider);
  // Nine or ten digits, 1973 to 2286, are certainly seconds; there is no mail beyond.
  return { kind: 'date', bound: side, moment: Math.min(Math.max(edge, 100_000_000), 9_999_999_999) * 1000, span };
}

/** The instant that a term compares with, where it does. */
function boundOf(query: Query, now: number): { side: 'after' | 'before'; instant: number } | undefined {
  if (query.kind === 'date') return { side: query.bound, instant: instantOf(query.moment) };
  if (query.kind !== 'age') return undefined;
  return { side: query.bound === 'newer' ? 'after' : 'before', instant: instantBefore(now, query) };
}

/** The page expands one's own addresses, the API does not. */
function own(query: Address | Me, { ownAddresses }: ServerContext): Query {
  const { field, span } = query;
  const isMe = query.kind === 'me' || isOwn(query.address, ownAddresses);
  if (!isMe) return query;
  return (
    or(
      ownAddresses.map((address): Address => ({ kind: 'address', field, address: address.toLowerCase(), span })),
      span,
    ) ?? query
  );
}

function label(query: Label, { labels }: ServerContext): Query | null {
  const { ids, by } = labelsNamed(query.name, labels);
  if (by === 'none' && query.unfinished && beginsLabel(query.name, labels)) return null;
  const named = serverNamesOf(ids, labels).map((name): Label => ({ ...query, name }));
  return or(named, query.span) ?? query;
}

/** `null`: nobody asks for it, and it is as if it were not there. */
function rewritten(query: Query, context: ServerContext, polarity: Polarity): Query | null {
  const { span } = query;
  const range = boundOf(query, context.now);
  if (range) return bound(range.side, range.instant, polarity, span);
  const all = (parts: readonly Query[]) => parts.map((part) => rewritten(part, context, polarity));
  switch (query.kind) {
    case 'and':
      return and(all(query.parts), span);
    case 'or':
      return or(all(query.parts), span);
    case 'not': {
      const inner = boundOf(query.part, context.now);
      if (inner) return bound(inner.side === 'after' ? 'before' : 'after', inner.instant, polarity, span);
      const part = rewritten(query.part, context, opposite(polarity));
      return part && not(part, span);
    }
    case 'address':
    case 'me':
      return own(query, context);
    case 'label':
      return label(query, context);
    case 'in':
      // An old list takes it for `anywhere`.
      return query.place === 'all'
        ? and([not(place('spam', span), span), not(place('trash', span), span)], span)
        : query;
    default:
      return query;
  }
}

/** Gmail finds whole words only. The word at the caret goes as it stands: mostly it is whole. */
function hasNoWord(query: Query): boolean {
  return query.kind === 'part' || (query.kind === 'phrase' && query.beginning) || childrenOf(query).some(hasNoWord);
}

/** The label that a term of the outermost AND asks for, where that is one and its id is known. */
function labelIdOf(query: Query, { labels }: ServerContext): string | undefined {
  if (query.kind === 'in') return systemLabelId(query.place);
  if (query.kind !== 'label') return undefined;
  const { ids } = labelsNamed(query.name, labels);
  return ids.length === 1 ? ids[0] : undefined;
}

const noSpan: Span = [0, 0];

/** Null where Gmail has no word for something in it. */
export function toServerQuery({ root }: ParsedQuery, context: ServerContext): ServerQuery | null {
  if (root && hasNoWord(root)) return null;
  const scope = scopeOf(root);
  const parts = root?.kind === 'and' ? root.parts : root ? [root] : [];
  const labelIds = new Set<string>();
  const rest: (Query | null)[] = [];
  for (const part of parts) {
    const id = labelIdOf(part, context);
    if (id !== undefined) labelIds.add(id);
    else if (part.kind !== 'in' || part.place !== 'anywhere') rest.push(rewritten(part, context, 'positive'));
  }
  // Only one of the two is wanted, but `includeSpamTrash` brings both.
  if (scope.spam && !scope.trash && !labelIds.has('SPAM')) rest.push(not(place('trash', noSpan), noSpan));
  if (scope.trash && !scope.spam && !labelIds.has('TRASH')) rest.push(not(place('spam', noSpan), noSpan));
  return { q: print(and(rest, noSpan)), labelIds: [...labelIds], includeSpamTrash: scope.spam || scope.trash };
}

/** What is asked to learn which messages a term finds that only Gmail can answer: all of them, wherever they lie. Null
 *  where Gmail has no word for it. */
export function toServerTerm(term: Term, context: ServerContext): ServerQuery | null {
  const asked = hasNoWord(term) ? null : rewritten(term, context, 'positive');
  return asked && { q: print(asked), labelIds: [], includeSpamTrash: true };
}
