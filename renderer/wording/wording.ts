// All that the window says, in English. Every kind of failure has its sentence here, and the compiler misses none.
// Knows no component: an action is a name, and whoever shows it decides what it does.
import type { ClientFileProblem, Failure, SignedOutReason, SignInProblem } from '../../electron/contract/failure.ts';
import type { GuideStep } from '../../electron/contract/guide.ts';
import type { ClientSummary, Connection, Notice, SessionState } from '../../electron/contract/model.ts';
import type { FoundPage } from '../../electron/contract/search.ts';
import type { AgeUnit, Feature, Place, State, TextField } from '../../electron/search/query.ts';
import { accounts } from './accounts.ts';
import { commands } from './commands.ts';
import { chipRow, completion, queryForm, queryHelp } from './completion.ts';
import { worded } from './count.ts';
import { moment } from './format.ts';
import { guide } from './guide.ts';
import { hints } from './hints.ts';
import { atLeast, coverage, facets, labels, progress, rows, saveSearch, toolbar } from './mailbox.ts';
import { message } from './message.ts';
import { panes } from './panes.ts';
import { content, find, reader, remote, strict, view } from './reader.ts';
import { settings } from './settings.ts';
import { translate } from './translate.ts';

export type ActionName = 'signInAgain' | 'tryAgain' | 'anotherClientFile' | 'keepAnyway' | 'dismiss';

export interface Wording {
  readonly sentence: string;
  /** The one thing to do about it, where there is one. */
  readonly action?: ActionName;
  /** The step of the guide that mends it. */
  readonly step?: GuideStep;
}

const actions: Readonly<Record<ActionName, string>> = {
  signInAgain: 'Sign in again',
  tryAgain: 'Try again',
  anotherClientFile: 'Use another client file',
  keepAnyway: 'Keep it anyway (less safe)',
  dismiss: 'Dismiss',
};

const clientFile: Readonly<Record<ClientFileProblem, string>> = {
  'not-json': 'This is not a client file: it isn’t JSON.',
  'too-large': 'This is not a client file: it is far too large for one.',
  unreadable: 'This file can’t be opened; check that it is a file, and that you may read it.',
  'service-account':
    'This is a service account’s key, which can’t read a person’s mail; create an OAuth client of the type Desktop app.',
  'authorized-user':
    'This file holds somebody’s finished sign-in, not a client; download the client itself from the Clients page.',
  'not-a-client': 'This JSON is not an OAuth client file; download it anew from the Clients page of Google Cloud.',
  'field-missing': 'This client file is incomplete; download it anew from the Clients page of Google Cloud.',
  'no-loopback-redirect':
    'This web client can’t send the browser back to this computer; create an OAuth client of the type Desktop app.',
};

const signInProblems: Readonly<Record<SignInProblem, Wording>> = {
  denied: { sentence: 'Access was declined in the browser, so nothing was connected.', action: 'tryAgain' },
  'gmail-not-granted': {
    sentence: 'Google signed you in but without permission to read mail; tick the box for Gmail this time.',
    action: 'tryAgain',
  },
  'code-refused': {
    sentence: 'Google would not take its own sign-in code, which can happen once.',
    action: 'tryAgain',
  },
  'client-refused': {
    sentence: 'Google refuses this OAuth client: it was deleted, or its secret has changed.',
    action: 'anotherClientFile',
    step: 'client',
  },
  setup: {
    sentence: 'Google refuses the way this OAuth client is set up.',
    action: 'anotherClientFile',
    step: 'client',
  },
  'no-user-id': { sentence: 'Google did not say whose account this is.', action: 'tryAgain' },
  'no-refresh-token': {
    sentence:
      'Google gave access for an hour only; remove Porthole from your Google account’s connections, then sign in.',
    action: 'tryAgain',
  },
  'timed-out': { sentence: 'Nothing came back from the browser within five minutes.', action: 'tryAgain' },
  'port-taken': {
    sentence: 'The port that this client returns to is in use by another program.',
    action: 'tryAgain',
  },
  'no-browser': { sentence: 'The browser could not be opened.', action: 'tryAgain' },
  'other-account': {
    sentence: 'That was another account; sign in with the one that this mailbox belongs to.',
    action: 'tryAgain',
  },
};

