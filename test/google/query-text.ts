// Words, phrases and addresses of a query, as tests for one message.
import type { AddressField, SearchDocument } from './document.ts';
import type { TextTerm } from './query.ts';
import type { Costed } from './query-match.ts';
import { stem, wordLine, wordsOf } from './words.ts';

/** One thing that must stand somewhere: words in sequence, and how they were written. */
interface Sought {
  readonly line: string;
  readonly stems: string | null;
  /** A whole address, where one was written. */
  readonly address: string | null;
}

/** `foo+bar` is two words; `john-smith` is a phrase; `555-1234` is two numbers. */
function seek(term: TextTerm): Sought[] {
  if (term.quoted) return [sought(term.text, false)];
  return term.text
    .replace(/(?<=\d)-(?=\d)/g, ' ')
    .split(/[\s~#$%^*;,<>?`+|]+/)
    .map((piece) => piece.replace(/^@+|@+$/g, ''))
    .filter((piece) => wordsOf(piece).length > 0)
    .map((piece) => sought(piece, !term.exact));
}

function sought(text: string, variants: boolean): Sought {
  const words = wordsOf(text);
  const [only] = words;
  return {
    line: wordLine(words),
    stems: variants && words.length === 1 && only !== undefined ? wordLine([stem(only)]) : null,
    address: /^[^\s@]+@[^\s@]+$/.test(text) ? text.toLowerCase() : null,
  };
}

export function textTest(term: TextTerm): Costed {
  const all = seek(term);
  if (term.field === 'subject') {
    return { cost: 1, test: ({ document }) => all.every((one) => inSubject(document, one)) };
  }
  return { cost: 2, test: ({ document }) => all.every((one) => anywhere(document, one)) };
}

function inSubject({ envelope }: SearchDocument, { line, stems }: Sought): boolean {
  return envelope.subject.includes(line) || (stems !== null && envelope.subjectStems.includes(stems));
}

const everywhere = ['from', 'to', 'cc', 'bcc'] as const;

function anywhere(document: SearchDocument, one: Sought): boolean {
  if (inSubject(document, one)) return true;
  if (everywhere.some((field) => inAddresses(document, field, one))) return true;
  const { body, stems } = document.content;
  if (body.includes(one.line) || (one.stems !== null && stems.includes(one.stems))) return true;
  return document.attachments.names.some((name) => wordLine(wordsOf(name)).includes(one.line));
}

/** `john@gmail` finds nothing: what has an `@` inside must be the whole address. */
function inAddresses({ envelope }: SearchDocument, field: AddressField, { line, address }: Sought): boolean {
  return address === null ? envelope.words[field].includes(line) : envelope.addresses[field].has(address);
}

/** `to:` looks into Cc and Bcc as well. */
export function addressTest(term: TextTerm, field: AddressField, email: string): Costed {
  const fields: readonly AddressField[] = field === 'to' ? ['to', 'cc', 'bcc'] : [field];
  const all = term.text.toLowerCase() === 'me' ? [sought(email, false)] : seek(term);
  return {
    cost: 1,
    test: ({ document }) => all.every((one) => fields.some((name) => inAddresses(document, name, one))),
  };
}
