// All that the window says, in its language: the texts are in `locales/`, and the compiler misses none of them here.
import { guideSteps } from '../../electron/contract/guide.ts';
import type { Connection } from '../../electron/contract/model.ts';
import { sampleMessages } from '../../electron/contract/sample.ts';
import { accounts } from './accounts.ts';
import { announced } from './announced.ts';
import { chips } from './chips.ts';
import { commands } from './commands.ts';
import { chipRow, completion, queryForm, queryHelp } from './completion.ts';
import { actions, failure, notice, signedOutBy } from './failures.ts';
import { hints } from './hints.ts';
import { coverage, facets, found, labels, rows, saveSearch, toolbar } from './mailbox.ts';
import { message } from './message.ts';
import { panes } from './panes.ts';
import { content, find, reader, remote, strict, view } from './reader.ts';
import { client, signOut, status, waiting } from './session.ts';
import { translate } from './translate.ts';

export const wording = {
  accounts,
  actions,
  commands,
  failure,
  signedOut: signedOutBy,
  notice,
  cancel: translate('action.cancel'),
  broken: translate('failure.broken'),
  reload: translate('action.reload'),

  welcome: {
    name: translate('welcome.name'),
    promise: translate('welcome.promise'),
    connect: translate('welcome.connect'),
    connectNote: translate('welcome.connectNote'),
    sample: translate('welcome.sample'),
    sampleNote: translate('welcome.sampleNote', { messages: sampleMessages }),
    opening: translate('welcome.opening'),
  },

  guide: {
    goesOn: (step: number) => translate('guide.goesOn', { step, steps: guideSteps.length }),
    showHow: translate('guide.showHow'),
  },
  client,
  waiting,

  labels,
  toolbar,
  saveSearch,
  facets,

  list: {
    name: translate('list.name'),
    count: rows,
    me: translate('list.me'),
    to: (names: string) => translate('list.to', { names }),
    nobody: translate('list.nobody'),
    noSubject: translate('list.noSubject'),
    unread: translate('list.unread'),
    starred: translate('list.starred'),
    hasAttachment: translate('list.hasAttachment'),
    inConversation: ` ${translate('list.inConversation')}`,
    foundByGmail: translate('list.foundByGmail'),
    pending: translate('list.pending'),
    emptyPlace: (place: string) => translate('list.emptyPlace', { place }),
    firstSync: translate('list.firstSync'),
    nothingYet: translate('list.nothingYet'),
    nothingFound: translate('list.nothingFound'),
    nothingSoFar: translate('list.nothingSoFar'),
    showInbox: translate('list.showInbox'),
  },

  filter: {
    name: translate('filter.name'),
    placeholder: translate('filter.placeholder'),
    clear: translate('filter.clear'),
    found,
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

  tokenNotKept: translate('failure.tokenNotKept'),

  status,
  signOut,

  theme: {
    name: translate('theme.name'),
    system: translate('theme.system'),
    light: translate('theme.light'),
    dark: translate('theme.dark'),
  },
  strict,
  settings: { open: translate('settings.open') },
  panes,
  hints,
  announced,
} as const;