const signedOut: Readonly<Record<SignedOutReason, Wording>> = {
  refused: {
    sentence: 'Google no longer accepts this sign-in: access was removed, or the password has changed.',
    action: 'signInAgain',
  },
  'testing-expiry': {
    sentence:
      'Google ended this sign-in after seven days, as it does for a project in Testing; publishing its consent screen ends that.',
    action: 'signInAgain',
    step: 'audience',
  },
  unused: { sentence: 'Google ended this sign-in because it was not used for six months.', action: 'signInAgain' },
  'time-limited': { sentence: 'The time for which you granted access is over.', action: 'signInAgain' },
  'workspace-policy': {
    sentence: 'Your organisation asks you to sign in again from time to time.',
    action: 'signInAgain',
  },
  'client-refused': {
    sentence: accounts.clientRefused,
    action: 'anotherClientFile',
    step: 'client',
  },
  'not-kept': { sentence: 'The last sign-in was kept until Porthole was closed.', action: 'signInAgain' },
  unreadable: {
    sentence: 'The stored sign-in can’t be decrypted on this computer any more.',
    action: 'signInAgain',
  },
  'by-you': { sentence: 'You signed out; the mail on this computer can still be read.', action: 'signInAgain' },
};

const notices: Readonly<Record<Notice, Wording>> = {
  'settings-reset': {
    sentence: 'The settings file was damaged; it was set aside, and the settings are as new.',
    action: 'dismiss',
  },
  'database-rebuilt': {
    sentence: 'The mail database was damaged; it was set aside, and the mail is coming again from Gmail.',
    action: 'dismiss',
  },
  'token-set-aside': { sentence: 'The stored sign-in could not be read and was set aside.', action: 'dismiss' },
  'grant-not-revoked': {
    sentence:
      'Google could not be reached, so Porthole’s permission still stands there; remove it in your Google account.',
    action: 'dismiss',
  },
};

const storage: Readonly<Record<Extract<Failure, { kind: 'storage' }>['problem'], Wording>> = {
  full: { sentence: progress.diskFull, action: 'tryAgain' },
  damaged: { sentence: 'The mail on this computer is damaged and can’t be read.', action: 'tryAgain' },
  locked: { sentence: 'Another program is holding the mail on this computer.', action: 'tryAgain' },
  refused: { sentence: 'This computer does not let Porthole write to its own folder.', action: 'tryAgain' },
};

function failure(what: Failure): Wording {
  switch (what.kind) {
    case 'client-file': {
      const sentence = clientFile[what.problem];
      return { sentence: what.field ? `${sentence} Missing: ${what.field}.` : sentence };
    }
    case 'sign-in-abandoned':
      return signInProblems[what.problem];
    case 'signed-out':
      return signedOut[what.reason];
    case 'offline':
      return { sentence: 'There is no connection to Gmail right now.', action: 'tryAgain' };
    case 'busy':
      return { sentence: `Gmail asks for patience until ${moment(what.retryAt, Date.now())}.` };
    case 'not-permitted':
      return what.problem === 'scope'
        ? { sentence: 'Porthole was not given permission to read this mailbox.', action: 'signInAgain' }
        : { sentence: 'Your organisation’s administrator does not allow this app to read Gmail.', action: 'tryAgain' };
    case 'api-disabled':
      return {
        sentence: 'The Gmail API is switched off in your Google Cloud project; enable it there, then try again.',
        action: 'tryAgain',
        step: 'api',
      };
    case 'gone':
      return { sentence: 'This message is no longer in the mailbox.' };
    case 'unexpected-reply':
      return {
        sentence: 'Gmail’s answer made no sense; if this network asks you to log in first, do that in your browser.',
        action: 'tryAgain',
      };
    case 'storage':
      return storage[what.problem];
    case 'too-large':
      return { sentence: 'This is larger than what Porthole shows or saves; open it in Gmail instead.' };
    case 'not-saved':
      return what.problem === 'full'
        ? { sentence: 'There is no room left where it was to be saved, and nothing was written.' }
        : { sentence: 'This computer does not let Porthole write there; choose another place.' };
    case 'not-opened':
      return { sentence: 'Nothing on this computer opened it.' };
    case 'keychain':
      return what.problem === 'locked'
        ? { sentence: 'This computer’s key store is locked: unlock it, then try again.', action: 'tryAgain' }
        : { sentence: 'This computer’s key store can’t be used right now.', action: 'tryAgain' };
    case 'internal':
      return { sentence: `Something went wrong inside Porthole (reference ${what.reference}).`, action: 'tryAgain' };
  }
}

function asOf(prefix: string, { syncedAt, onDisk }: SessionState['sync'], now: number): string {
  if (syncedAt !== null) return `${prefix}, as of ${moment(syncedAt, now)}`;
  return onDisk > 0 ? `${prefix}, not all mail fetched yet` : `${prefix}, nothing fetched yet`;
}

function connection({ connection: { state, ...rest }, sync }: SessionState, now: number): string {
  switch (state) {
    case 'local':
      return 'Sample mailbox: nothing leaves this computer';
    case 'connecting':
      return 'Connecting…';
    case 'online':
      if (sync.diskFull) return progress.diskFull;
      return sync.syncedAt === null || sync.onDisk < sync.inMailbox
        ? 'Connected'
        : `Up to date · ${moment(sync.syncedAt, now)}`;
    case 'offline':
      return asOf('Offline', sync, now);
    case 'signed-out':
      return asOf('Signed out', sync, now);
    case 'refused': {
      const refusal = 'failure' in rest ? rest.failure : null;
      return refusal?.kind === 'busy' ? failure(refusal).sentence : asOf('Not up to date', sync, now);
    }
  }
}

