// Whether a message is meant by a tree, worked out on the message itself: slowly, plainly, and without what the program
// uses for it (no SQL, no word index, no date or label code of its own). What only Gmail knows is not asked of it.
import type { Address, Label, Message } from '../../../electron/contract/model.ts';
import type { Address as AddressTerm, Moment, Place, Query, TextField } from '../../../electron/search/query.ts';

export interface EvaluationContext {
  readonly now: number;
  readonly labels: readonly Label[];
  readonly ownAddresses: readonly string[];
}

type Tokens = readonly string[];

const tokens = (text: string): Tokens =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}_]+/u)
    .filter(Boolean);

const written = (addresses: readonly Address[]) => addresses.map(({ name, email }) => `${name} ${email}`).join(' ');

/** The names of files stand one behind the other, like addresses do. */
const fileNames = (message: Message) =>
  message.attachments.flatMap(({ filename }) =>
    filename.includes('_') ? [filename, filename.replaceAll('_', ' ')] : [filename],
  );

function columns(message: Message, field: TextField | 'text' | 'filename'): Tokens[] {
  const files = tokens(fileNames(message).join(' '));
  const text = [tokens(message.subject), tokens(message.text), files];
  const address = (key: 'from' | 'to' | 'cc' | 'bcc') => tokens(written(message[key]));
  switch (field) {
    case 'subject':
      return [tokens(message.subject)];
    case 'filename':
      return [files];
    case 'text':
      return text;
    case 'any':
      return [...text, address('from'), address('to'), address('cc'), address('bcc')];
    case 'to':
      return [address('to'), address('cc'), address('bcc')];
    default:
      return [address(field)];
  }
}

const positions = (column: Tokens, sequence: Tokens): number[] =>
  column.flatMap((_, at) => (sequence.every((word, index) => column[at + index] === word) ? [at] : []));

const has = (message: Message, field: TextField | 'text' | 'filename', words: string) =>
  columns(message, field).some((column) => positions(column, tokens(words)).length > 0);

function isMine(email: string, own: readonly string[]): boolean {
  const plain = (address: string) => {
    const [local = '', domain = ''] = address.toLowerCase().split('@');
    const [name = ''] = local.split('+');
    return /^(gmail|googlemail)\.com$/.test(domain) ? `${name.split('.').join('')}@google` : `${name}@${domain}`;
  };
  return own.some((address) => plain(address) === plain(email));
}

function addressesOf(message: Message, field: 'any' | 'from' | 'to' | 'cc' | 'bcc'): readonly Address[] {
  const { from, to, cc, bcc } = message;
  if (field === 'any') return [...from, ...to, ...cc, ...bcc];
  return field === 'to' ? [...to, ...cc, ...bcc] : message[field];
}

function labelMeant(label: Label, name: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .split(/[^a-z0-9_]+/)
      .filter(Boolean)
      .join('-');
  return plain(label.name) === name;
}

const midnight = (moment: Moment) =>
  typeof moment === 'number' ? moment : new Date(moment.year, moment.month - 1, moment.day).getTime();

function ago(now: number, count: number, unit: string): number {
  const hours = { h: 1, d: 24, w: 168 }[unit];
  if (hours !== undefined) return now - count * hours * 3_600_000;
  const date = new Date(now);
  const day = date.getDate();
  date.setDate(1);
  if (unit === 'm') date.setMonth(date.getMonth() - count);
  else date.setFullYear(date.getFullYear() - count);
  const last = new Date(date.getFullYear(), date.getMonth() + 1, 0).getDate();
  date.setDate(Math.min(day, last));
  return date.getTime();
}

const header = (message: Message, names: readonly string[]) =>
  message.headers.filter(({ name }) => names.includes(name.toLowerCase())).map(({ value }) => value.toLowerCase());

function near(column: Tokens, left: Tokens, right: Tokens, within: number): boolean {
  const gap = (a: number, b: number) => (a <= b ? b - a - left.length : a - b - right.length);
  return positions(column, left).some((a) => positions(column, right).some((b) => gap(a, b) <= within));
}

const labelOf: Readonly<Record<string, string>> = { primary: 'CATEGORY_PERSONAL', promotions: 'CATEGORY_PROMOTIONS' };

function isAddressed({ address, field }: AddressTerm, message: Message, own: readonly string[]): boolean {
  const mine = isMine(address, own) && !address.includes('+');
  const isMeant = (email: string) => (mine ? isMine(email, own) : email.toLowerCase() === address);
  const meant = addressesOf(message, field).some(({ email }) => isMeant(email));
  return meant || (field === 'any' && has(message, 'text', address));
}

function isIn(place: Place, { labelIds }: Message): boolean {
  const none = (...ids: readonly string[]) => !ids.some((id) => labelIds.includes(id));
  if (place === 'anywhere') return true;
  if (place === 'all') return none('SPAM', 'TRASH');
  if (place === 'archive') return none('INBOX', 'SENT', 'DRAFT', 'SPAM', 'TRASH', 'CHAT');
  return labelIds.includes(place.toUpperCase());
}

/** Without Spam and Trash being left out by default. */
export function evaluate(query: Query, message: Message, context: EvaluationContext): boolean {
  const within = (part: Query) => evaluate(part, message, context);
  const labelled = (id: string) => message.labelIds.includes(id);
  const { labels, ownAddresses, now } = context;
  switch (query.kind) {
    case 'and':
      return query.parts.every(within);
    case 'or':
      return query.parts.some(within);
    case 'not':
      return !within(query.part);
    case 'phrase':
      return has(message, query.field, query.words.join(' '));
    case 'around': {
      const [left, right] = [tokens(query.left.join(' ')), tokens(query.right.join(' '))];
      return columns(message, query.field).some((column) => near(column, left, right, query.within));
    }
    case 'address':
      return isAddressed(query, message, ownAddresses);
    case 'domain':
      return has(message, query.field, query.domain);
    case 'me':
      return addressesOf(message, query.field).some(({ email }) => isMine(email, ownAddresses));
    case 'label': {
      const known = labels.filter((label) => labelMeant(label, query.name));
      return known.some(({ id }) => labelled(id));
    }
    case 'in':
      return isIn(query.place, message);
    case 'is':
      return query.state === 'read' ? !labelled('UNREAD') : labelled(query.state.toUpperCase());
    case 'category':
      return labelled(labelOf[query.category] ?? '');
    case 'has': {
      const own = labels.some(({ id, type }) => type === 'user' && labelled(id));
      if (query.feature === 'attachment') return message.attachments.length > 0;
      return query.feature === 'userlabels' ? own : !own;
    }
    case 'filename':
      return has(message, 'filename', query.name.replaceAll('_', ' '));
    case 'list': {
      const values = header(message, ['list-id', 'list-post', 'mailing-list']);
      return values.some((value) => positions(tokens(value), tokens(query.list)).length > 0);
    }
    case 'deliveredto':
      return header(message, ['delivered-to']).includes(query.address);
    case 'rfc822msgid':
      return header(message, ['message-id']).some((value) => value.replace(/[<>]/g, '') === query.id);
    case 'date':
      return message.receivedAt >= midnight(query.moment) === (query.bound === 'after');
    case 'age':
      return message.receivedAt >= ago(now, query.count, query.unit) === (query.bound === 'newer');
    case 'size':
      return query.bound === 'larger' ? message.sizeBytes > query.bytes : message.sizeBytes < query.bytes;
    case 'unknown':
      return false;
  }
}
