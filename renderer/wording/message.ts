// What the window says about one message, in English: who really wrote it, where its links go, what comes with it, what can be
// done with it. A part of `wording`.
import type { ExportState } from '../../electron/contract/body.ts';
import type { Authentication, Checked, Verdict } from '../../electron/mail/authentication.ts';
import type { Attendee, CalendarCard } from '../../electron/mail/calendar.ts';
import type { Danger } from '../../electron/mail/file-dangers.ts';
import type { FileKind } from '../../electron/mail/file-kinds.ts';
import type { IdentityWarning } from '../../electron/mail/identity.ts';
import type { LinkWarning } from '../../electron/mail/links.ts';
import type { Recurrence, Weekday } from '../../electron/mail/recurrence.ts';
import { count, messages } from './count.ts';
import { calendarDay, number } from './format.ts';

const verdicts: Readonly<Record<Verdict, string>> = {
  pass: 'passed',
  fail: 'failed',
  softfail: 'failed, softly',
  neutral: 'neither passed nor failed',
  none: 'nothing to check',
  policy: 'refused by policy',
  temperror: 'could not be checked then',
  permerror: 'set up wrongly',
  absent: 'not checked',
};

function checked({ verdict, domain, aligned }: Checked): string {
  if (domain === null) return verdicts[verdict];
  return `${verdicts[verdict]} for ${domain}${verdict === 'pass' && !aligned ? ', which is not the sender’s' : ''}`;
}

const marks: Readonly<Record<Authentication['mark'], { readonly name: string; readonly sentence: string }>> = {
  authenticated: {
    name: 'Verified',
    sentence: 'Gmail has verified that this comes from the domain of the address above.',
  },
  unauthenticated: {
    name: 'Not verified',
    sentence: 'Nobody vouches for the address above: anybody could have written it there.',
  },
  failed: {
    name: 'Not genuine',
    sentence: 'The domain of the address above says that this was not sent by it.',
  },
  unknown: {
    name: 'Not checked',
    sentence: 'Gmail did not receive this from another server, so it has checked nothing.',
  },
};

function identityWarning(warning: IdentityWarning): string {
  switch (warning.kind) {
    case 'no-author':
      return 'This message does not say who wrote it.';
    case 'name-is-address':
      return `The name reads ${warning.claimed}, but the address is ${warning.email}.`;
    case 'several-authors':
      return `This message names several senders: ${warning.emails.join(', ')}.`;
    case 'look-alike-domain':
      return warning.resembles
        ? `The domain ${warning.domain} is written to look like ${warning.resembles}.`
        : `The domain ${warning.domain} mixes letters of several scripts that look alike.`;
    case 'look-alike-name':
      return 'The name mixes letters of several scripts that look alike.';
    case 'foreign-domain':
      return `The domain is written in letters of another script; it is really ${warning.domain}.`;
    case 'hidden-characters':
      return warning.where === 'name'
        ? 'The name contains characters that can’t be seen.'
        : 'The address contains characters that can’t be seen.';
    case 'reply-elsewhere':
      return `Answers would go to ${warning.email}, which belongs to somebody else.`;
    case 'sent-by-another':
      return `It was sent by ${warning.email} on the sender’s behalf.`;
  }
}

function linkWarning(warning: LinkWarning): string {
  switch (warning.kind) {
    case 'other-host-in-text':
      return `The text of the link names ${warning.host}, but it goes elsewhere.`;
    case 'mixed-scripts':
      return warning.resembles
        ? `The address is written to look like ${warning.resembles}.`
        : 'The address mixes letters of several scripts that look alike.';
    case 'credentials':
      return 'The address carries a name or a password, which can pass for a host.';
    case 'ip-address':
      return 'The address is a number instead of a name.';
    case 'idn':
      return 'The address is written in letters beyond a to z.';
    case 'odd-port':
      return `The address names an unusual port: ${String(warning.port)}.`;
    case 'insecure':
      return 'The connection is not encrypted.';
    case 'mail-body':
      return 'It begins a message whose text the sender has chosen.';
    case 'doubtful-sender':
      return 'Nobody vouches for the sender of this message.';
  }
}