function clientName({ kind, projectId }: ClientSummary): string {
  const name = kind === 'installed' ? 'Desktop client' : 'Web client';
  return projectId ? `${name} of the project ${projectId}` : name;
}

interface SaidAbout {
  /** What the term is about; empty where its value says so itself. */
  readonly about: string;
  readonly value: string;
}

const flag = (value: string): SaidAbout => ({ about: '', value });
const within = (value: string): SaidAbout => ({ about: 'in', value });

const fields: Readonly<Record<TextField | 'filename', string>> = {
  any: '',
  subject: 'subject',
  from: 'from',
  to: 'to',
  cc: 'cc',
  bcc: 'bcc',
  filename: 'file name',
};

const places: Readonly<Record<Place, SaidAbout>> = {
  inbox: within('inbox'),
  sent: within('sent'),
  draft: within('drafts'),
  spam: within('spam'),
  trash: within('trash'),
  starred: flag('starred'),
  important: flag('important'),
  unread: flag('unread'),
  chat: within('chats'),
  all: within('all mail'),
  anywhere: within('all mail, Spam and Trash'),
  archive: flag('archived'),
  snoozed: flag('snoozed'),
  scheduled: flag('scheduled'),
};

const states: Readonly<Record<State, SaidAbout>> = {
  unread: flag('unread'),
  read: flag('read'),
  starred: flag('starred'),
  important: flag('important'),
  sent: within('sent'),
  draft: within('drafts'),
  chat: within('chats'),
  spam: within('spam'),
  trash: within('trash'),
  muted: flag('muted'),
  snoozed: flag('snoozed'),
};

const features: Readonly<Partial<Record<Feature, string>>> = {
  userlabels: 'a label of your own',
  nouserlabels: 'no label of your own',
  drive: 'a Drive link',
  document: 'a Docs link',
  spreadsheet: 'a Sheets link',
  presentation: 'a Slides link',
  youtube: 'a YouTube link',
};

const ageUnits: Readonly<Record<AgeUnit, readonly [one: string, other: string]>> = {
  h: ['hour', 'hours'],
  d: ['day', 'days'],
  w: ['week', 'weeks'],
  m: ['month', 'months'],
  y: ['year', 'years'],
};

const asWord: Readonly<Record<string, string>> = {
  or: '“or” is read as a word; OR means either',
  and: '“and” is read as a word; AND, or nothing, means both',
  NOT: '“NOT” is read as a word; - before a word means without it',
};

const counted = (value: number, written: string, one: string, other: string) =>
  `${written} ${worded(value, one, other)}`;
const wordsApart = (count: number, written: string) => `within ${counted(count, written, 'word', 'words')}`;

/** How a query was understood. Numbers and dates come written already. */
const chips = {
  name: 'How this was understood',
  about: (about: string, value: string) => `${about}: ${value}`,
  field: fields,
  place: places,
  state: states,
  label: 'label',
  category: 'category',
  has: 'has',
  filename: 'file name',
  list: 'list',
  deliveredTo: 'delivered to',
  messageId: 'message id',
  me: 'me',
  feature: (feature: Feature) => features[feature] ?? feature.replaceAll('-', ' '),
  anyoneAt: (domain: string) => `anyone at ${domain}`,
  quoted: (text: string) => `“${text}”`,
  exactly: (text: string) => `exactly ${text}`,
  unfinished: (text: string) => `${text}…`,
  part: (text: string) => `…${text}…`,
  nearby: (left: string, right: string, count: number, written: string) =>
    `${left} and ${right} ${wordsApart(count, written)}`,
  followed: (left: string, right: string, count: number, written: string) =>
    `${left}, then ${right} ${wordsApart(count, written)}`,
  /** The day itself is included. */
  after: (when: string) => `since ${when}`,
  before: (when: string) => `before ${when}`,
  age: (value: number, unit: AgeUnit, written: string) => counted(value, written, ...ageUnits[unit]),
  newer: (age: string) => `newer than ${age}`,
  older: (age: string) => `older than ${age}`,
  larger: (size: string) => `larger than ${size}`,
  smaller: (size: string) => `smaller than ${size}`,
  and: (parts: readonly string[]) => parts.join(' and '),
  or: (parts: readonly string[]) => parts.join(' or '),
  group: (text: string) => `(${text})`,
  anyOf: (parts: readonly string[]) => `any of: ${parts.join(', ')}`,
  noneOf: (parts: readonly string[]) => `none of: ${parts.join(', ')}`,
  notAllOf: (parts: readonly string[]) => `not all of: ${parts.join(', ')}`,
  not: (text: string) => `not: ${text}`,
  notInside: (text: string) => `not ${text}`,
  leftOut: (typed: string, local: boolean) => `left out: ${typed}${local ? '' : ' (needs Gmail)'}`,
  misread: (typed: string) => `not understood: ${typed}`,
  noWords: (typed: string) => `nothing to look for in: ${typed}`,
  unknownValue: (typed: string) => `finds nothing: ${typed}`,
  asWord: (typed: string) => asWord[typed] ?? typed,
  tooLong: 'too long: the rest is left out',
  tooDeep: 'too many brackets: some are left out',
} as const;

