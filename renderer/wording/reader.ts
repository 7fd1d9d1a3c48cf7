// What the window says where mail is read, in English: around a message, about what it shows, and in finding. A part of `wording`.
import type { Contact, Omission } from '../../electron/contract/body.ts';
import type { Cut } from '../../electron/mail/frame.ts';
import type { KeptOut, Outcome, Refusal } from '../content/remote.ts';
import { count } from './count.ts';
import { number, size } from './format.ts';

export const reader = {
  name: 'Message',
  conversation: 'Messages of the conversation, oldest first',
  fold: 'Fold this message away',
  onItsWay: 'On its way to this computer.',
  nothing: 'Choose a message to read it here.',
  opening: 'Opening…',
  back: 'Back to the list',
  from: 'From',
  to: 'To',
  cc: 'Cc',
  bcc: 'Bcc',
  replyTo: 'Reply to',
  date: 'Date',
  others: (value: number) => `and ${count(value, 'other', 'others')}`,
  attachments: 'Attachments',
  unnamed: '(unnamed)',
} as const;

const omissions: Readonly<Record<Omission, string>> = {
  'too-deep': 'Parts of this message lie deeper inside each other than any mail program puts them; they are left out.',
  'too-many-parts': 'This message has more parts than anybody sends; the rest is left out.',
  'too-long': 'This message is longer than what is shown; the rest is left out.',
  'too-many-headers': 'This message has more headers than anybody sends; the rest is left out.',
  'not-given': 'Gmail does not give a part of this message.',
  'no-payload': 'Gmail gives nothing of this message but what is said about it.',
};

const cuts: Readonly<Record<Cut, string>> = {
  'too-long': 'This message is longer than what is laid out; the rest is left out.',
  'too-many-elements': 'This message has more in it than what is laid out; the rest is left out.',
  'too-deep': 'What lies too deep inside itself in this message is left out.',
  'too-much-style': 'This message has more style than anybody needs; it may look otherwise than it was meant.',
  'too-many-bytes-of-pictures': 'The pictures in this message are too large; some are left out.',
};

/** What a message is shown with. */
export const content = {
  opening: 'Opening…',
  noText: 'This message has no text.',
  incomplete: 'Only the text is on this computer; the message appears as it was laid out when Gmail can be reached.',
  notLaidOut: 'This message can’t be shown as it was laid out; its text is shown.',
  htmlOnly: 'This part has HTML only, and is not shown as plain text.',
  hidden: 'Some text in this message has nearly the colour of what is behind it.',
  rest: 'Show the rest',
  textCut: 'The text goes on: what follows is too long to be shown.',
  quoted: 'Quoted text',
  omitted: omissions,
  cut: cuts,
} as const;

const pictures = (value: number) => count(value, 'picture', 'pictures');
const trackers = (value: number) => count(value, 'tracker', 'trackers');

function both(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

const refusals: Readonly<Record<Refusal, (value: number) => string>> = {
  tracker: trackers,
  'private-address': (value) => `${number(value)} on a private network`,
  'not-a-picture': (value) => `${number(value)} that ${value === 1 ? 'is not a picture' : 'are not pictures'}`,
  'too-large': (value) => `${number(value)} that ${value === 1 ? 'is' : 'are'} too large`,
  unreachable: (value) => `${number(value)} that could not be reached`,
  'not-allowed': (value) => `${number(value)} that may not be fetched`,
};

const outcomes: Readonly<Record<Contact['outcome'], string>> = {
  'kept-out': 'kept out',
  fetched: 'fetched',
  failed: 'asked, without an answer',
  refused: 'refused',
};

/** What lies elsewhere. */
export const remote = {
  name: 'Remote content',
  keptOut(total: KeptOut): string {
    const what = both([
      ...(total.pictures > 0 ? [pictures(total.pictures)] : []),
      ...(total.trackers > 0 ? [trackers(total.trackers)] : []),
    ]);
    const verb = total.pictures + total.trackers === 1 ? 'was' : 'were';
    return `${what} from ${count(total.hosts, 'host', 'hosts')} ${verb} kept out.`;
  },
  outcome({ shown, refused }: Outcome): string {
    const there =
      shown === 0 ? 'No picture was fetched.' : `${pictures(shown)} ${shown === 1 ? 'was' : 'were'} fetched.`;
    if (refused.length === 0) return there;
    return `${there} Kept out: ${both(refused.map(([why, value]) => refusals[why](value)))}.`;
  },
  show: 'Show pictures',
  always: (email: string) => `Always for ${email}`,
  notAlways: 'No longer',
  alwaysOn: (email: string) => `Pictures are always shown for ${email}.`,
  fetching: 'Fetching pictures…',
  notProven: 'It is not proven who sent this, so it can be allowed for this message only.',
  spam: 'In Spam, pictures are never fetched.',
  receipt: 'Privacy receipt',
  nobody: 'Nobody was contacted.',
  contacted: (hosts: number) => `${count(hosts, 'host was', 'hosts were')} contacted.`,
  contact: ({ outcome, pictures: value, bytes }: Contact) =>
    [outcomes[outcome], pictures(value), ...(bytes > 0 ? [size(bytes)] : [])].join(', '),
  was: 'Contacted',
  wasNot: 'Not contacted',
} as const;

/** How a message is shown. */
export const view = {
  name: 'How this message is shown',
  format: 'Show as',
  formats: { html: 'As it was laid out', plain: 'Plain text' },
  colours: 'Colours',
  colourings: { adapted: 'Adapted to the window', original: 'As sent' },
  size: 'Size',
  smaller: 'Smaller',
  larger: 'Larger',
  reset: 'As sent',
  percent: (zoom: number) => `${number(Math.round(zoom * 100))}%`,
  remembered: (email: string) => `Remembered for ${email}`,
  strictly: 'Strict mode is on: all mail is shown as plain text.',
} as const;

export const strict = {
  name: 'Strict mode',
} as const;

/** In the open conversation. */
export const find = {
  name: 'Find in this conversation',
  label: 'Find',
  next: 'Next',
  previous: 'Previous',
  close: 'Close',
  none: 'Nothing found',
  place: (index: number, total: number) => `${number(index + 1)} of ${number(total)}`,
} as const;
