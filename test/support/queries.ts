// Queries without number over a vocabulary, and mail that is made of the same words, so that most queries find something
// and few find everything. The same for the same seed.
import fc from 'fast-check';
import type { Address, Label, Message } from '../../electron/contract/model.ts';
import { message } from './messages.ts';

/** What queries are made of. Where a list is empty, nothing of its kind is asked. */
export interface Vocabulary {
  /** In the text of messages; phrases in quotes too. */
  readonly words: readonly string[];
  /** Parts and beginnings of words, with their stars. */
  readonly starred: readonly string[];
  /** Whatever an address field may be asked for. */
  readonly people: readonly string[];
  /** Whole addresses, and what looks like one. */
  readonly addresses: readonly string[];
  readonly files: readonly string[];
  /** Of `in:`, besides labels. */
  readonly places: readonly string[];
  /** As they are typed. */
  readonly labels: readonly string[];
  /** Whole terms that name a header or a kind of link. */
  readonly terms: readonly string[];
  readonly dates: readonly string[];
  readonly ages: readonly string[];
  readonly sizes: readonly string[];
  /** How far apart words may be; for AROUND. */
  readonly distances: readonly number[];
}

const texts =
  'cat dog tax late invoice invoices invoicing colour color party parties run running usable usability report organise organized snake_case Zoë 3.14 b все всё محمد مُحَمَّد दिन दान Γειά';

export const vocabulary: Vocabulary = {
  words: [
    ...texts.split(' '),
    'zoe',
    'pdf',
    'example',
    'late-invoice',
    'missing',
    '"cat dog"',
    '+invoice',
    '"report"',
    'ΓΕΙΑ',
    'γειά',
  ],
  starred: ['*voic*', '*late', 'invo*', 'run*', '*ake_c*', '*zo*', '*xyz*', 'col*'],
  people: ['me', 'amy', 'cat', 'amy@example.org', 'example.org', 'js@work.org', 'john.smith@gmail.com', 'amy@example'],
  addresses: ['amy@example.org', 'js@work.org', 'amy@example'],
  files: ['pdf', 'late', 'late_invoice.pdf', 'cat.png', 'zoe', 'case', '*ate_inv*', 'cat*'],
  labels: [
    'my-family',
    'work',
    'work/clients',
    'clients',
    '"a & (b) | {c}"',
    'a-b-c',
    'été',
    'تحصیل',
    'gog-pr',
    'nowhere',
  ],
  places: ['all', 'anywhere', 'archive'],
  terms: [
    'list:cat.dog',
    'list:dog@example.org',
    'list:at.dog',
    'deliveredto:amy@example.org',
    'deliveredto:amy',
    'rfc822msgid:tax.1@example.org',
    'rfc822msgid:<Tax.1@example.org>',
    'rfc822msgid:tax',
    ...['drive', 'document', 'spreadsheet', 'presentation', 'youtube'].map((link) => `has:${link}`),
  ],
  dates: ['2026/03/29', '2026/03/30', '03/29/2026', '2026', '2026/08', '1774738800', '1774821599', '1774821599000'],
  ages: ['2d', '3m', '1y', '48h', '12w'],
  sizes: ['1K', '1000', '10', '5K'],
  distances: [0, 1, 2, 3],
};

/** What may be where such queries are asked. */
export const queryLabels: readonly Label[] = [
  ...['INBOX', 'SENT', 'DRAFT', 'SPAM', 'TRASH', 'UNREAD', 'STARRED', 'IMPORTANT'].map((id) => [id, id]),
  ...['PERSONAL', 'SOCIAL', 'PROMOTIONS'].map((name) => [`CATEGORY_${name}`, `CATEGORY_${name}`]),
  ...['My family', 'work', 'Work/Clients', 'A & (b) | {c}', 'Été', 'تحصیل', 'gog/pr', 'gog-pr'].map((name, index) => [
    `L${index + 1}`,
    name,
  ]),
].map(([id = '', name = '']) => ({
  id,
  name,
  type: id.startsWith('L') ? 'user' : 'system',
  listVisibility: 'show',
  messageVisibility: 'show',
  colour: null,
}));

const oneOf = (...arbitraries: readonly (fc.Arbitrary<string> | null)[]) =>
  fc.oneof(...arbitraries.filter((one) => one !== null));
const among = (values: readonly string[]) => (values.length > 0 ? fc.constantFrom(...values) : null);
const valued = (names: readonly string[], values: readonly string[]) =>
  values.length > 0
    ? fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values)).map(([name, value]) => `${name}:${value}`)
    : null;

