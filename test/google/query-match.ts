// A parsed query made into a test for one message. Per message, not per conversation; aliases are not expanded: that is
// how the API differs from Gmail's own page. Knows no storage.
import type { SearchDocument } from './document.ts';
import type { Query, TextTerm } from './query.ts';
import { operators } from './query-operators.ts';
import { addressTest, textTest } from './query-text.ts';
import { wordsOf } from './words.ts';

/** What a message must tell about itself. */
export interface Searched {
  readonly labelIds: ReadonlySet<string>;
  readonly internalDate: number;
  readonly sizeEstimate: number;
  readonly document: SearchDocument;
}

export interface SearchContext {
  readonly email: string;
  readonly now: number;
  /** The ids of the labels that the text after `label:` names. */
  readonly labelsNamed: (text: string) => readonly string[];
  readonly userLabels: ReadonlySet<string>;
}

export type Test = (message: Searched) => boolean;

/** A test and how dear it is; 0 needs no mail parsed, 1 the headers, 2 everything. */
export interface Costed {
  readonly test: Test;
  readonly cost: number;
}

export interface Matcher {
  readonly test: Test;
  /** Whether the query itself asks for them (they are left out otherwise). */
  readonly asksFor: { readonly spam: boolean; readonly trash: boolean };
}

export function compileQuery(query: Query, context: SearchContext): Matcher {
  const asked = new Set<string>();
  collectScope(query, true, asked);
  return {
    test: compile(query, context).test,
    asksFor: {
      spam: asked.has('spam') || asked.has('anywhere'),
      trash: asked.has('trash') || asked.has('anywhere'),
    },
  };
}

function compile(query: Query, context: SearchContext): Costed {
  switch (query.kind) {
    case 'and':
    case 'or': {
      const parts = query.parts.map((part) => compile(part, context)).toSorted((a, b) => a.cost - b.cost);
      const tests = parts.map((part) => part.test);
      const cost = Math.max(0, ...parts.map((part) => part.cost));
      if (query.kind === 'and') return { cost, test: (message) => tests.every((test) => test(message)) };
      return { cost, test: (message) => tests.some((test) => test(message)) };
    }
    case 'not': {
      const { test, cost } = compile(query.part, context);
      return { cost, test: (message) => !test(message) };
    }
    case 'near':
      return near(query);
    case 'text':
      return compileText(query, context);
  }
}

function compileText(term: TextTerm, context: SearchContext): Costed {
  if (term.field === null || term.field === 'subject') return textTest(term);
  if (term.field === 'from' || term.field === 'to' || term.field === 'cc' || term.field === 'bcc') {
    return addressTest(term, term.field, context.email);
  }
  return operators[term.field]?.(term.text, context) ?? { cost: 0, test: () => false };
}

function near({ left, right, within, ordered }: Extract<Query, { kind: 'near' }>): Costed {
  const [first, second] = [wordsOf(left.text), wordsOf(right.text)];
  const field = left.field ?? right.field;
  return {
    cost: 2,
    test: ({ document }) => {
      const lines = [document.envelope.subject, ...(field === 'subject' ? [] : [document.content.body])];
      return lines.some((line) => isNear(line.trim().split(' '), first, second, within, ordered));
    },
  };
}

function isNear(
  words: readonly string[],
  first: readonly string[],
  second: readonly string[],
  within: number,
  ordered: boolean,
): boolean {
  const starts = positions(words, first);
  return positions(words, second).some((b) =>
    starts.some((a) => {
      const between = a < b ? b - (a + first.length) : a - (b + second.length);
      return between >= 0 && between <= within && (!ordered || a < b);
    }),
  );
}

function positions(words: readonly string[], phrase: readonly string[]): number[] {
  if (phrase.length === 0) return [];
  return [...words.keys()].filter((at) => phrase.every((word, index) => words[at + index] === word));
}

/** Only what is asked for positively lifts the exclusion of spam and trash. */
function collectScope(query: Query, positive: boolean, asked: Set<string>): void {
  if (query.kind === 'not') collectScope(query.part, !positive, asked);
  if (query.kind === 'and' || query.kind === 'or') for (const part of query.parts) collectScope(part, positive, asked);
  if (query.kind === 'text' && positive && ['in', 'is', 'label', 'l'].includes(query.field ?? '')) {
    asked.add(query.text.toLowerCase());
  }
}
