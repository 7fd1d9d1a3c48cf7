// Whether a message is meant by a tree, worked out on the message itself: slowly, plainly, and without what the program
// uses for it (no SQL, no word index, no date or label code of its own, no rule for variants but a list of them). What
// only Gmail knows is not asked of it.
import type { Address, Label, Message } from '../../../electron/contract/model.ts';
import type {
  Address as AddressTerm,
  Around,
  Feature,
  Moment,
  Part,
  Phrase,
  Place,
  Query,
  TextField,
} from '../../../electron/search/query.ts';
import { waysToWrite } from './families.ts';

export interface EvaluationContext {
  readonly now: number;
  readonly labels: readonly Label[];
  readonly ownAddresses: readonly string[];
}

type Tokens = readonly string[];

/** Marks go with the scripts that can do without them; elsewhere they are letters. */
const plain = (text: string) =>
  Array.from(text.normalize('NFC'), (letter) => {
    if (/\p{Script=Latin}|\p{Script=Greek}|[Ёё]/u.test(letter)) return letter.normalize('NFD').charAt(0);
    return /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]/.test(letter) ? '' : letter;
  })
    .join('')
    .toLowerCase();

const tokens = (text: string): Tokens =>
  plain(text)
    .split(/[^\p{L}\p{N}\p{M}_]+/u)
    .filter(Boolean);

const written = (addresses: readonly Address[]) => addresses.map(({ name, email }) => `${name} ${email}`).join(' ');

/** The names of files stand one behind the other, like addresses do. */
const fileNames = (message: Message) =>
  message.attachments.flatMap(({ filename }) =>
    filename.includes('_') ? [filename, filename.replaceAll('_', ' ')] : [filename],
  );

/** `said`: subject and body. */
type Field = TextField | 'text' | 'said' | 'filename';

/** Read once, however many queries are asked. */
const read = new WeakMap<Message, Map<Field, readonly Tokens[]>>();

function columns(message: Message, field: Field): readonly Tokens[] {
  const known = read.get(message) ?? new Map<Field, readonly Tokens[]>();
  const found = known.get(field) ?? columnsOf(message, field);
  read.set(message, known.set(field, found));
  return found;
}

