// The term that is being typed: pure. Knows how a query falls into tokens, not what could stand in it.
import { lex } from '../../electron/search/lex.ts';
import type { Operator } from '../../electron/search/operators.ts';
import type { Span } from '../../electron/search/query.ts';

export interface Typing {
  /** What an offer takes the place of: the term without a sign before it. */
  readonly span: Span;
  /** Null for a bare word. */
  readonly operator: Operator | null;
  /** Of the value, without quotes. */
  readonly typed: string;
}

/** Undefined where no term ends at the caret: nobody types one there. */
export function typingAt(text: string, caret: number): Typing | undefined {
  const { tokens } = lex(text);
  const last = tokens.findIndex(({ span }) => span[1] === caret);
  const token = tokens[last];
  if (!token) return undefined;
  if (token.kind === 'field') return { span: token.span, operator: token.operator, typed: '' };
  if (token.kind !== 'bare' && token.kind !== 'phrase') return undefined;
  // A closed quote is no longer being typed.
  const isClosed = token.kind === 'phrase' && token.span[1] - token.span[0] === token.text.length + 2;
  if (isClosed) return undefined;
  const before = tokens[last - 1];
  if (before?.kind === 'field') {
    return { span: [before.span[0], caret], operator: before.operator, typed: token.text };
  }
  return token.kind === 'bare' ? { span: token.span, operator: null, typed: token.text } : undefined;
}

/** The text with an offer in its place, and where the caret then stands: behind a space, unless a value is still to come. */
export function completed(text: string, [start, end]: Span, offered: string): { text: string; caret: number } {
  const behind = text.slice(end).trimStart();
  const gap = offered.endsWith(':') ? '' : ' ';
  return { text: `${text.slice(0, start)}${offered}${gap}${behind}`, caret: start + offered.length + gap.length };
}
