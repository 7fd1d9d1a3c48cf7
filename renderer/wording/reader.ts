// What the window says where mail is read, in English: around a message, about what it shows, and in finding. A part of `wording`.
import type { Contact, Omission } from '../../electron/contract/body.ts';
import type { Cut } from '../../electron/mail/frame.ts';
import type { Unopened } from '../../electron/mail/unopened.ts';
import type { KeptOut, Outcome, Refusal } from '../content/remote.ts';
import { list, percent, size } from './format.ts';
import { listed, translate } from './translate.ts';

export const reader = {
  name: translate('reader.name'),
  conversation: translate('reader.conversation'),
  earlier: (count: number) => translate('reader.earlier', { count }),
  fold: translate('reader.fold'),
  onItsWay: translate('reader.onItsWay'),
  nothing: translate('reader.nothing'),
  opening: translate('reader.opening'),
  back: translate('reader.back'),
  from: translate('reader.from'),
  to: translate('reader.to'),
  cc: translate('reader.cc'),
  bcc: translate('reader.bcc'),
  replyTo: translate('reader.replyTo'),
  date: translate('reader.date'),
  others: (value: number) => translate('reader.others', { count: value }),
  attachments: translate('attachments.name'),
  unnamed: translate('attachments.unnamed'),
} as const;

const omissions: Readonly<Record<Omission, string>> = {
  'too-deep': translate('content.omitted.too-deep'),
  'too-many-parts': translate('content.omitted.too-many-parts'),
  'too-long': translate('content.omitted.too-long'),
  'too-many-headers': translate('content.omitted.too-many-headers'),
  'not-given': translate('content.omitted.not-given'),
  'no-payload': translate('content.omitted.no-payload'),
};

const unopened: Readonly<Record<Unopened, string>> = {
  's-mime': translate('content.unopened.s-mime'),
  'open-pgp': translate('content.unopened.open-pgp'),
  tnef: translate('content.unopened.tnef'),
  piece: translate('content.unopened.piece'),
  elsewhere: translate('content.unopened.elsewhere'),
};

const cuts: Readonly<Record<Cut, string>> = {
  'too-long': translate('content.cut.too-long'),
  'too-many-elements': translate('content.cut.too-many-elements'),
  'too-deep': translate('content.cut.too-deep'),
  'too-much-style': translate('content.cut.too-much-style'),
  'too-many-bytes-of-pictures': translate('content.cut.too-many-bytes-of-pictures'),
};

/** What a message is shown with. */
export const content = {
  opening: translate('content.opening'),
  noText: translate('content.noText'),
  incomplete: translate('content.incomplete'),
  notLaidOut: translate('content.notLaidOut'),
  htmlOnly: translate('content.htmlOnly'),
  hidden: translate('content.hidden'),
  rest: translate('content.rest'),
  textCut: translate('content.textCut'),
  quoted: translate('content.quoted'),
  omitted: omissions,
  unopened,
  cut: cuts,
} as const;

const pictures = (count: number) => translate('remote.pictures', { count });
const trackers = (count: number) => translate('remote.trackers', { count });

const refusals: Readonly<Record<Refusal, (count: number) => string>> = {
  tracker: trackers,
  'private-address': (count) => translate('remote.privateAddress', { count }),
  'not-a-picture': (count) => translate('remote.notAPicture', { count }),
  'too-large': (count) => translate('remote.tooLarge', { count }),
  unreachable: (count) => translate('remote.unreachable', { count }),
  'not-allowed': (count) => translate('remote.notAllowed', { count }),
};

const outcomes: Readonly<Record<Contact['outcome'], string>> = {
  'kept-out': translate('remote.outcome.kept-out'),
  fetched: translate('remote.outcome.fetched'),
  failed: translate('remote.outcome.failed'),
  refused: translate('remote.outcome.refused'),
};

/** What lies elsewhere. */
export const remote = {
  name: translate('remote.name'),
  keptOut({ pictures: some, trackers: others, hosts }: KeptOut): string {
    const what = list([...(some > 0 ? [pictures(some)] : []), ...(others > 0 ? [trackers(others)] : [])]);
    const fromHosts = translate('remote.fromHosts', { count: hosts });
    return translate('remote.keptOut', { what, fromHosts, count: some + others });
  },
  outcome({ shown, refused }: Outcome): string {
    const fetched = shown === 0 ? translate('remote.noneFetched') : translate('remote.fetched', { count: shown });
    if (refused.length === 0) return fetched;
    return translate('remote.alsoKeptOut', {
      fetched,
      what: list(refused.map(([why, value]) => refusals[why](value))),
    });
  },
  show: translate('remote.show'),
  always: (email: string) => translate('remote.always', { email }),
  notAlways: translate('remote.notAlways'),
  alwaysOn: (email: string) => translate('remote.alwaysOn', { email }),
  fetching: translate('remote.fetching'),
  notProven: translate('remote.notProven'),
  spam: translate('remote.spam'),
  receipt: translate('remote.receipt'),
  nobody: translate('remote.nobody'),
  contacted: (hosts: number) => translate('remote.contacted', { count: hosts }),
  contact: ({ outcome, pictures: value, bytes }: Contact) =>
    listed([outcomes[outcome], pictures(value), ...(bytes > 0 ? [size(bytes)] : [])]),
  was: translate('remote.was'),
  wasNot: translate('remote.wasNot'),
} as const;

/** How a message is shown. */
export const view = {
  name: translate('view.name'),
  format: translate('view.format'),
  formats: { html: translate('view.formats.html'), plain: translate('view.formats.plain') },
  colours: translate('view.colours'),
  colourings: { adapted: translate('view.colourings.adapted'), original: translate('view.colourings.original') },
  size: translate('view.size'),
  smaller: translate('view.smaller'),
  larger: translate('view.larger'),
  reset: translate('view.reset'),
  percent,
  remembered: (email: string) => translate('view.remembered', { email }),
  strictly: translate('view.strictly'),
} as const;

export const strict = {
  name: translate('strict.name'),
} as const;

/** In the open conversation. */
export const find = {
  name: translate('find.name'),
  label: translate('find.label'),
  next: translate('find.next'),
  previous: translate('find.previous'),
  close: translate('find.close'),
  none: translate('find.none'),
  place: (index: number, total: number) => translate('find.place', { at: index + 1, total }),
} as const;
