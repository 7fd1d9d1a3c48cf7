// Every request that the window may make: name, input schema, output type. The compiler demands a handler for each
// and offers each to the renderer. Knows nothing of how they are answered.
import * as z from 'zod/mini';
import { densities, leastZoom, mostZoom, themes, typeSizes } from './appearance.ts';
import type { Contact, ExportState, MessageBody, Picture, SenderChoice, View } from './body.ts';
import type { Erased } from './erasing.ts';
import { consolePages, projectShape } from './guide.ts';
import { guideShape } from './guide-shape.ts';
import { hints } from './hints.ts';
import { languageChoice } from './language-choice.ts';
import { type LockState, lockAfterMinutes, shortestPasscode } from './lock.ts';
import { shownMenu } from './menu.ts';
import {
  type AccountDetails,
  type ClientSummary,
  type CountedLabel,
  type Label,
  type Message,
  notices,
  type SessionState,
  type Settings,
  type Thread,
} from './model.ts';
import type { NetworkUse } from './network.ts';
import { foldable, paneLimits } from './panes.ts';
import {
  type FoundPage,
  groupings,
  longestQuery,
  longestSearchName,
  orders,
  type Person,
  type Searches,
  type Summary,
} from './search.ts';
import { clearable, mostCache, type StorageUse } from './storage.ts';
import { type Told, tellingChange } from './telling.ts';
import { type UpdateState, updateChoices } from './updates.ts';
import { type Where, whereSchema } from './where.ts';

interface Request<Input extends z.ZodMiniType, Output> {
  readonly input: Input;
  /** Exists for the compiler only. */
  readonly output?: Output;
}

function request<Output>() {
  return <Input extends z.ZodMiniType>(input: Input): Request<Input, Output> => ({ input });
}

const nothing = z.strictObject({});
const accountId = z.string().check(z.regex(/^[\w-]{1,64}$/));
/** While the mail of all accounts is shown, with the account's before it: the window takes it as it comes. */
const gmailId = z.string().check(z.regex(/^(?:[\w-]{1,64}\.)?[\w-]{1,64}$/));
const queryText = z.string().check(z.maxLength(longestQuery));
const searchName = z.string().check(z.minLength(1), z.maxLength(longestSearchName));
const search = z.strictObject({
  text: queryText,
  caret: z.nullable(z.int().check(z.gte(0), z.lte(longestQuery))),
  grouping: z.enum(groupings),
  order: z.enum(orders),
  anywhereInThread: z.boolean(),
  partsOfWords: z.boolean(),
});
const partId = z.string().check(z.regex(/^(?:\d{1,5}(?:\.\d{1,5}){0,40})?$/));
const viewHost = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const address = z.string().check(z.minLength(1), z.maxLength(320));
/** No browser follows a longer one. */
const remoteUrl = z.string().check(z.maxLength(8_192));
const rowIndex = z.int().check(z.gte(0), z.lte(10_000_000));
const width = (pane: keyof typeof paneLimits) =>
  z.number().check(z.gte(paneLimits[pane].least), z.lte(paneLimits[pane].most));
/** Far more than a client file has, far less than what would stall the process. */
const clientFileText = z.string().check(z.maxLength(100_000));

/** Far more commands than there are. */
const mostChangedKeys = 500;
/** By the id of a command; known by its sort alone: which commands there are is the window's business. */
export const changedKeys = z
  .record(
    z.string().check(z.regex(/^[a-z]{1,30}\.[A-Za-z]{1,30}$/)),
    z.array(z.string().check(z.minLength(1), z.maxLength(60))).check(z.maxLength(8)),
  )
  .check(z.refine((keys) => Object.keys(keys).length <= mostChangedKeys));

const givenPasscode = z.string().check(z.minLength(1), z.maxLength(1_000));
const newPasscode = z.string().check(z.minLength(shortestPasscode), z.maxLength(1_000));
const lockMinutes = z.literal(lockAfterMinutes);