function columnsOf(message: Message, field: Field): readonly Tokens[] {
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
    case 'said':
      return text.slice(0, 2);
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

/** `open`: the last word is the beginning of one. */
const holds = (column: Tokens, sequence: Tokens, open = false): boolean =>
  column.some((_, at) =>
    sequence.every((word, index) => {
      const there = column[at + index] ?? '';
      return open && index === sequence.length - 1 ? there.startsWith(word) : there === word;
    }),
  );

const has = (message: Message, field: Field, words: string, open = false) =>
  columns(message, field).some((column) => holds(column, tokens(words), open));

/** A word that is not quoted is found in other forms too, but not in names, of people or of files. */
function isSaid(message: Message, { field, words, exact, unfinished }: Phrase): boolean {
  if (has(message, field, words.join(' '), unfinished)) return true;
  // The beginning of a word has no other forms yet.
  if (exact || unfinished || (field !== 'any' && field !== 'subject')) return false;
  const ways = new Set(waysToWrite(words.join('')));
  return columns(message, field === 'any' ? 'said' : 'subject').some((column) => column.some((word) => ways.has(word)));
}

function isInside(message: Message, { field, part }: Part): boolean {
  const names = message.attachments.map(({ filename }) => filename);
  const people = (key: 'from' | 'to' | 'cc' | 'bcc') => written(message[key]);
  const everybody = [people('from'), people('to'), people('cc'), people('bcc')];
  const texts = {
    any: [message.subject, message.text, ...names, ...everybody],
    subject: [message.subject],
    filename: names,
    from: [people('from')],
    to: everybody.slice(1),
    cc: [people('cc')],
    bcc: [people('bcc')],
  };
  return texts[field].some((text) => plain(text).includes(plain(part)));
}

function isMine(email: string, own: readonly string[]): boolean {
  const google = (address: string) => {
    const [local = '', domain = ''] = address.toLowerCase().split('@');
    const [name = ''] = local.split('+');
    return /^(gmail|googlemail)\.com$/.test(domain) ? `${name.split('.').join('')}@google` : `${name}@${domain}`;
  };
  return own.some((address) => google(address) === google(email));
}

function addressesOf(message: Message, field: 'any' | 'from' | 'to' | 'cc' | 'bcc'): readonly Address[] {
  const { from, to, cc, bcc } = message;
  if (field === 'any') return [...from, ...to, ...cc, ...bcc];
  return field === 'to' ? [...to, ...cc, ...bcc] : message[field];
}

const signs = ' "&()-/{}|';

/** As a label is typed: a dash for all that can't be. */
const dashed = (name: string) =>
  [...name.normalize('NFC').toLowerCase()]
    .map((sign) => (signs.includes(sign) ? ' ' : sign))
    .join('')
    .split(/\s+/)
    .filter(Boolean)
    .join('-');

/** By its whole name, else by what stands behind one of its slashes. */
function labelsMeant(labels: readonly Label[], name: string): readonly Label[] {
  const system = { drafts: 'DRAFT', chats: 'CHAT' }[name] ?? name.toUpperCase();
  const whole = labels.filter(({ id, name: full }) => dashed(full) === name || id === system);
  if (whole.length > 0) return whole;
  return labels.filter(({ name: full }) =>
    full.split('/').some((_, at, steps) => at > 0 && dashed(steps.slice(at).join('/')) === name),
  );
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

function near(column: Tokens, { left, right, within, ordered }: Around): boolean {
  const [first, second] = [tokens(left.join(' ')), tokens(right.join(' '))];
  const gap = (a: number, b: number) => (a <= b ? b - a - first.length : a - b - second.length);
  return positions(column, first).some((a) =>
    positions(column, second).some((b) => gap(a, b) <= within && (!ordered || a < b)),
  );
}

const labelOf: Readonly<Record<string, string>> = {
  primary: 'CATEGORY_PERSONAL',
  social: 'CATEGORY_SOCIAL',
  promotions: 'CATEGORY_PROMOTIONS',
  updates: 'CATEGORY_UPDATES',
  forums: 'CATEGORY_FORUMS',
};

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

function hasFeature(feature: Feature, message: Message, labels: readonly Label[]): boolean {
  const own = labels.some(({ id, type }) => type === 'user' && message.labelIds.includes(id));
  if (feature === 'attachment') return message.attachments.length > 0;
  if (feature === 'userlabels') return own;
  return feature === 'nouserlabels' ? !own : message.links.some((link) => link === feature);
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
      return isSaid(message, query);
    case 'part':
      return isInside(message, query);
    case 'around':
      return columns(message, query.field).some((column) => near(column, query));
    case 'address':
      return isAddressed(query, message, ownAddresses);
    case 'domain':
      return has(message, query.field, query.domain);
    case 'me':
      return addressesOf(message, query.field).some(({ email }) => isMine(email, ownAddresses));
    case 'label':
      return labelsMeant(labels, query.name).some(({ id }) => labelled(id));
    case 'in':
      return isIn(query.place, message);
    case 'is':
      return query.state === 'read' ? !labelled('UNREAD') : labelled(query.state.toUpperCase());
    case 'category':
      return labelled(labelOf[query.category] ?? '');
    case 'has':
      return hasFeature(query.feature, message, labels);
    case 'filename':
      return has(message, 'filename', query.name.replaceAll('_', ' '), query.unfinished);
    case 'list': {
      const values = header(message, ['list-id', 'list-post', 'mailing-list']);
      return values.some((value) => holds(tokens(value), tokens(query.list), query.unfinished));
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
