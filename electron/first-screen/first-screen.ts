// Lets the window's document come with its first screen. The screen is drawn when the program ends, because drawing takes as
// long as opening everything else, and shown again only if nothing has changed on disk since; the mail is then opened when the
// page asks. Knows neither how it is drawn nor how the document is delivered.
import { hash } from 'node:crypto';
import type { AccountRecord } from '../accounts/account-file.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { type Appearance, rootAttributes } from '../contract/appearance.ts';
import { answersId, type Drawing, type FirstAnswers } from '../contract/first-screen.ts';
import { ofAll } from '../contract/of-all.ts';
import type { Policy } from '../contract/policy.ts';
import type { Handlers, Input } from '../contract/requests.ts';
import { type Grouping, pageSize } from '../contract/search.ts';
import type { Where } from '../contract/where.ts';
import type { Porthole } from '../porthole.ts';
import { stateAtRest } from '../store/at-rest.ts';
import { forgetKept, type KeptScreen, readKept, writeKept } from './kept-screen.ts';

type Asked = 'session.read' | 'settings.read' | 'labels.list' | 'searches.list' | 'messages.find';

export interface FirstScreenOptions {
  readonly handlers: Pick<Handlers, Asked>;
  /** Opens mail, where that has not begun, and waits until it can be looked at. */
  readonly opened: () => Promise<void>;
  readonly accounts: Pick<Accounts, 'open' | 'all' | 'showsAll' | 'folder' | 'database'>;
  /** Where somebody was in the account's mail. */
  readonly where: (accountId: string) => Promise<Where | null>;
  /** As `wantedLanguages` writes them. */
  readonly languages: () => string;
  /** Speaks the first of these languages that it can. */
  readonly loadDrawing: (languages: string) => Promise<Drawing>;
  /** Whether it may be looked at now, and whether it may be kept for the next start: not where that begins locked. */
  readonly mayShow: () => boolean;
  readonly mayKeep: () => boolean;
  /** What the organisation has fixed. */
  readonly policy: Policy;
  /** Epoch ms. */
  readonly now: () => number;
  /** Runs it a little later: about when a page that has to ask has been answered. */
  readonly late: (run: () => void) => void;
}

export interface FirstScreen {
  /** The document, with as much of its first screen as there is by now. */
  readonly fill: (document: string) => Promise<string>;
  /** Draws the screen for the next start, from what there is between the last change and the end of `close`. */
  readonly keep: (close: Porthole['close']) => Promise<void>;
  /** What was kept for the next start is kept no longer. */
  readonly forget: () => Promise<void>;
}

const inbox = 'in:inbox';

/** The beginning of the inbox, or what was looked at last: as the page puts it. */
export function firstPage(grouping: Grouping, where: Where | null = null): Input<'messages.find'> {
  const { text, order, anywhereInThread, partsOfWords } = where?.look ?? {
    text: '',
    order: 'newest',
    anywhereInThread: false,
    partsOfWords: false,
  };
  const row = where?.row ?? 0;
  return {
    search: {
      text: text.trim() === '' ? inbox : text,
      caret: null,
      grouping,
      order,
      anywhereInThread,
      partsOfWords,
    },
    ask: false,
    offset: row - (row % pageSize),
    // What is in view may begin at the end of its page.
    limit: row === 0 ? pageSize : 2 * pageSize,
  };
}

const emptyRoot = '<div id="root"></div>';

/** Text without a meaning to the parser: without this character nothing ends the element or begins a comment. */
const inert = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

function styled(document: string, appearance: Appearance): string {
  const attributes = Object.entries(rootAttributes(appearance)).map(([name, value]) => ` ${name}="${value}"`);
  return document.replace('<html', (tag) => tag + attributes.join(''));
}

function filled(document: string, root: string, answers: FirstAnswers): string {
  const element = `<script type="application/json" id="${answersId}">${inert(answers)}</script>`;
  // A function, because in a text `$` would mean something.
  return styled(document, answers.settings).replace(emptyRoot, () => root + element);
}