function near({ words, distances }: Vocabulary): fc.Arbitrary<string> | null {
  if (distances.length === 0) return null;
  const plain = words.filter((one) => !/^[+"]/.test(one));
  const around = fc.tuple(fc.constantFrom(...plain), fc.constantFrom(...distances), fc.constantFrom(...plain));
  return fc
    .tuple(around, fc.boolean(), fc.constantFrom('', 'subject:'))
    .map(([[left, within, right], ordered, field]) => {
      const text = `${left} AROUND ${within} ${right}`;
      if (ordered) return `${field}"${text}"`;
      return field === '' ? text : `${field}(${text})`;
    });
}

const fields = ['from', 'to', 'cc', 'bcc'];
const states = ['sent', 'draft', 'spam', 'trash', 'unread', 'starred', 'important'];

function term(of: Vocabulary): fc.Arbitrary<string> {
  return oneOf(
    among(of.words),
    among(of.words),
    among(of.starred),
    near(of),
    valued(fields, of.people),
    valued(fields, of.starred),
    among(of.addresses),
    valued(['subject'], [...of.words, ...of.starred]),
    valued(['filename'], of.files),
    valued(['in', 'label', 'is'], states),
    valued(['in', 'label'], ['inbox']),
    valued(['in'], of.places),
    valued(['label', 'l', 'in'], of.labels),
    among(['is:read', 'is:nonsense', 'category:promotions', 'category:primary', 'category:social']),
    valued(['has'], ['attachment', 'userlabels', 'nouserlabels']),
    among(of.terms),
    valued(['after', 'before', 'newer', 'older'], of.dates),
    valued(['newer_than', 'older_than'], of.ages),
    valued(['larger', 'smaller', 'size'], of.sizes),
  );
}

/** Terms in groups in groups. */
export function queries(of: Vocabulary = vocabulary): fc.Arbitrary<string> {
  const values: Readonly<Record<string, readonly string[]>> = { from: of.people, to: of.people, subject: of.words };
  const group = fc
    .constantFrom(...Object.keys(values))
    .chain((name) =>
      fc
        .tuple(
          fc.array(fc.constantFrom(...(values[name] ?? [])), { minLength: 1, maxLength: 3 }),
          fc.constantFrom('()', '{}'),
        )
        .map(([all, brackets]) => `${name}:${brackets[0]}${all.join(' ')}${brackets[1]}`),
    );
  return fc.letrec<{ query: string; part: string }>((tie) => ({
    query: fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
    part: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      term(of),
      fc.tuple(tie('part'), tie('part')).map(([left, right]) => `${left} OR ${right}`),
      tie('query').map((inner) => `(${inner})`),
      tie('query').map((inner) => `-(${inner})`),
      tie('query').map((inner) => `{${inner}}`),
      group,
    ),
  })).query;
}

/** So many different ones. */
export function generatedQueries(count: number, seed: number, of: Vocabulary = vocabulary): readonly string[] {
  const found = new Set<string>();
  const arbitrary = queries(of);
  for (let round = 0; found.size < count; round++)
    for (const text of fc.sample(arbitrary, { numRuns: count, seed: seed + round * 7_919 })) found.add(text);
  return [...found].slice(0, count);
}

const people: readonly Address[] = [
  { name: 'Amy Cat', email: 'amy@example.org' },
  { name: '', email: 'cat.dog@example.org' },
  { name: 'John', email: 'j.ohnsmith+tax@gmail.com' },
  { name: 'Me', email: 'js+late@Work.org' },
  { name: 'dog', email: 'ajs@work.org' },
  { name: 'Invoices', email: 'amy@example.org.uk' },
];
/** One's own are John's and the other one's at work. */
export const queryOwnAddresses: readonly string[] = ['john.smith@gmail.com', 'js@work.org'];

const instants = ['2026-11-20T11:00:00Z', '2026-08-22T10:00:00Z', '2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z'];
const links = ['drive', 'document', 'spreadsheet', 'presentation', 'youtube'] as const;

const words = (maxLength: number) =>
  fc.array(fc.constantFrom(...texts.split(' ')), { maxLength }).map((all) => all.join(' '));
const somebody = fc.subarray([...people], { maxLength: 2 });

const anyMessage: fc.Arbitrary<Partial<Message>> = fc
  .record({
    subject: words(3),
    text: words(8),
    from: fc.subarray([...people], { minLength: 1, maxLength: 1 }),
    to: somebody,
    cc: somebody,
    bcc: somebody,
    labelIds: fc.subarray(queryLabels.map(({ id }) => id)),
    sizeBytes: fc.constantFrom(10, 1024, 5000),
    receivedAt: fc.constantFrom(...instants).map((instant) => Date.parse(instant)),
    links: fc.subarray([...links], { maxLength: 2 }),
    files: fc.subarray(['late_invoice.pdf', 'cat.png', 'Zoë.docx', 'tax'], { maxLength: 2 }),
    headers: fc.subarray([
      { name: 'List-ID', value: 'Cat lovers <cat.dog.example.org>' },
      { name: 'Delivered-To', value: 'amy@example.org' },
      { name: 'Message-Id', value: '<Tax.1@example.org>' },
    ]),
  })
  .map(({ files, ...fields }) => ({
    ...fields,
    attachments: files.map((filename) => ({ partId: '1', filename, mimeType: 'text/plain', sizeBytes: 1 })),
  }));

export function generatedMessages(count: number, seed: number): readonly Message[] {
  return fc.sample(anyMessage, { numRuns: count, seed }).map(message);
}
