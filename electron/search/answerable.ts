// Takes out of a query what only Gmail can answer and has not answered yet, and says what that was. Builds no condition.
import { beginsLabel, labelsNamed, type NamedLabel } from './labels.ts';
import { asTyped, print } from './print.ts';
import type { Feature, ParsedQuery, Query, Term } from './query.ts';
import { and, not, or } from './tree.ts';

export interface Answerable {
  /** `null`: nothing is left to be answered. */
  readonly root: Query | null;
  /** As typed, in the order of the query. */
  readonly ignored: readonly string[];
  /** Answered by what Gmail said at `at`, epoch ms. */
  readonly remembered: readonly { readonly typed: string; readonly at: number }[];
}

const answeredFeatures: ReadonlySet<Feature> = new Set([
  'attachment',
  'userlabels',
  'nouserlabels',
  'drive',
  'document',
  'spreadsheet',
  'presentation',
  'youtube',
]);

/** Not in the data of a message: Gmail API, messages.get. */
export function onlyGmailKnows(term: Term, labels: readonly NamedLabel[]): boolean {
  switch (term.kind) {
    case 'in':
      return term.place === 'snoozed' || term.place === 'scheduled';
    case 'is':
      return term.state === 'muted' || term.state === 'snoozed';
    case 'category':
      return term.category === 'reservations' || term.category === 'purchases';
    case 'has':
      return !answeredFeatures.has(term.feature);
    case 'label':
      return term.name === 'encryptedmail' && labelsNamed(term.name, labels).by === 'none';
    case 'phrase':
    case 'part':
    case 'around':
    case 'address':
    case 'domain':
    case 'me':
    case 'filename':
    case 'list':
    case 'deliveredto':
    case 'rfc822msgid':
    case 'date':
    case 'age':
    case 'size':
    case 'unknown':
      return false;
  }
}

/** The terms of a query that only Gmail can answer, each once. */
export function gmailTerms(query: Query | null, labels: readonly NamedLabel[]): Term[] {
  if (query === null) return [];
  if (query.kind === 'and' || query.kind === 'or') return query.parts.flatMap((part) => gmailTerms(part, labels));
  if (query.kind === 'not') return gmailTerms(query.part, labels);
  return onlyGmailKnows(query, labels) ? [query] : [];
}

/** `answeredAt`: when Gmail answered a term, as printed; undefined where it never has. */
export function answerable(
  { text, root }: ParsedQuery,
  labels: readonly NamedLabel[],
  answeredAt: (term: string) => number | undefined,
): Answerable {
  const ignored: string[] = [];
  const remembered: { typed: string; at: number }[] = [];

  const kept = (term: Term, required: boolean): Query | null => {
    if (term.kind === 'label' && term.unfinished && labelsNamed(term.name, labels).by === 'none')
      return beginsLabel(term.name, labels) ? null : term;
    if (!onlyGmailKnows(term, labels)) return term;
    const at = answeredAt(print(term));
    if (at !== undefined) {
      remembered.push({ typed: asTyped(term, text), at });
      return term;
    }
    ignored.push(asTyped(term, text));
    // Every coloured star is a star: where the term is required, showing too many is better than showing all.
    return required && term.kind === 'has' ? { kind: 'is', state: 'starred', span: term.span } : null;
  };

  const walk = (query: Query, required: boolean): Query | null => {
    const { span } = query;
    if (query.kind === 'and')
      return and(
        query.parts.map((part) => walk(part, required)),
        span,
      );
    if (query.kind === 'or')
      return or(
        query.parts.map((part) => walk(part, false)),
        span,
      );
    if (query.kind !== 'not') return kept(query, required);
    const part = walk(query.part, false);
    return part && not(part, span);
  };

  return { root: root && walk(root, true), ignored, remembered };
}
