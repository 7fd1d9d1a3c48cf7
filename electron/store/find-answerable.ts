// Takes out of a query what only Gmail can answer, and says what that was. Builds no SQL.
import { beginsLabel, labelsNamed, type NamedLabel } from '../search/labels.ts';
import { print } from '../search/print.ts';
import type { Feature, ParsedQuery, Query, Term } from '../search/query.ts';
import { and, not, or } from '../search/tree.ts';

export interface Answerable {
  /** `null`: nothing is left to be answered. */
  readonly root: Query | null;
  /** As typed, in the order of the query. */
  readonly ignored: readonly string[];
}

const answeredFeatures: ReadonlySet<Feature> = new Set(['attachment', 'userlabels', 'nouserlabels']);
const linkedFiles: ReadonlySet<Feature> = new Set(['drive', 'document', 'spreadsheet', 'presentation', 'youtube']);
const isStar = (feature: Feature) => !answeredFeatures.has(feature) && !linkedFiles.has(feature);

/** Not in the data of a message: Gmail API, messages.get. */
function onlyGmailKnows(term: Term, labels: readonly NamedLabel[]): boolean {
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
    default:
      return false;
  }
}

/** A term within the brackets of its field was typed without the name of the field. */
function asTyped(text: string, term: Term): string {
  const typed = text.slice(...term.span);
  return typed.includes(':') ? typed : print(term);
}

export function answerable({ text, root }: ParsedQuery, labels: readonly NamedLabel[]): Answerable {
  const ignored: string[] = [];

  const kept = (term: Term, required: boolean): Query | null => {
    if (term.kind === 'label' && term.unfinished && labelsNamed(term.name, labels).by === 'none')
      return beginsLabel(term.name, labels) ? null : term;
    if (!onlyGmailKnows(term, labels)) return term;
    ignored.push(asTyped(text, term));
    // Every coloured star is a star: where the term is required, showing too many is better than showing all.
    return required && term.kind === 'has' && isStar(term.feature)
      ? { kind: 'is', state: 'starred', span: term.span }
      : null;
  };

  const walk = (query: Query, required: boolean): Query | null => {
    if (query.kind === 'and')
      return and(
        query.parts.map((part) => walk(part, required)),
        query.span,
      );
    if (query.kind === 'or')
      return or(
        query.parts.map((part) => walk(part, false)),
        query.span,
      );
    if (query.kind !== 'not') return kept(query, required);
    const part = walk(query.part, false);
    return part && not(part, query.span);
  };

  return { root: root && walk(root, true), ignored };
}
