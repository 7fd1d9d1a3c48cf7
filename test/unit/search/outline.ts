// Shows a tree in one line, in a notation that is not the query language's own, so that tests can state it.
import type { Moment, Query } from '../../../electron/search/query.ts';

const moment = (value: Moment) =>
  typeof value === 'number' ? `@${value}` : [value.year, value.month, value.day].join('-');

export function outline(query: Query | null): string {
  if (query === null) return 'everything';
  switch (query.kind) {
    case 'and':
      return `all(${query.parts.map(outline).join(', ')})`;
    case 'or':
      return `any(${query.parts.map(outline).join(', ')})`;
    case 'not':
      return `not(${outline(query.part)})`;
    case 'phrase': {
      const end = query.beginning ? '*' : query.unfinished ? '…' : '';
      return `${query.field} ${query.exact ? '=' : ''}${query.words.join('_')}${end}`;
    }
    case 'part':
      return `${query.field} *${query.part}*`;
    case 'around':
      return `${query.field} ${query.left.join('_')} ${query.ordered ? '>' : '~'}${query.within} ${query.right.join('_')}`;
    case 'address':
      return `${query.field} <${query.address}>`;
    case 'domain':
      return `${query.field} @${query.domain}`;
    case 'me':
      return `${query.field} ME`;
    case 'label':
      return `label ${query.name}${query.unfinished ? '…' : ''}`;
    case 'in':
      return `in ${query.place}`;
    case 'is':
      return `is ${query.state}`;
    case 'category':
      return `category ${query.category}`;
    case 'has':
      return `has ${query.feature}`;
    case 'filename':
      return `filename ${query.name}${query.unfinished ? '…' : ''}`;
    case 'list':
      return `list ${query.list}${query.unfinished ? '…' : ''}`;
    case 'deliveredto':
      return `deliveredto ${query.address}`;
    case 'rfc822msgid':
      return `rfc822msgid ${query.id}`;
    case 'date':
      return `${query.bound} ${moment(query.moment)}`;
    case 'age':
      return `${query.bound} ${query.count}${query.unit}`;
    case 'size':
      return `${query.bound} ${query.bytes}`;
    case 'unknown':
      return `unknown ${query.operator} ${query.value}`;
  }
}

/** The tree as it means, without where it stood. */
export function meaning(query: Query | null): unknown {
  return JSON.parse(JSON.stringify(query, (key, value: unknown) => (key === 'span' ? undefined : value)));
}