export const requests = {
  'session.read': request<SessionState>()(nothing),
  'lock.read': request<LockState>()(nothing),
  /** Fails as `passcode` where it is not the right one, or comes too early. */
  'lock.unlock': request<null>()(z.strictObject({ passcode: givenPasscode })),
  'lock.unlockByTouch': request<null>()(nothing),
  'lock.now': request<null>()(nothing),
  'lock.turnOn': request<null>()(z.strictObject({ passcode: newPasscode, afterMinutes: lockMinutes })),
  'lock.turnOff': request<null>()(z.strictObject({ passcode: givenPasscode })),
  'lock.after': request<null>()(z.strictObject({ afterMinutes: lockMinutes })),
  /** A text to be read before anybody sends it anywhere. */
  'report.make': request<{ readonly text: string }>()(nothing),
  /** The one that was made last. Null where the person chose no place. */
  'report.save': request<{ readonly filename: string } | null>()(nothing),
  'updates.read': request<UpdateState>()(nothing),
  /** Answers when it has ended: how it stands then is in `updates.read`. So do the next two. */
  'updates.look': request<null>()(nothing),
  /** The one that was found. */
  'updates.download': request<null>()(nothing),
  /** Quits, and starts the one that was downloaded. */
  'updates.restart': request<null>()(nothing),
  /** All that Porthole keeps on this computer. `revoke`: permissions are given back at Google, too. */
  'erase.everything': request<Erased>()(z.strictObject({ revoke: z.boolean() })),
  /** Null where nothing was. */
  'erase.read': request<Erased | null>()(nothing),
  'erase.quit': request<null>()(nothing),
  'session.dismissNotice': request<null>()(z.strictObject({ notice: z.enum(notices) })),
  /** Checks a client file's text and remembers it for the next sign-in. */
  'client.accept': request<ClientSummary>()(z.strictObject({ text: clientFileText })),
  /** Lets the person choose a client file. `null` when they chose none. */
  'client.choose': request<ClientSummary | null>()(nothing),
  /** Opens the consent page, for the account that is shown unless another is named; after a sign-in that failed, for whom
   *  that one was. How it goes on is in `SessionState.signIn`. */
  'signIn.start': request<null>()(z.strictObject({ accountId: z.optional(accountId) })),
  'signIn.cancel': request<null>()(nothing),
  'signIn.openAgain': request<null>()(nothing),
  'signIn.copyLink': request<null>()(nothing),
  /** Opens a page of Google's console in the system's browser, for that project where it is known. */
  'guide.open': request<null>()(
    z.strictObject({ page: z.enum(consolePages), project: z.nullable(z.string().check(z.regex(projectShape))) }),
  ),
  'sample.open': request<null>()(nothing),
  /** Shows the mail of one account, or of all as one. */
  'account.show': request<null>()(z.union([z.strictObject({ accountId }), z.strictObject({ all: z.literal(true) })])),
  /** As `signIn.start`, for an account that comes in addition. */
  'account.add': request<null>()(nothing),
  'account.details': request<AccountDetails>()(z.strictObject({ accountId })),
  /** Of any account, by its own ids. None of one that is not open yet. */
  'account.labels': request<readonly Label[]>()(z.strictObject({ accountId })),
  'account.keepToken': request<null>()(nothing),
  /** Of the account that is shown, unless another is named. */
  'account.signOut': request<null>()(z.strictObject({ eraseMail: z.boolean(), accountId: z.optional(accountId) })),
  'sync.now': request<null>()(nothing),
  'sync.pause': request<null>()(z.strictObject({ paused: z.boolean() })),
  /** Where somebody was in this mailbox; null where nobody was yet. */
  'where.read': request<Where | null>()(z.strictObject({ accountId })),
  'where.keep': request<null>()(z.strictObject({ accountId, where: whereSchema })),
  /** The message of this account, or of whichever, that somebody was told of and wants to see. Once: null from then on. */
  'told.take': request<Told | null>()(z.strictObject({ accountId: z.nullable(accountId) })),
  'network.read': request<NetworkUse>()(nothing),
  'network.clear': request<null>()(nothing),
  'labels.list': request<readonly CountedLabel[]>()(nothing),
  'messages.find': request<FoundPage>()(
    z.strictObject({
      search,
      /** Whether Gmail is to be asked the same, where it can be: for what was typed, not for a label's own list. */
      ask: z.boolean(),
      offset: rowIndex,
      limit: z.int().check(z.gte(1), z.lte(200)),
      /** Rows that somebody sees, from the first to the last in the whole list: those of them that are still to come are
       *  fetched first, then the others of the page. Absent: nobody looks yet, and nothing is fetched for it. */
      inView: z.optional(z.strictObject({ first: rowIndex, last: rowIndex })),
    }),
  ),
  /** Counts what a search finds. Null where a later search has taken its place. */
  'messages.summarize': request<Summary | null>()(z.strictObject({ search })),
  'message.open': request<Message>()(z.strictObject({ id: gmailId })),
  'thread.open': request<Thread>()(z.strictObject({ id: gmailId })),
  /** From disk; what is not there is fetched from Gmail, or `complete` is false. */
  'message.body': request<MessageBody>()(z.strictObject({ id: gmailId })),
  /** RFC 822, byte for byte, as text for looking at: one character a byte; cut after 2 MB. */
  'message.source': request<{ readonly text: string; readonly cut: boolean }>()(z.strictObject({ id: gmailId })),
  /** Prints one message, or lets the person save it as PDF, through a window of its own. */
  'message.print': request<null>()(z.strictObject({ id: gmailId, as: z.enum(['paper', 'pdf']) })),
  /** Lets the person choose where. Null where they chose nothing. */
  'message.export': request<{ readonly filename: string } | null>()(z.strictObject({ id: gmailId })),
  /** As mbox: threads, messages, or all that a search finds. Null where the person chose no place. Events say how far it is. */
  'export.start': request<ExportState | null>()(
    z.union([
      z.strictObject({ threadId: gmailId }),
      z.strictObject({ threadIds: z.array(gmailId).check(z.maxLength(1_000)) }),
      z.strictObject({ messageIds: z.array(gmailId).check(z.maxLength(1_000)) }),
      z.strictObject({ search }),
    ]),
  ),
  'export.read': request<ExportState | null>()(nothing),
  'export.cancel': request<null>()(nothing),
  /** `partIds`: of attachments. One asks for a file, several for a folder. Answers the names they have there. */
  'attachments.save': request<{ readonly filenames: readonly string[] } | null>()(
    z.strictObject({ id: gmailId, partIds: z.array(partId).check(z.minLength(1), z.maxLength(1_000)) }),
  ),
  /** The bytes of a part, for looking at: text as UTF-8, anything else as it is. `too-large` beyond 25 MB. */
  'attachment.open': request<{ readonly bytes: Uint8Array; readonly mimeType: string }>()(
    z.strictObject({ id: gmailId, partId }),
  ),
  /** A fresh origin that is of no message yet. */
  'view.prepare': request<View>()(nothing),
  /** A fresh origin for one document of the message: that which was prepared, where it is free. */
  'view.open': request<View>()(z.strictObject({ id: gmailId, host: z.optional(viewHost) })),
  'view.close': request<null>()(z.strictObject({ host: viewHost })),
  /** The person wants these pictures of the message, which must name them: fetched, checked and ready to be shown in that view. `wantedFor`: what
   *  they said so of; `sender` holds as long as the choice does, and only while the sender is authenticated. */
  'view.pictures': request<readonly Picture[]>()(
    z.strictObject({
      host: viewHost,
      urls: z.array(remoteUrl).check(z.maxLength(500)),
      wantedFor: z.enum(['message', 'sender']),
    }),
  ),
  /** What was kept out, for the receipt. */
  'view.keptOut': request<null>()(z.strictObject({ host: viewHost, urls: z.array(remoteUrl).check(z.maxLength(500)) })),
  'contacts.list': request<readonly Contact[]>()(z.strictObject({ messageId: z.nullable(gmailId) })),
  /** Opens it in the system's browser or mail program, if it is http, https or mailto. `id`: of the message in which it stands; the
   *  person is asked by the system's own dialog where it does not. */
  'link.open': request<null>()(z.strictObject({ id: gmailId, url: remoteUrl })),
  'sender.read': request<SenderChoice>()(z.strictObject({ email: address })),
  /** Whoever something was chosen for. */
  'senders.list': request<readonly { readonly email: string; readonly choice: SenderChoice }[]>()(nothing),
  'storage.read': request<StorageUse>()(nothing),
  'storage.clear': request<null>()(z.strictObject({ what: z.enum(clearable) })),
  /** What is named changes; null forgets it. */
  'sender.change': request<SenderChoice>()(
    z.strictObject({
      email: address,
      pictures: z.optional(z.nullable(z.boolean())),
      format: z.optional(z.nullable(z.enum(['html', 'plain']))),
      colours: z.optional(z.nullable(z.enum(['original', 'adapted']))),
      zoom: z.optional(z.nullable(z.number().check(z.gte(0.5), z.lte(3)))),
    }),
  ),
  /** Who has written and whose name or address begins so, word by word; who writes often or lately comes first. */
  'people.find': request<readonly Person[]>()(
    z.strictObject({ text: z.string().check(z.maxLength(320)), limit: z.int().check(z.gte(1), z.lte(20)) }),
  ),
  /** Who is known by this name: wrote often, or was answered. */
  'people.named': request<readonly Person[]>()(z.strictObject({ name: z.string().check(z.maxLength(1_000)) })),
  'searches.list': request<Searches>()(nothing),
  /** Remembers it as used just now. */
  'searches.note': request<null>()(z.strictObject({ text: queryText })),
  /** Under a name; one of the same name gives way. */
  'searches.save': request<null>()(z.strictObject({ name: searchName, text: queryText })),
  'searches.remove': request<null>()(z.strictObject({ name: searchName })),
  'searches.clearRecent': request<null>()(nothing),
  /** The window's own part of the application menu. */
  'menu.show': request<null>()(shownMenu),
  'settings.read': request<Settings>()(nothing),
  /** What is named changes; of panes and telling, too, so that of two changes in a row none undoes the other. */
  'settings.change': request<Settings>()(
    z.strictObject({
      language: z.optional(languageChoice),
      theme: z.optional(z.enum(themes)),
      highContrast: z.optional(z.boolean()),
      density: z.optional(z.enum(densities)),
      typeSize: z.optional(z.enum(typeSizes)),
      zoom: z.optional(z.number().check(z.gte(leastZoom), z.lte(mostZoom))),
      panes: z.optional(
        z.strictObject({
          labels: z.optional(width('labels')),
          list: z.optional(width('list')),
          folded: z.optional(z.array(z.enum(foldable)).check(z.maxLength(3))),
        }),
      ),
      grouping: z.optional(z.enum(groupings)),
      facets: z.optional(z.boolean()),
      strict: z.optional(z.boolean()),
      keys: z.optional(changedKeys),
      hintsSeen: z.optional(z.array(z.enum(hints)).check(z.maxLength(hints.length))),
      cacheLimit: z.optional(z.int().check(z.gte(0), z.lte(mostCache))),
      guide: z.optional(guideShape),
      telling: z.optional(tellingChange),
      updates: z.optional(z.enum(updateChoices)),
    }),
  ),
} as const;

export type RequestName = keyof typeof requests;
export type Input<Name extends RequestName> = z.output<(typeof requests)[Name]['input']>;
export type Output<Name extends RequestName> = Exclude<(typeof requests)[Name]['output'], undefined>;

/** What answers each request in the main process. */
export type Handlers = {
  readonly [Name in RequestName]: (input: Input<Name>) => Output<Name> | Promise<Output<Name>>;
};
