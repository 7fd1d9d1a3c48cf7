// The operators of the query language and the values that they know, as tables. Knows nothing of what they find.
import type { CategoryName, Feature, Place, State } from './query.ts';

/** How an operator reads what stands behind its colon. */
type ValueKind =
  | 'address'
  | 'text'
  | 'label'
  | 'place'
  | 'state'
  | 'category'
  | 'feature'
  | 'filename'
  | 'header'
  | 'date'
  | 'age'
  | 'size';

interface OperatorRow {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly value: ValueKind;
}

export const operators = [
  { name: 'from', aliases: [], value: 'address' },
  { name: 'to', aliases: [], value: 'address' },
  { name: 'cc', aliases: [], value: 'address' },
  { name: 'bcc', aliases: [], value: 'address' },
  { name: 'subject', aliases: [], value: 'text' },
  { name: 'label', aliases: ['l'], value: 'label' },
  { name: 'in', aliases: [], value: 'place' },
  { name: 'is', aliases: [], value: 'state' },
  { name: 'category', aliases: [], value: 'category' },
  { name: 'has', aliases: [], value: 'feature' },
  { name: 'filename', aliases: [], value: 'filename' },
  { name: 'list', aliases: [], value: 'header' },
  { name: 'deliveredto', aliases: [], value: 'header' },
  { name: 'rfc822msgid', aliases: [], value: 'header' },
  { name: 'after', aliases: ['newer'], value: 'date' },
  { name: 'before', aliases: ['older'], value: 'date' },
  { name: 'newer_than', aliases: [], value: 'age' },
  { name: 'older_than', aliases: [], value: 'age' },
  { name: 'larger', aliases: ['size'], value: 'size' },
  { name: 'smaller', aliases: [], value: 'size' },
] as const satisfies readonly OperatorRow[];

export type Operator = (typeof operators)[number];

const operatorByName: ReadonlyMap<string, Operator> = new Map(
  operators.flatMap((operator) => [operator.name, ...operator.aliases].map((name) => [name, operator] as const)),
);

/** Names ignore case. */
export function operatorNamed(name: string): Operator | undefined {
  return operatorByName.get(name.toLowerCase());
}

type Spellings<Value extends string> = ReadonlyMap<string, Value>;

function spellings<Value extends string>(
  values: readonly Value[],
  aliases: Readonly<Record<string, Value>> = {},
): Spellings<Value> {
  return new Map([...values.map((value) => [value, value] as const), ...Object.entries(aliases)]);
}

export const places: Spellings<Place> = spellings<Place>(
  [
    'inbox',
    'sent',
    'draft',
    'spam',
    'trash',
    'starred',
    'important',
    'unread',
    'chat',
    'all',
    'anywhere',
    'archive',
    'snoozed',
    'scheduled',
  ],
  { drafts: 'draft', chats: 'chat' },
);

export const states: Spellings<State> = spellings<State>([
  'unread',
  'read',
  'starred',
  'important',
  'sent',
  'draft',
  'chat',
  'spam',
  'trash',
  'muted',
  'snoozed',
]);

export const categories: Spellings<CategoryName> = spellings<CategoryName>([
  'primary',
  'social',
  'promotions',
  'updates',
  'forums',
  'reservations',
  'purchases',
]);

export const features: Spellings<Feature> = spellings<Feature>(
  [
    'attachment',
    'userlabels',
    'nouserlabels',
    'drive',
    'document',
    'spreadsheet',
    'presentation',
    'youtube',
    'yellow-star',
    'orange-star',
    'red-star',
    'purple-star',
    'blue-star',
    'green-star',
    'red-bang',
    'orange-guillemet',
    'yellow-bang',
    'green-check',
    'blue-info',
    'purple-question',
  ],
  {
    'yellow-circle': 'yellow-star',
    'orange-circle': 'orange-star',
    'red-circle': 'red-star',
    'purple-circle': 'purple-star',
    'blue-circle': 'blue-star',
    'green-circle': 'green-star',
  },
);
