// How much of a query is read. Knows no grammar.
import type { Query, Term } from './query.ts';
import { filenameWords, wordsOf } from './words.ts';

/**
 * More than anybody types. Keeps what is made of the tree within SQLite's limits (sqlite.org/limits.html, item 5), and
 * short what it takes to answer: every term is looked up for itself, and a phrase is compared at every place of its words.
 */
const mostTerms = 100;
const mostWords = 500;
const mostWordsOfTerm = 50;

function termsOf(query: Query): Term[] {
  if (query.kind === 'and' || query.kind === 'or') return query.parts.flatMap(termsOf);
  return query.kind === 'not' ? termsOf(query.part) : [query];
}

/** As many as are looked up one behind the other; whatever has none counts as one. */
function wordsIn(term: Term): number {
  switch (term.kind) {
    case 'phrase':
      return term.words.length;
    case 'around':
      return term.left.length + term.right.length;
    case 'address':
    case 'deliveredto':
      return wordsOf(term.address).length;
    case 'domain':
      return wordsOf(term.domain).length;
    case 'filename':
      return filenameWords(term.name).length;
    case 'list':
      return wordsOf(term.list).length;
    case 'rfc822msgid':
      return wordsOf(term.id).length;
    default:
      return 1;
  }
}

/** The room that is left for more of one query. */
export class Room {
  private terms = mostTerms;
  private words = mostWords;

  /** Whether it still fits. Once something does not, nothing behind it does. */
  takes(query: Query): boolean {
    const counts = termsOf(query).map(wordsIn);
    this.terms -= counts.length;
    this.words -= counts.reduce((sum, count) => sum + count, 0);
    if (counts.some((count) => count > mostWordsOfTerm)) this.terms = -1;
    return this.terms >= 0 && this.words >= 0;
  }
}
