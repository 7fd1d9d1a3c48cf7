// What is asked of the mailbox: every part of the language, with words that are everywhere, somewhere, rare and nowhere.
// Where notmuch and mu can be asked the same, their words for it stand beside ours.
import { lists, organisations, people } from './mailbox/senders.ts';
import { wordAt } from './mailbox/tongue.ts';

export interface Query {
  readonly text: string;
  /** Somebody is typing: its last word is the beginning of one. */
  readonly typed?: true;
  readonly partsOfWords?: true;
  readonly notmuch?: string;
  readonly mu?: string;
}

/** One that the three say in the same words. */
const everywhere = (text: string): Query => ({ text, notmuch: text, mu: text });

const english = (place: number) => wordAt('en', place);
const german = (place: number) => wordAt('de', place);
const [common, frequent, mid, seldom, rare] = [english(12), english(60), english(400), english(3_000), english(22_000)];
const nowhere = 'qxjzvy';
const persian = wordAt('fa', 30);
const arabic = wordAt('ar', 60);
const chinese = wordAt('zh', 60);
const [, friend, colleague] = people.map(({ email }) => email);
const shop = organisations[0]?.domain ?? '';
const list = `${lists[0]}.lists.example.org`;

const words: readonly Query[] = [
  everywhere(english(0)),
  everywhere(common),
  everywhere(frequent),
  everywhere(mid),
  everywhere(seldom),
  everywhere(rare),
  everywhere(nowhere),
  everywhere(german(30)),
  everywhere(persian),
  everywhere(arabic),
  { text: chinese },
  everywhere('grüßen'),
  { text: `+${mid}` },
  { text: `${common} ${frequent}`, notmuch: `${common} ${frequent}`, mu: `${common} ${frequent}` },
  everywhere(`${common} ${mid} ${frequent}`),
  everywhere(`${common} ${rare}`),
  everywhere(`${common} ${nowhere}`),
];

const phrases: readonly Query[] = [
  everywhere('"let me know"'),
  everywhere('"quarterly report"'),
  everywhere(`"${english(0)} ${common}"`),
  everywhere('"the usability study" budget'),
  { text: 'well-known', notmuch: '"well known"' },
  { text: '3.14' },
  { text: 'rent AROUND 5 june' },
  { text: `${common} AROUND 3 ${frequent}` },
  { text: `"let AROUND 2 know"` },
];

const combined: readonly Query[] = [
  { text: `${mid} OR ${seldom}`, notmuch: `${mid} or ${seldom}`, mu: `${mid} or ${seldom}` },
  {
    text: `{${frequent} ${mid} ${nowhere}}`,
    notmuch: `${frequent} or ${mid} or ${nowhere}`,
    mu: `${frequent} or ${mid} or ${nowhere}`,
  },
  {
    text: `${common} (${mid} OR ${rare})`,
    notmuch: `${common} and (${mid} or ${rare})`,
    mu: `${common} and (${mid} or ${rare})`,
  },
  { text: `${frequent} -${common}`, notmuch: `${frequent} and not ${common}`, mu: `${frequent} and not ${common}` },
  { text: `-${common}`, notmuch: `not ${common}`, mu: `not ${common}` },
  {
    text: `-(${common} OR ${english(0)})`,
    notmuch: `not (${common} or ${english(0)})`,
    mu: `not (${common} or ${english(0)})`,
  },
  { text: `-{from:${friend} from:${colleague}}`, notmuch: `not (from:${friend} or from:${colleague})` },
];

const correspondents: readonly Query[] = [
  { text: 'from:me', notmuch: 'from:ada@example.org', mu: 'from:ada@example.org' },
  { text: 'to:me', notmuch: 'to:ada@example.org' },
  { text: `from:${friend}`, notmuch: `from:${friend}`, mu: `from:${friend}` },
  { text: 'from:anna', notmuch: 'from:anna', mu: 'from:anna' },
  { text: `from:${shop}`, notmuch: `from:${shop}` },
  { text: `from:${friend} to:me`, notmuch: `from:${friend} and to:ada@example.org` },
  {
    text: `from:(${friend} OR ${colleague})`,
    notmuch: `from:${friend} or from:${colleague}`,
    mu: `from:${friend} or from:${colleague}`,
  },
  { text: `to:${friend} from:me`, notmuch: `to:${friend} and from:ada@example.org` },
  { text: `cc:${colleague}`, mu: `cc:${colleague}` },
  { text: `bcc:${friend} in:sent` },
  { text: `list:${list}`, mu: `list:${list}` },
  { text: 'deliveredto:ada@example.org' },
  {
    text: 'rfc822msgid:<nobody@nowhere.example>',
    notmuch: 'id:nobody@nowhere.example',
    mu: 'msgid:nobody@nowhere.example',
  },
];