const spoken = (document: string, { language, direction }: KeptScreen) =>
  document.replace('lang="en" dir="ltr"', `lang="${language}" dir="${direction}"`);

const pageOf = (document: string) => hash('sha256', document);

export function createFirstScreen(options: FirstScreenOptions): FirstScreen {
  const { handlers, opened, accounts, where: whereIn, languages, loadDrawing, now, late } = options;
  let page: string | undefined;

  async function look(): Promise<FirstAnswers> {
    await opened();
    const [session, settings] = await Promise.all([handlers['session.read']({}), handlers['settings.read']({})]);
    if (!session.account) return { session, settings, mailbox: null, now: now() };
    const where = await whereIn(session.all ? ofAll : session.account.id);
    const [found, labels, searches] = await Promise.all([
      handlers['messages.find'](firstPage(settings.grouping, where)),
      handlers['labels.list']({}),
      handlers['searches.list']({}),
    ]);
    return { session, settings, mailbox: { found, labels, searches, where }, now: now() };
  }

  /** What can't be had here the page asks for itself, and says why. */
  const lookIfPossible = () => look().catch(() => undefined);

  /** Undefined where that can't be known without opening the mail. */
  async function keyOf({ id, email, name, signedOut }: AccountRecord): Promise<string | undefined> {
    const state = stateAtRest(accounts.database(id));
    // All as one are seen when all of them are open.
    if (!state || accounts.showsAll()) return undefined;
    const [settings, where] = await Promise.all([handlers['settings.read']({}), whereIn(id)]);
    const others = accounts.all().map((one) => [one.id, one.email, one.name, one.signedOut]);
    return JSON.stringify([state, email, name, signedOut, others, settings, where, options.policy]);
  }

  async function stillRight(): Promise<KeptScreen | undefined> {
    const account = options.mayShow() ? accounts.open() : undefined;
    const kept = account && readKept(accounts.folder(account.id));
    return kept && kept.key === (await keyOf(account)) ? kept : undefined;
  }

  const kept = stillRight();
  // Mail is opened while Chromium starts, but only where it has to be: there are not processors enough for both.
  let ahead: Promise<FirstAnswers | undefined> | null = options.mayShow()
    ? kept.then((there) => (there ? undefined : lookIfPossible()))
    : null;

  return {
    fill: async (plain) => {
      page = pageOf(plain);
      const wanted = languages();
      const document = plain.replace('<html', (tag) => `${tag} data-languages="${wanted}"`);
      // A locked window is as large and as rich in contrast as an open one.
      if (!options.mayShow()) return styled(document, await handlers['settings.read']({}));
      const isFirst = ahead !== null;
      const there = isFirst ? await kept : undefined;
      const time = now();
      const isShowable = there?.page === page && there.languages === wanted && there.answers.now <= time;
      const drawn = isShowable ? there.drawn.find(({ until }) => time < until) : undefined;
      const looking = ahead && !there ? ahead : undefined;
      // A later document shows what is true then.
      ahead = null;
      if (there && drawn) return filled(spoken(document, there), drawn.root, { ...there.answers, now: time });
      const tooLate = new Promise<undefined>((resolve) => late(() => resolve(undefined)));
      const answers = await Promise.race([looking ?? lookIfPossible(), tooLate]);
      return answers ? filled(document, emptyRoot, answers) : document;
    },
    forget: async () => {
      for (const { id } of accounts.all()) await forgetKept(accounts.folder(id));
    },
    keep: async (close) => {
      let answers: FirstAnswers | undefined;
      await close(async () => {
        if (options.mayKeep()) answers = await lookIfPossible();
      });
      const account = accounts.open();
      if (!page || !answers || !account || answers.session.account?.id !== account.id) return;
      const key = await keyOf(account);
      if (!key) return;
      const wanted = languages();
      await writeKept(
        accounts.folder(account.id),
        { key, page, languages: wanted },
        answers,
        await loadDrawing(wanted),
      );
    },
  };
}