export const wording = {
  accounts,
  actions,
  commands,
  failure,
  signedOut: (reason: SignedOutReason) => signedOut[reason],
  notice: (notice: Notice) => notices[notice],
  cancel: 'Cancel',
  broken: 'This window has stumbled over something; the mail on this computer is safe.',
  reload: 'Load the window again',

  welcome: {
    name: translate('welcome.name'),
    promise: translate('welcome.promise'),
    connect: translate('welcome.connect'),
    connectNote: translate('welcome.connectNote'),
    sample: translate('welcome.sample'),
    sampleNote: translate('welcome.sampleNote'),
    opening: translate('welcome.opening'),
  },

  guide,

  client: {
    drop: 'Drop the client file here',
    dropNow: 'Let go to hand it over',
    choose: 'Choose a file…',
    paste: 'Or paste what is in it',
    use: 'Use this text',
    checking: 'Checking the file…',
    beforeNote: 'A client file was accepted earlier.',
    accepted: clientName,
  },

  waiting: {
    title: 'Go on in your browser',
    again: 'Google wants you to confirm once more, so that the permission lasts: a second page is open.',
    lead: 'A page of Google’s is open there. Choose your account and allow reading mail; this window comes back by itself.',
    as: (email: string) => `Sign in as ${email}.`,
    with: (client: ClientSummary) => `With the ${clientName(client)}.`,
    brief: 'Waiting for you to sign in, in your browser.',
    openAgain: 'Open again',
    copy: 'Copy the link',
    copied: 'Copied',
    finishing: 'Signing in…',
    failed: 'Not connected',
  },

  labels,
  toolbar,
  saveSearch,
  facets,

  list: {
    name: 'Messages',
    count: rows,
    me: 'me',
    to: (names: string) => `To: ${names}`,
    nobody: '(nobody)',
    noSubject: '(no subject)',
    unread: 'Unread',
    starred: 'Starred',
    hasAttachment: 'Has an attachment',
    inConversation: ' in the conversation',
    foundByGmail: 'Found by Gmail: what is on this computer does not say why',
    pending: 'On its way to this computer',
    emptyPlace: (place: string) => `Nothing in ${place}.`,
    firstSync: 'The first messages are coming in.',
    nothingYet: 'No mail on this computer yet.',
    nothingFound: 'Nothing found.',
    nothingSoFar: 'Nothing on this computer; asking Gmail…',
    showInbox: 'Show the inbox',
  },

  filter: {
    name: 'Filter messages',
    placeholder: 'Filter, e.g. from:sam has:attachment',
    clear: 'Clear the filter',
    found: (found: Pick<FoundPage, 'total' | 'counted'>) => `${atLeast(found)} found`,
    coverage: (found: Parameters<typeof coverage>[0], state: Connection['state'], now: number) =>
      coverage(found, state, now, (what) => failure(what).sentence),
  },

  chips,
  completion,
  chipRow,
  queryForm,
  queryHelp,

  message,
  reader,
  content,
  remote,
  view,
  find,

  status: {
    notice: 'Notice',
    connection,
    progress,
    refresh: 'Refresh',
    account: (email: string) => `Account ${email}`,
    signOut: 'Sign out…',
    erase: 'Erase this mailbox…',
    closeSample: 'Close the sample mailbox',
  },

  signOut: {
    title: (email: string) => `Sign out of ${email}?`,
    lead: 'Porthole gives its permission back to Google. What shall become of the mail on this computer?',
    keep: 'Keep the mail',
    keepNote: 'It can still be read and searched here.',
    erase: 'Erase the mail',
    eraseNote: 'From this computer only. In Gmail nothing changes.',
    eraseTitle: (email: string) => `Erase the mail of ${email}?`,
    eraseLead: 'It is erased from this computer only. In Gmail nothing changes.',
  },

  tokenNotKept: 'This computer has no key store that Porthole can use, so you will have to sign in again next time.',

  theme: {
    name: translate('theme.name'),
    system: translate('theme.system'),
    light: translate('theme.light'),
    dark: translate('theme.dark'),
  },
  strict,
  settings,
  panes,
  hints,
} as const;
