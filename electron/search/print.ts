// Tree → query text that is parsed into the same tree. Every OR group stands in brackets.
import { writtenDay } from './dates.ts';
import type { Moment, Part, Phrase, Query, Term, TextField } from './query.ts';

/** For a value that is no words: bare where it can be read back so. */
const raw = (value: string) => (/^[^\s"(){}:+][^\s"(){}:]*$/.test(value) ? value : `"${value}"`);

const inField = (field: Part['field'], text: string) => (field === 'any' ? text : `${field}:${text}`);

function phrase({ field, words, exact, beginning }: Phrase): string {
  if (words.length > 1) return inField(field, `"${words.join(' ')}"`);
  if (beginning) return inField(field, `${words.join('')}*`);
  return inField(field, `${exact ? '+' : ''}${words.join('')}`);
}

/** Unquoted, a word in an address field might be `me` or a domain. */
const nearby = (field: TextField, words: readonly string[]) =>
  words.length > 1 || (field !== 'any' && field !== 'subject') ? `"${words.join(' ')}"` : words.join('');

function moment(value: Moment): string {
  if (typeof value !== 'number') return writtenDay(value);
  const seconds = value / 1000;
  return Number.isInteger(seconds) && /^\d{9,10}$/.test(String(seconds))
    ? String(seconds)
    : String(value).padStart(13, '0');
}

function term(query: Term): string {
  switch (query.kind) {
    case 'phrase':
      return phrase(query);
    case 'part':
      return inField(query.field, `*${query.part}*`);
    case 'around': {
      const { field, left, right, within } = query;
      if (query.ordered) return inField(field, `"${left.join(' ')} AROUND ${within} ${right.join(' ')}"`);
      const text = `${nearby(field, left)} AROUND ${within} ${nearby(field, right)}`;
      return field === 'any' ? text : inField(field, `(${text})`);
    }
    case 'address':
      return inField(query.field, query.address);
    case 'domain':
      return inField(query.field, query.domain);
    case 'me':
      return inField(query.field, 'me');
    case 'label':
      return `label:${raw(query.name)}`;
    case 'in':
      return `in:${query.place}`;
    case 'is':
      return `is:${query.state}`;
    case 'category':
      return `category:${query.category}`;
    case 'has':
      return `has:${query.feature}`;
    case 'filename':
      // A star would make a part of it.
      return `filename:${/^\*|\*$/.test(query.name) ? `"${query.name}"` : raw(query.name)}`;
    case 'list':
      return `list:${raw(query.list)}`;
    case 'deliveredto':
      return `deliveredto:${raw(query.address)}`;
    case 'rfc822msgid':
      return `rfc822msgid:${raw(query.id)}`;
    case 'date':
      return `${query.bound}:${moment(query.moment)}`;
    case 'age':
      return `${query.bound}_than:${query.count}${query.unit}`;
    case 'size':
      return `${query.bound}:${query.bytes}`;
    case 'unknown':
      return `${query.operator}:${raw(query.value)}`;
  }
}

/** Tighter than the sign before it. */
function negated(part: Query): string {
  const text = print(part);
  const isGroup = part.kind === 'and' || (part.kind === 'around' && part.field === 'any' && !part.ordered);
  return isGroup ? `-(${text})` : `-${text}`;
}

export function print(query: Query | null): string {
  if (query === null) return '';
  if (query.kind === 'and') return query.parts.map(print).join(' ');
  if (query.kind === 'or')
    return `(${query.parts.map((part) => (part.kind === 'and' ? `(${print(part)})` : print(part))).join(' OR ')})`;
  return query.kind === 'not' ? negated(query.part) : term(query);
}

/** As it stands in the text that it was read from. Within the brackets of its field a term has no name of the field. */
export function asTyped(query: Query, text: string): string {
  const typed = text.slice(...query.span);
  return typed.includes(':') ? typed : print(query);
}
