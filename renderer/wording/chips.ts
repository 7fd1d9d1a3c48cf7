// How a query was understood, in a few words for each of its terms. Numbers and dates come written already. A part of `wording`.
import type { AgeUnit, Feature, Place, State, TextField } from '../../electron/search/query.ts';
import { listed, translate } from './translate.ts';

interface SaidAbout {
  /** What the term is about; empty where its value says so itself. */
  readonly about: string;
  readonly value: string;
}

const flag = (value: string): SaidAbout => ({ about: '', value });
const within = (value: string): SaidAbout => ({ about: translate('chips.in'), value });

const fields: Readonly<Record<TextField | 'filename', string>> = {
  any: '',
  subject: translate('chips.field.subject'),
  from: translate('chips.field.from'),
  to: translate('chips.field.to'),
  cc: translate('chips.field.cc'),
  bcc: translate('chips.field.bcc'),
  filename: translate('chips.filename'),
};

const filed = {
  sent: within(translate('chips.place.sent')),
  draft: within(translate('chips.place.draft')),
  spam: within(translate('chips.place.spam')),
  trash: within(translate('chips.place.trash')),
  chat: within(translate('chips.place.chat')),
  starred: flag(translate('chips.state.starred')),
  important: flag(translate('chips.state.important')),
  unread: flag(translate('chips.state.unread')),
  snoozed: flag(translate('chips.state.snoozed')),
};

const places: Readonly<Record<Place, SaidAbout>> = {
  ...filed,
  inbox: within(translate('chips.place.inbox')),
  all: within(translate('chips.place.all')),
  anywhere: within(translate('chips.place.anywhere')),
  archive: flag(translate('chips.state.archive')),
  scheduled: flag(translate('chips.state.scheduled')),
};

const states: Readonly<Record<State, SaidAbout>> = {
  ...filed,
  read: flag(translate('chips.state.read')),
  muted: flag(translate('chips.state.muted')),
};

const features: Readonly<Partial<Record<Feature, string>>> = {
  userlabels: translate('chips.feature.userlabels'),
  nouserlabels: translate('chips.feature.nouserlabels'),
  drive: translate('chips.feature.drive'),
  document: translate('chips.feature.document'),
  spreadsheet: translate('chips.feature.spreadsheet'),
  presentation: translate('chips.feature.presentation'),
  youtube: translate('chips.feature.youtube'),
};

const ages: Readonly<Record<AgeUnit, (count: number, written: string) => string>> = {
  h: (count, written) => translate('chips.hours', { count, written }),
  d: (count, written) => translate('chips.days', { count, written }),
  w: (count, written) => translate('chips.weeks', { count, written }),
  m: (count, written) => translate('chips.months', { count, written }),
  y: (count, written) => translate('chips.years', { count, written }),
};

const asWord: Readonly<Record<string, string>> = {
  or: translate('chips.asWord.or'),
  and: translate('chips.asWord.and'),
  NOT: translate('chips.asWord.NOT'),
};

/** Two by two, so that every language joins them in its own way. */
const joined = (parts: readonly string[], join: (left: string, right: string) => string) =>
  parts.length === 0 ? '' : parts.reduce(join);

export const chips = {
  name: translate('chips.name'),
  about: (about: string, value: string) => translate('chips.about', { about, value }),
  field: fields,
  place: places,
  state: states,
  label: translate('chips.label'),
  category: translate('chips.category'),
  has: translate('chips.has'),
  filename: translate('chips.filename'),
  list: translate('chips.list'),
  deliveredTo: translate('chips.deliveredTo'),
  messageId: translate('chips.messageId'),
  me: translate('chips.me'),
  feature: (feature: Feature) => features[feature] ?? feature.replaceAll('-', ' '),
  anyoneAt: (domain: string) => translate('chips.anyoneAt', { domain }),
  quoted: (text: string) => translate('chips.quoted', { text }),
  exactly: (text: string) => translate('chips.exactly', { text }),
  unfinished: (text: string) => translate('chips.unfinished', { text }),
  part: (text: string) => translate('chips.part', { text }),
  nearby: (left: string, right: string, count: number, written: string) =>
    translate('chips.nearby', { left, right, count, written }),
  followed: (left: string, right: string, count: number, written: string) =>
    translate('chips.followed', { left, right, count, written }),
  /** The day itself is included. */
  after: (when: string) => translate('chips.after', { when }),
  before: (when: string) => translate('chips.before', { when }),
  age: (count: number, unit: AgeUnit, written: string) => ages[unit](count, written),
  newer: (age: string) => translate('chips.newer', { age }),
  older: (age: string) => translate('chips.older', { age }),
  larger: (size: string) => translate('chips.larger', { size }),
  smaller: (size: string) => translate('chips.smaller', { size }),
  and: (parts: readonly string[]) => joined(parts, (left, right) => translate('chips.and', { left, right })),
  or: (parts: readonly string[]) => joined(parts, (left, right) => translate('chips.or', { left, right })),
  group: (text: string) => translate('chips.group', { text }),
  anyOf: (parts: readonly string[]) => translate('chips.anyOf', { parts: listed(parts) }),
  noneOf: (parts: readonly string[]) => translate('chips.noneOf', { parts: listed(parts) }),
  notAllOf: (parts: readonly string[]) => translate('chips.notAllOf', { parts: listed(parts) }),
  not: (text: string) => translate('chips.not', { text }),
  notInside: (text: string) => translate('chips.notInside', { text }),
  leftOut: (typed: string, local: boolean) =>
    local ? translate('chips.leftOutHere', { typed }) : translate('chips.leftOut', { typed }),
  misread: (typed: string) => translate('chips.misread', { typed }),
  noWords: (typed: string) => translate('chips.noWords', { typed }),
  unknownValue: (typed: string) => translate('chips.unknownValue', { typed }),
  asWord: (typed: string) => asWord[typed] ?? typed,
  tooLong: translate('chips.tooLong'),
  tooDeep: translate('chips.tooDeep'),
} as const;