const dangers: Readonly<Record<Danger, string>> = {
  'double-extension': 'A program that is named like a document.',
  'hidden-characters': 'Its name contains characters that can’t be seen.',
  padding: 'Its name pushes its ending out of sight.',
  executable: 'A program: it can do anything on your computer.',
  script: 'A script: it can do anything on your computer.',
  shortcut: 'A shortcut: it leads to something that isn’t in this message.',
  container: 'It can hold programs past the checks of your computer.',
  macros: 'A document that can carry programs.',
  'type-mismatch': 'Its name and its declared type say different things.',
};

const kinds: Readonly<Record<FileKind, string>> = {
  picture: 'Picture',
  vector: 'Drawing',
  pdf: 'PDF',
  text: 'Text',
  page: 'Web page',
  calendar: 'Calendar',
  message: 'Message',
  contact: 'Contact',
  sound: 'Sound',
  film: 'Film',
  office: 'Document',
  archive: 'Archive',
  program: 'Program',
};

const attachments = {
  name: 'Attachments',
  unnamed: '(unnamed)',
  noExtension: 'no ending',
  kind: (kind: FileKind | undefined) => (kind ? kinds[kind] : 'File'),
  danger: (danger: Danger) => dangers[danger],
  open: (name: string) => `Look at ${name}`,
  saveAs: 'Save…',
  save: (name: string) => `Save ${name}`,
  saveAll: 'Save all…',
  saving: 'Saving…',
  saved: (filenames: readonly string[]) =>
    filenames.length === 1 ? `Saved as ${filenames[0] ?? ''}.` : `Saved ${count(filenames.length, 'file', 'files')}.`,
  close: 'Close',
  opening: 'Opening…',
  notShown: 'This can’t be shown here: it is not what its name says.',
  cut: (shown: string, whole: string) => `The first ${shown} of ${whole} are shown.`,
  pageName: 'Page {page} of {pages}',
  pages: (shown: number, pages: number) => `The first ${number(shown)} of ${count(pages, 'page', 'pages')} are shown.`,
  password: 'This PDF asks for a password.',
} as const;

const states: Readonly<Record<Attendee['state'], string>> = {
  accepted: 'comes',
  declined: 'does not come',
  tentative: 'may come',
  delegated: 'sends somebody else',
  'needs-action': 'has not answered',
};

const weekdays: Readonly<Record<Weekday, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const periods: Readonly<Record<Recurrence['frequency'], readonly [one: string, other: string]>> = {
  secondly: ['second', 'seconds'],
  minutely: ['minute', 'minutes'],
  hourly: ['hour', 'hours'],
  daily: ['day', 'days'],
  weekly: ['week', 'weeks'],
  monthly: ['month', 'months'],
  yearly: ['year', 'years'],
};
const nths: Readonly<Record<number, string>> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth' };

function weekday({ day, nth }: Recurrence['weekdays'][number]): string {
  const name = weekdays[day];
  if (nth === 0) return name;
  if (nth === -1) return `the last ${name}`;
  return nth > 0 && nths[nth] ? `the ${nths[nth]} ${name}` : name;
}

function recurrence(rule: Recurrence): string {
  const [one, other] = periods[rule.frequency];
  const every = rule.interval === 1 ? `Every ${one}` : `Every ${number(rule.interval)} ${other}`;
  const days = rule.weekdays.length > 0 ? ` on ${rule.weekdays.map(weekday).join(', ')}` : '';
  const [year = 0, month = 1, day = 1] = rule.until?.split('-').map(Number) ?? [];
  const until = rule.until ? `, until ${calendarDay({ year, month, day })}` : '';
  const times = rule.count === null ? '' : `, ${count(rule.count, 'time', 'times')}`;
  return `${every}${days}${times}${until}${rule.isPartial ? ', with exceptions' : ''}`;
}