const fields: readonly Query[] = [
  { text: `subject:${mid}`, notmuch: `subject:${mid}`, mu: `subject:${mid}` },
  { text: 'subject:"late invoice"', notmuch: 'subject:"late invoice"', mu: 'subject:"late invoice"' },
  {
    text: `subject:(${common} ${frequent})`,
    notmuch: `subject:${common} and subject:${frequent}`,
    mu: `subject:${common} and subject:${frequent}`,
  },
  { text: `subject:+${frequent}` },
  { text: `subject:(-${common} ${frequent})`, notmuch: `subject:${frequent} and not subject:${common}` },
  { text: 'has:attachment', notmuch: 'tag:attachment', mu: 'flag:attach' },
  { text: `has:attachment ${common}`, notmuch: `tag:attachment and ${common}`, mu: `flag:attach and ${common}` },
  { text: 'filename:pdf', notmuch: 'attachment:pdf' },
  { text: 'filename:{png jpg}', notmuch: 'attachment:png or attachment:jpg' },
  { text: 'has:spreadsheet' },
  { text: 'larger:1M' },
  { text: 'size:500000 smaller:1M' },
];

const labels: readonly Query[] = [
  { text: '', notmuch: '*', mu: '""' },
  { text: 'in:inbox', notmuch: 'tag:inbox', mu: 'tag:inbox' },
  { text: 'in:inbox is:unread', notmuch: 'tag:inbox and tag:unread', mu: 'tag:inbox and tag:unread' },
  { text: 'is:starred is:important', notmuch: 'tag:starred and tag:important', mu: 'tag:starred and tag:important' },
  { text: 'in:sent', notmuch: 'tag:sent', mu: 'tag:sent' },
  { text: 'in:archive' },
  { text: `in:trash ${common}` },
  { text: `in:anywhere ${mid}` },
  { text: 'label:work-clients-harbour-museum', notmuch: 'tag:label_7', mu: 'tag:label_7' },
  { text: `label:work ${common}`, notmuch: `tag:label_1 and ${common}`, mu: `tag:label_1 and ${common}` },
  { text: `label:someday ${frequent}`, notmuch: `tag:label_40 and ${frequent}`, mu: `tag:label_40 and ${frequent}` },
  { text: `label:(work family)`, notmuch: 'tag:label_1 and tag:label_2', mu: 'tag:label_1 and tag:label_2' },
  {
    text: `category:promotions ${mid}`,
    notmuch: `tag:category_promotions and ${mid}`,
    mu: `tag:category_promotions and ${mid}`,
  },
  { text: `has:nouserlabels ${common}` },
  { text: `${mid} -in:inbox`, notmuch: `${mid} and not tag:inbox`, mu: `${mid} and not tag:inbox` },
];

const dates: readonly Query[] = [
  { text: 'after:2026/01/05', notmuch: 'date:2026-01-05..', mu: 'date:20260105..' },
  { text: `after:2020/01/01 before:2020/02/01`, notmuch: 'date:2020-01-01..2020-01-31', mu: 'date:20200101..20200131' },
  {
    text: `before:2016/01/01 ${common}`,
    notmuch: `date:..2015-12-31 and ${common}`,
    mu: `date:..20151231 and ${common}`,
  },
  { text: `before:2016/01/01 ${rare}`, notmuch: `date:..2015-12-31 and ${rare}`, mu: `date:..20151231 and ${rare}` },
  { text: `newer_than:3m ${mid}` },
  { text: `older_than:10y` },
  { text: `from:${friend} {subject:${mid} subject:${frequent}} has:attachment newer_than:5y` },
];

const beginning = (text: string): Query => ({ text, typed: true, notmuch: `${text}*`, mu: `${text}*` });
const typed: readonly Query[] = [
  beginning('q'),
  beginning(english(0).slice(0, 2)),
  beginning('qua'),
  beginning('quart'),
  beginning(rare.slice(0, 5)),
  { text: `from:ann`, typed: true, notmuch: 'from:ann*', mu: 'from:ann*' },
  { text: `${common} inv`, typed: true, notmuch: `${common} and inv*`, mu: `${common} and inv*` },
  { text: 'subject:re', typed: true, notmuch: 'subject:re*', mu: 'subject:re*' },
];

const parts: readonly Query[] = [
  { text: 'sabil', partsOfWords: true },
  { text: rare.slice(1, 5), partsOfWords: true },
  { text: '*nvoic*' },
];

export const queries: readonly Query[] = [
  ...labels,
  ...words,
  ...phrases,
  ...combined,
  ...correspondents,
  ...fields,
  ...dates,
  ...typed,
  ...parts,
];

/** What somebody types into the filter box, letter by letter. */
export const typedQueries: readonly string[] = [
  'quarterly report',
  'from:anna invoice',
  'is:unread meeting',
  `${german(30)} rechnung`,
  'subject:late',
  'label:work -newsletter',
];
