// What must be true of every text that is typed into the box, whatever it is. Says what is not, never the text.
import { type ParseOptions, parse } from '../../electron/search/parse.ts';
import { print } from '../../electron/search/print.ts';
import type { ParsedQuery, Query, Term } from '../../electron/search/query.ts';
import { scopeOf } from '../../electron/search/scope.ts';
import { toServerQuery, toServerTerm } from '../../electron/search/server.ts';
import { childrenOf } from '../../electron/search/tree.ts';
import { variantsOf } from '../../electron/search/variants.ts';
import { chipsOf } from '../../renderer/search/chips.ts';
import { outline } from '../unit/search/outline.ts';

const context = {
  labels: [
    { id: 'INBOX', name: 'INBOX' },
    { id: 'L1', name: 'My family' },
    { id: 'L2', name: 'Work/Clients' },
    { id: 'L3', name: 'work-clients' },
  ],
  ownAddresses: ['john.smith@gmail.com', 'js@work.org'],
  now: Date.UTC(2026, 10, 22, 12),
};

/** As the parser promises. */
const tallest = 20;
const mostTerms = 100;

const isTerm = (query: Query): query is Term => query.kind !== 'and' && query.kind !== 'or' && query.kind !== 'not';
const heightOf = (query: Query): number => 1 + Math.max(0, ...childrenOf(query).map(heightOf));
const termsOf = (query: Query): Term[] => (isTerm(query) ? [query] : childrenOf(query).flatMap(termsOf));

function claim(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

function checkTree({ text, root }: ParsedQuery): void {
  if (root === null) return;
  const terms = termsOf(root);
  claim(heightOf(root) <= tallest, 'the tree is too tall');
  claim(terms.length <= mostTerms, 'the tree has too many terms');
  for (const { span } of terms)
    claim(span[0] >= 0 && span[0] <= span[1] && span[1] <= text.length, 'a span lies outside');
  for (const term of terms) {
    toServerTerm(term, context);
    if (term.kind === 'phrase') for (const word of term.words) claim(variantsOf(word)[0] === word, 'a word is lost');
  }
}

function checkForms(parsed: ParsedQuery): void {
  const { root } = parsed;
  scopeOf(root);
  const server = toServerQuery(parsed, context);
  const q = server?.q ?? '';
  claim(!/[{}]|(?:newer|older)_than:\d/.test(q.replace(/"[^"]*"/g, '')), 'Gmail is asked what it would misread');
  claim((server === null) === (root !== null && termsOf(root).some(isOurs)), 'Gmail is asked what it has no word for');
  chipsOf(parsed, { ignored: [], local: false }, { locale: 'en-GB' });
}

const isOurs = (term: Term) => term.kind === 'part' || (term.kind === 'phrase' && term.beginning);

function checkPrint(root: Query | null, options: ParseOptions): void {
  const printed = print(root);
  const again = parse(printed, options).root;
  claim(outline(again) === outline(root), 'a printed tree is read otherwise');
  claim(print(again) === printed, 'a tree is printed otherwise the second time');
}

/** Throws where it does not hold. `caret` is where somebody stands in it. */
export function checkQuery(text: string, caret: number): void {
  const typed = parse(text, { caret });
  const parsed = parse(text);
  const inside = parse(text, { partsOfWords: true });
  for (const one of [typed, parsed, inside]) {
    checkTree(one);
    checkForms(one);
  }
  checkPrint(parsed.root, {});
  checkPrint(inside.root, { partsOfWords: true });
}