function calendarTitle({ method, status }: Pick<CalendarCard, 'method' | 'status'>): string {
  if (method === 'cancel' || status === 'cancelled') return 'Cancelled';
  if (method === 'reply') return 'Answer to an invitation';
  if (method === 'counter') return 'Another time is proposed';
  if (method === 'declinecounter') return 'The proposed time is declined';
  if (method === 'add') return 'Added to an event';
  return method === 'request' ? 'Invitation' : 'Event';
}

const calendar = {
  name: 'Calendar',
  title: calendarTitle,
  updated: 'An earlier invitation is replaced by this one.',
  tentative: 'Not settled yet',
  untitled: '(no title)',
  when: 'When',
  where: 'Where',
  organizer: 'Organizer',
  who: 'Who',
  notes: 'Notes',
  noTime: 'It does not say when.',
  until: (first: string, last: string) => `${first} – ${last}`,
  allDay: 'all day',
  clock: (time: string, zone: string | null) => (zone ? `${time} (in the time zone ${zone})` : `${time} (local time)`),
  there: (time: string, zone: string) => `${time} in ${zone}`,
  recurrence,
  state: (state: Attendee['state']) => states[state],
  optional: 'optional',
  others: (value: number) => `and ${count(value, 'other', 'others')}`,
  unreadable: 'This message carries a calendar part that can’t be read.',
} as const;

const menu = {
  name: 'More about this message',
  source: 'Show the original',
  headers: 'All headers',
  print: 'Print…',
  pdf: 'Save as PDF…',
  eml: 'Save the original as .eml…',
  mbox: 'Save the conversation as mbox…',
  saved: (filename: string) => `Saved as ${filename}.`,
  sourceTitle: 'Original message',
  headersTitle: 'All headers',
  sourceCut: 'Only the first 2 MB are shown; the saved original is complete.',
  copy: 'Copy',
  copied: 'Copied.',
  close: 'Close',
  search: 'Find in the original',
  found: (at: number, total: number) => (total === 0 ? 'Not found' : `${number(at)} of ${number(total)}`),
  next: 'Next',
  previous: 'Previous',
} as const;

function exportState({ state, done, total }: ExportState): string {
  switch (state) {
    case 'running':
      return `Exporting ${number(done)} of ${messages(total)}`;
    case 'done':
      return `Exported ${messages(done)}.`;
    case 'failed':
      return `The export stopped after ${number(done)} of ${messages(total)}; no file was kept.`;
    case 'cancelled':
      return 'The export was cancelled; no file was kept.';
  }
}

export const message = {
  trust: {
    mark: (mark: Authentication['mark']) => marks[mark].name,
    sentence: (mark: Authentication['mark']) => marks[mark].sentence,
    detail: (name: string) => `${name}: what Gmail checked`,
    checked,
    spf: 'SPF',
    dkim: 'DKIM',
    dmarc: 'DMARC',
    warnings: 'Warnings about the sender',
    warning: identityWarning,
  },
  links: {
    goesTo: 'Goes to ',
    title: 'Open this link?',
    mailTitle: 'Write to this address?',
    warning: linkWarning,
    open: 'Open',
    refused: 'This link leads nowhere that Porthole would go: only web pages and e-mail addresses.',
    refusedTitle: 'This link stays closed',
    close: 'Close',
  },
  attachments,
  calendar,
  nested: {
    name: 'Attached messages',
    from: 'From',
    to: 'To',
    cc: 'Cc',
    date: 'Date',
    noSubject: '(no subject)',
    tooDeep: 'More messages lie inside this one; save it to look at them.',
  },
  menu,
  exports: {
    search: 'Export what is listed as mbox…',
    state: exportState,
    cancel: 'Cancel the export',
    dismiss: 'Dismiss',
    name: 'Export',
  },
} as const;
